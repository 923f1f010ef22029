import type { RecoveryCodesStatus } from '../backend/backend.js';
import type { MfaError, MfaErrorKind } from '../backend/mfa-error.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Ask, Flow, Told } from './flow-controller.js';
import { afterProof, askProof, wantsProof, type StepUp, type StepUpEvent } from './step-up.js';

/**
 * How generating codes ended. `generated`: the account had no codes before. `replaced`: the old codes
 * stopped working. In both cases the person kept the new ones. `unknown`: the answer was lost, so the old ones may have stopped
 * working while nobody saw the new ones.
 */
export type GenerateOutcome = 'generated' | 'replaced' | 'unknown';

/** Whether the account never had codes: then nothing stops working, and none are "new". */
export const neverHadCodes = (status: RecoveryCodesStatus | undefined): boolean =>
  status?.total === 0;

/** What the person is told beside the numbers. */
interface After {
  readonly outcome?: GenerateOutcome;
}

/** What is known of the codes; a server that does not say leaves it out. */
interface Known {
  readonly status?: RecoveryCodesStatus;
}

type Generating = { readonly step: 'generating' } & Known;

/** The recovery codes of an account, by what the person sees. */
export type RecoveryCodesState =
  | { readonly step: 'idle' }
  | ({ readonly step: 'loading' } & After)
  | { readonly step: 'failed'; readonly error: MfaError }
  /** How many codes are left. */
  | ({ readonly step: 'status' } & Known & After)
  /** "Are you sure?"; `error` is why it could not be done just now. */
  | ({ readonly step: 'asking'; readonly error?: MfaError } & Known)
  | StepUp<Generating>
  | Generating
  /** The new codes, for the only time. Secret. `status` is how it was before them. */
  | ({ readonly step: 'generated'; readonly codes: readonly string[] } & Known);

/** What can happen to the recovery codes. */
export type RecoveryCodesEvent =
  | { readonly type: 'loaded'; readonly status: RecoveryCodesStatus }
  /** The person wants new codes. */
  | { readonly type: 'ask' }
  | { readonly type: 'cancel' }
  /** The person knows what that means. */
  | { readonly type: 'generate' }
  | { readonly type: 'generated'; readonly codes: readonly string[] }
  /** The person goes on, the new codes kept. */
  | { readonly type: 'continue' }
  | StepUpEvent;

/** What a server says that does not tell how many codes are left: nothing is wrong. */
const UNTOLD: readonly MfaErrorKind[] = ['not-found', 'misconfigured'];

const knownOf = ({ status }: Known): Known => (status ? { status } : {});

const outcomeOf = ({ outcome }: After): After => (outcome ? { outcome } : {});

/** Numbers that cannot be read must not make a failure of new codes, nor hide a lost answer. */
function afterFailedLoad(state: After, error: MfaError): RecoveryCodesState {
  const canGoOn = UNTOLD.includes(error.kind) || (state.outcome && !endsSignIn(error));
  return canGoOn ? { step: 'status', ...outcomeOf(state) } : { step: 'failed', error };
}

function afterRefusal(state: Generating, error: MfaError): RecoveryCodesState {
  if (endsSignIn(error)) return { step: 'failed', error };
  if (wantsProof(error)) return askProof(state, error);
  // The old codes may have stopped working: what there is now is asked, never guessed (C49).
  if (error.kind === 'unknown-outcome') return { step: 'loading', outcome: 'unknown' };
  return { step: 'asking', ...knownOf(state), error };
}

function afterFailure(state: RecoveryCodesState, error: MfaError): RecoveryCodesState {
  if (state.step === 'loading') return afterFailedLoad(state, error);
  return state.step === 'generating' ? afterRefusal(state, error) : state;
}

function afterCancel(state: RecoveryCodesState): RecoveryCodesState {
  if (state.step === 'asking') return { step: 'status', ...knownOf(state) };
  return state.step === 'proving' ? { step: 'status', ...knownOf(state.next) } : state;
}

function transition(
  state: RecoveryCodesState,
  event: Told<RecoveryCodesEvent>,
): RecoveryCodesState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? { step: 'loading' } : state;
    case 'loaded':
      return state.step === 'loading'
        ? { step: 'status', status: event.status, ...outcomeOf(state) }
        : state;
    case 'ask':
      return state.step === 'status' ? { step: 'asking', ...knownOf(state) } : state;
    case 'cancel':
      return afterCancel(state);
    case 'generate':
      return state.step === 'asking' ? { step: 'generating', ...knownOf(state) } : state;
    case 'generated':
      return state.step === 'generating'
        ? { step: 'generated', codes: event.codes, ...knownOf(state) }
        : state;
    case 'continue':
      return state.step === 'generated'
        ? { step: 'loading', outcome: neverHadCodes(state.status) ? 'generated' : 'replaced' }
        : state;
    case 'submit-proof':
    case 'proved':
      return 'next' in state ? afterProof(state, event) : state;
    case 'failed':
      return 'next' in state ? afterProof(state, event) : afterFailure(state, event.error);
  }
}

function effect(state: RecoveryCodesState, ask: Ask): Promise<RecoveryCodesEvent> | undefined {
  switch (state.step) {
    case 'loading':
      return ask('recoveryCodesStatus').then((status) => ({ type: 'loaded', status }));
    case 'generating':
      return ask('generateRecoveryCodes').then((codes) => ({ type: 'generated', codes }));
    case 'checking-proof':
      return ask('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'idle':
    case 'failed':
    case 'status':
    case 'asking':
    case 'proving':
    case 'generated':
      return undefined;
  }
}

/** The recovery codes: how many are left, and new ones: ask, prove if the server wants it, show once. */
export const recoveryCodesFlow: Flow<RecoveryCodesState, RecoveryCodesEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
