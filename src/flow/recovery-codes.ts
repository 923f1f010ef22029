import type { RecoveryCodesStatus } from '../backend/backend.js';
import type { MfaError } from '../backend/mfa-error.js';
import { endsSignIn, ERROR_KINDS } from '../backend/error-kinds.js';
import { signInEndedBy } from './sign-in-ended-by.js';
import type { Flow, FlowInput, RequestOperation } from './flow-controller.js';
import { afterProof, askProof, wantsProof, type StepUp, type StepUpEvent } from './step-up.js';

/**
 * The result of generating codes.
 *
 * - `generated`: the account had no codes before. The person has stored the new ones.
 * - `replaced`: the old codes stopped working. The person has stored the new ones.
 * - `unknown`: the old codes may have stopped working, and new ones were not shown. It stays until new codes show.
 */
export type GenerateOutcome = 'generated' | 'replaced' | 'unknown';

/** Returns true if the account never had codes: then no code stops working, and none are "new". */
export const neverHadCodes = (status: RecoveryCodesStatus | undefined): boolean =>
  status?.total === 0;

interface HasOutcome {
  /** Shown beside the numbers. */
  readonly outcome?: GenerateOutcome;
}

interface HasUnknown {
  /** It is unknown whether an earlier request for new codes was done, so a status may be of unseen codes. */
  readonly outcome?: 'unknown';
}

interface HasNumbers {
  /** Absent if the server does not report it. */
  readonly status?: RecoveryCodesStatus;
}

type HasStatus = HasNumbers & HasUnknown;

type LoadingState = Extract<RecoveryCodesState, { step: 'loading' }>;
type GeneratingState = { readonly step: 'generating' } & HasStatus;

/** The states of {@link recoveryCodesFlow}, named by what the person sees. */
export type RecoveryCodesState =
  | ({ readonly step: 'idle' } & HasOutcome)
  /** `unknown` is why it is unknown whether new codes were made. */
  | ({ readonly step: 'loading'; readonly unknown?: MfaError } & HasOutcome)
  | ({ readonly step: 'failed'; readonly error: MfaError } & HasUnknown)
  /** Shows how many codes are left. */
  | ({ readonly step: 'status' } & HasNumbers & HasOutcome)
  /** "Are you sure?" `error` is why the last attempt failed. */
  | ({ readonly step: 'asking'; readonly error?: MfaError } & HasStatus)
  | StepUp<GeneratingState>
  | GeneratingState
  /** Shows the new codes, only once. Secret. `status` is the status before them. */
  | ({ readonly step: 'generated'; readonly codes: readonly string[] } & HasNumbers);

/** The events of {@link recoveryCodesFlow}. */
export type RecoveryCodesEvent =
  | { readonly type: 'loaded'; readonly status: RecoveryCodesStatus }
  /** The person wants new codes. */
  | { readonly type: 'choose-generate' }
  | { readonly type: 'cancel' }
  /** The person has confirmed. */
  | { readonly type: 'generate' }
  | { readonly type: 'generated'; readonly codes: readonly string[] }
  /** The person has stored the new codes and goes on. */
  | { readonly type: 'continue' }
  | StepUpEvent;

/**
 * Returns true if it is unknown whether codes were made that the person has not seen. Then the codes that the
 * person has may not work.
 */
export function mayHaveUnseenCodes(state: RecoveryCodesState): boolean {
  const known = 'next' in state ? state.next : state;
  return 'outcome' in known && known.outcome === 'unknown';
}

/** A failure, too, does not change what is unknown. */
const stillUnknown = (next: RecoveryCodesState, before: RecoveryCodesState): RecoveryCodesState =>
  next.step === 'failed' && mayHaveUnseenCodes(before) ? { ...next, outcome: 'unknown' } : next;

/** An outcome that is unknown stays so until new codes show. */
const pickStatus = ({ status, outcome }: HasNumbers & HasOutcome): HasStatus => ({
  ...(status && { status }),
  ...(outcome === 'unknown' && { outcome }),
});

const pickOutcome = ({ outcome }: HasOutcome): HasOutcome => (outcome ? { outcome } : {});

const backToStatus = (state: HasStatus): RecoveryCodesState => ({
  step: 'status',
  ...pickStatus(state),
});

/** The outcome once the person has the new codes. */
const outcomeOf = ({ status }: HasNumbers): GenerateOutcome =>
  neverHadCodes(status) ? 'generated' : 'replaced';

function start(state: RecoveryCodesState): RecoveryCodesState {
  return state.step === 'idle' || state.step === 'failed'
    ? { step: 'loading', ...pickOutcome(state) }
    : state;
}

/** The old codes are never shown as valid again, also if the new ones are gone before the person has kept them. */
function outcomeAfterForgetting(
  state: RecoveryCodesState,
  isShown: boolean,
): GenerateOutcome | undefined {
  if (state.step === 'generated') return isShown ? outcomeOf(state) : 'unknown';
  // The request for new codes is aborted, but the server may have made them.
  return state.step === 'generating' || mayHaveUnseenCodes(state) ? 'unknown' : undefined;
}

/**
 * If the numbers cannot be loaded after new codes or a lost response, the outcome is still shown, unless one of
 * the two responses says that the sign-in is over.
 */
function afterFailedLoad(state: LoadingState, error: MfaError): RecoveryCodesState {
  const ended = state.unknown && signInEndedBy(state.unknown, error);
  if (ended) return { step: 'failed', error: ended };
  // A server that does not report how many codes are left is not an error for the person.
  const isMissing = ERROR_KINDS[error.kind].isMissing === true;
  const canContinue = isMissing || (state.outcome && !endsSignIn(error));
  return canContinue ? { step: 'status', ...pickOutcome(state) } : { step: 'failed', error };
}

function afterRefusal(state: GeneratingState, error: MfaError): RecoveryCodesState {
  if (endsSignIn(error)) return { step: 'failed', error };
  if (wantsProof(error)) return askProof(state, error);
  // The old codes may have stopped working: the status is loaded again, never guessed (C49).
  if (error.kind === 'unknown-outcome')
    return { step: 'loading', outcome: 'unknown', unknown: error };
  return { step: 'asking', ...pickStatus(state), error };
}

function afterFailure(state: RecoveryCodesState, error: MfaError): RecoveryCodesState {
  if (state.step === 'loading') return afterFailedLoad(state, error);
  return state.step === 'generating' ? afterRefusal(state, error) : state;
}

function afterCancel(state: RecoveryCodesState): RecoveryCodesState {
  if (state.step === 'asking') return backToStatus(state);
  return state.step === 'proving' ? backToStatus(state.next) : state;
}

function transition(
  state: RecoveryCodesState,
  event: FlowInput<RecoveryCodesEvent>,
): RecoveryCodesState {
  switch (event.type) {
    case 'start':
      return start(state);
    case 'loaded':
      return state.step === 'loading'
        ? { step: 'status', status: event.status, ...pickOutcome(state) }
        : state;
    case 'choose-generate':
      return state.step === 'status' ? { step: 'asking', ...pickStatus(state) } : state;
    case 'cancel':
      return afterCancel(state);
    case 'generate':
      return state.step === 'asking' ? { step: 'generating', ...pickStatus(state) } : state;
    case 'generated':
      return state.step === 'generating'
        ? { step: 'generated', codes: event.codes, ...(state.status && { status: state.status }) }
        : state;
    case 'continue':
      return state.step === 'generated' ? { step: 'loading', outcome: outcomeOf(state) } : state;
    case 'submit-proof':
    case 'proved':
      return 'next' in state ? afterProof(state, event) : state;
    case 'failed':
      return stillUnknown(
        'next' in state ? afterProof(state, event) : afterFailure(state, event.error),
        state,
      );
  }
}

function effect(
  state: RecoveryCodesState,
  request: RequestOperation,
): Promise<RecoveryCodesEvent> | undefined {
  switch (state.step) {
    case 'loading':
      return request('recoveryCodesStatus').then((status) => ({ type: 'loaded', status }));
    case 'generating':
      return request('generateRecoveryCodes').then((codes) => ({ type: 'generated', codes }));
    case 'checking-proof':
      return request('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'idle':
    case 'failed':
    case 'status':
    case 'asking':
    case 'proving':
    case 'generated':
      return undefined;
  }
}

/**
 * Shows how many recovery codes are left, and generates new ones: it asks for confirmation, steps up
 * if the server requires that, and shows the codes once.
 *
 * @example
 * ```ts
 * const flow = new FlowController(host, recoveryCodesFlow);
 * flow.dispatch({ type: 'start' }); // loading, then status
 * flow.dispatch({ type: 'choose-generate' }); // asking
 * flow.dispatch({ type: 'generate' }); // generating, then generated
 * flow.dispatch({ type: 'continue' }); // loading, then status
 * ```
 */
export const recoveryCodesFlow: Flow<RecoveryCodesState, RecoveryCodesEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
  afterForgetting: (state, isShown) => {
    const outcome = outcomeAfterForgetting(state, isShown);
    return outcome && { step: 'idle', outcome };
  },
};
