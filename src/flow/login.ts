import type { MfaStatus } from '../backend/backend.js';
import { MfaError } from '../backend/mfa-error.js';
import type { Flow, FlowInput, RequestOperation } from './flow-controller.js';

interface CheckCount {
  /** The status was requested a second time, because enrollment did not fit it. */
  readonly again?: true;
}

/** The states of {@link loginFlow}, named by what the person sees. */
export type LoginState =
  | { readonly step: 'idle' }
  | ({ readonly step: 'checking' } & CheckCount)
  | ({ readonly step: 'enrolling'; readonly status: MfaStatus } & CheckCount)
  | { readonly step: 'challenging'; readonly status: MfaStatus }
  /** An app was linked, but recovery codes that came with it could not be shown. `due` is what follows. */
  | { readonly step: 'linked'; readonly due: MfaStatus }
  /** The server reports that no step is due. */
  | { readonly step: 'verified' }
  | { readonly step: 'failed'; readonly error: MfaError };

/** The events of {@link loginFlow}. */
export type LoginEvent =
  | { readonly type: 'checked'; readonly status: MfaStatus }
  /** The enrollment has looked up which step is due: its outcome is unknown, or the server no longer has it. */
  | {
      readonly type: 'found';
      readonly status: MfaStatus;
      /** If an app was linked, its response was lost, and with it recovery codes that the server may have made. */
      readonly lostCodes?: boolean;
    }
  /**
   * An app is linked already, says the server when enrollment starts. If it contradicts itself about that, it
   * is queried only once.
   */
  | { readonly type: 'recheck' }
  /** The person has read that recovery codes could not be shown. */
  | { readonly type: 'continue' };

function stepFor(status: MfaStatus, count: CheckCount): LoginState {
  switch (status.state) {
    case 'enrollment-required':
      return { step: 'enrolling', status, ...count };
    case 'code-required':
      return { step: 'challenging', status };
    case 'verified':
      return { step: 'verified' };
    case 'signed-out':
      return {
        step: 'failed',
        error: new MfaError('signed-out', 'The backend says that nobody is signing in.'),
      };
  }
}

function afterFound({ status, lostCodes }: Extract<LoginEvent, { type: 'found' }>): LoginState {
  const isLinked = status.state === 'code-required' || status.state === 'verified';
  return isLinked && lostCodes ? { step: 'linked', due: status } : stepFor(status, { again: true });
}

function transition(state: LoginState, event: FlowInput<LoginEvent>): LoginState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? { step: 'checking' } : state;
    case 'recheck':
      return state.step === 'enrolling' && !state.again ? { step: 'checking', again: true } : state;
    case 'found':
      return state.step === 'enrolling' ? afterFound(event) : state;
    case 'continue':
      return state.step === 'linked' ? stepFor(state.due, { again: true }) : state;
    case 'checked':
      return state.step === 'checking'
        ? stepFor(event.status, state.again ? { again: true } : {})
        : state;
    case 'failed':
      return state.step === 'checking' ? { step: 'failed', error: event.error } : state;
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
};
