import type { MfaStatus } from '../backend/backend.js';
import { MfaError } from '../backend/mfa-error.js';
import { signInEndedBy } from './sign-in-ended-by.js';
import type { Flow, FlowInput, RequestOperation } from './flow-controller.js';

interface HasLostCodes {
  /**
   * A response that links an app may be lost, and with it recovery codes that the server may have made: one of
   * this enrollment, or of one before, of which this one says nothing.
   */
  readonly lostCodes?: true | 'before';
}

interface Carried extends HasLostCodes {
  /** The status was requested a second time, because enrollment did not fit it. */
  readonly again?: true;
}

type CheckingState = { readonly step: 'checking'; readonly unknown?: MfaError } & Carried;

/** The states of {@link loginFlow}, named by what the person sees. */
export type LoginState =
  | ({ readonly step: 'idle' } & HasLostCodes)
  /** `unknown` is why it is unknown what became of an enrollment, which is looked up here. */
  | CheckingState
  | ({ readonly step: 'enrolling'; readonly status: MfaStatus } & Carried)
  | { readonly step: 'challenging'; readonly status: MfaStatus }
  /** An app was linked, but recovery codes that came with it could not be shown. `due` is what follows. */
  | { readonly step: 'linked'; readonly due: MfaStatus }
  /** The server reports that no step is due. */
  | { readonly step: 'verified' }
  | ({ readonly step: 'failed'; readonly error: MfaError } & HasLostCodes);

/** The events of {@link loginFlow}. */
export type LoginEvent =
  | { readonly type: 'checked'; readonly status: MfaStatus }
  /** The enrollment has sent a code, or its outcome is known. */
  | { readonly type: 'linking'; readonly lostCodes: boolean }
  /** The enrollment has looked up which step is due: its outcome is unknown, or the server no longer has it. */
  | { readonly type: 'found'; readonly status: MfaStatus; readonly lostCodes?: boolean }
  /** The outcome of the enrollment is unknown, and could not be looked up. */
  | { readonly type: 'unknown'; readonly error: MfaError; readonly lostCodes?: boolean }
  /**
   * An app is linked already, says the server when enrollment starts. If it contradicts itself about that, it
   * is queried only once.
   */
  | { readonly type: 'recheck' }
  /** The person has read that recovery codes could not be shown. */
  | { readonly type: 'continue' };

const pickLostCodes = (from: { readonly lostCodes?: unknown }): HasLostCodes =>
  from.lostCodes ? { lostCodes: true } : {};

const pickCarried = (from: Carried): Carried => ({
  ...(from.again && { again: true }),
  ...pickLostCodes(from),
});

type EnrollingState = Extract<LoginState, { step: 'enrolling' }>;

/** Returns what the enrollment says of lost codes, unless they were lost before. */
const lostCodesOf = (
  { lostCodes }: EnrollingState,
  said: { readonly lostCodes?: boolean },
): HasLostCodes => (lostCodes === 'before' ? { lostCodes } : pickLostCodes(said));

/** A code was sent, or its outcome is known. */
function afterLinking(state: EnrollingState, said: { readonly lostCodes: boolean }): LoginState {
  const { step, status, again } = state;
  const next = lostCodesOf(state, said);
  if (next.lostCodes === state.lostCodes) return state;
  return { step, status, ...(again && { again }), ...next };
}

/** That recovery codes may be lost is told as soon as an app is linked, and once. */
function stepFor(status: MfaStatus, carried: Carried): LoginState {
  switch (status.state) {
    case 'enrollment-required':
      return {
        step: 'enrolling',
        status,
        ...carried,
        ...(carried.lostCodes && { lostCodes: 'before' }),
      };
    case 'code-required':
      return carried.lostCodes ? { step: 'linked', due: status } : { step: 'challenging', status };
    case 'verified':
      return carried.lostCodes ? { step: 'linked', due: status } : { step: 'verified' };
    case 'signed-out':
      return {
        step: 'failed',
        error: new MfaError('signed-out', 'The backend says that nobody is signing in.'),
        ...pickLostCodes(carried),
      };
  }
}

const check = (state: Extract<LoginState, { step: 'idle' | 'failed' }>): CheckingState => ({
  step: 'checking',
  ...(state.step === 'failed' &&
    state.error.kind === 'unknown-outcome' && { unknown: state.error }),
  ...pickLostCodes(state),
});

/** The outcome stays unknown, unless one of the two responses says that the sign-in is over. */
function afterFailedCheck(state: CheckingState, error: MfaError): LoginState {
  const { unknown = error } = state;
  return {
    step: 'failed',
    error: signInEndedBy(unknown, error) ?? unknown,
    ...pickLostCodes(state),
  };
}

function transition(state: LoginState, event: FlowInput<LoginEvent>): LoginState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? check(state) : state;
    case 'recheck':
      return state.step === 'enrolling' && !state.again
        ? { step: 'checking', again: true, ...pickLostCodes(state) }
        : state;
    case 'linking':
      return state.step === 'enrolling' ? afterLinking(state, event) : state;
    case 'found':
      return state.step === 'enrolling'
        ? stepFor(event.status, { again: true, ...lostCodesOf(state, event) })
        : state;
    case 'unknown':
      return state.step === 'enrolling'
        ? { step: 'failed', error: event.error, ...lostCodesOf(state, event) }
        : state;
    case 'continue':
      return state.step === 'linked' ? stepFor(state.due, { again: true }) : state;
    case 'checked':
      return state.step === 'checking' ? stepFor(event.status, pickCarried(state)) : state;
    case 'failed':
      return state.step === 'checking' ? afterFailedCheck(state, event.error) : state;
  }
}

function effect(state: LoginState, request: RequestOperation): Promise<LoginEvent> | undefined {
  if (state.step !== 'checking') return undefined;
  return request('status').then((status) => ({ type: 'checked', status }));
}

/**
 * Finds out which step is due after the password: enrollment the first time, a code afterwards.
 *
 * @example
 * ```ts
 * const flow = new FlowController(host, loginFlow);
 * flow.dispatch({ type: 'start' }); // checking, then enrolling, challenging or verified
 * ```
 */
export const loginFlow: Flow<LoginState, LoginEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
  // The enrollment and what was told are gone, but the person may not have read that codes may be lost.
  afterForgetting: (state) =>
    state.step === 'linked' || ('lostCodes' in state && state.lostCodes)
      ? { step: 'idle', lostCodes: true }
      : undefined,
};
