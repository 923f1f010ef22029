import type { StepUpInput } from '../backend/backend.js';
import type { MfaError, StepUpProof } from '../backend/mfa-error.js';
import { endsSignIn, ERROR_KINDS } from '../backend/error-kinds.js';
import { withoutDoubt } from '../backend/unknown-outcome.js';
import type { FailedEvent } from './flow-controller.js';

/**
 * The two states that a flow adds in order to step up: one waits for a proof, one checks it.
 *
 * `next` is the state that the server refused. The person has confirmed it already, so the flow enters
 * it again once the proof is accepted. A flow that can be canceled reads in `next` where to return to.
 *
 * @example
 * ```ts
 * type State = { step: 'idle' } | Removing | StepUp<Removing>;
 *
 * // In `transition`, where `state` is `Removing`:
 * if (wantsProof(error)) return askProof(state, error); // proving
 * // Where `state` is `proving` or `checking-proof`:
 * return afterProof(state, event); // checking-proof, then `Removing` again
 * ```
 */
export type StepUp<Next> = ProvingState<Next> | CheckingProofState<Next>;

/** The part of the refused state that says which proof the server has accepted for it. */
interface Proved {
  readonly proved?: StepUpProof;
}

interface FailedState {
  readonly step: 'failed';
  readonly error: MfaError;
}

interface ProvingState<Next> {
  readonly step: 'proving';
  readonly next: Next;
  /** The proofs that the server accepts. The first is proposed. */
  readonly proofs: readonly StepUpProof[];
  /** Why the last proof was refused. */
  readonly error?: MfaError;
}

interface CheckingProofState<Next> {
  readonly step: 'checking-proof';
  readonly next: Next;
  readonly proofs: readonly StepUpProof[];
  readonly proof: StepUpInput;
}

/** The events of the step-up. The effect of `checking-proof` resolves to `proved`. */
export type StepUpEvent =
  { readonly type: 'submit-proof'; readonly proof: StepUpInput } | { readonly type: 'proved' };

/**
 * Returns true if the error asks for a step-up: either `step-up-required`, or another kind that lists
 * the accepted proofs because the one that was sent was wrong.
 */
export const wantsProof = ({ kind, facts: { stepUp = [] } }: MfaError): boolean =>
  kind === 'step-up-required' || stepUp.length > 0;

/**
 * Returns the state that waits for a proof; `failed` if the server asks for a proof that it has just
 * accepted, because it would do so each time, or accepts none that can be given here, such as a passkey.
 *
 * @param next The state that the server refused.
 * @param error An error for which {@link wantsProof} is true. If it lists no proofs, the proof is the
 *   password. If it refuses a proof that was sent, that proof is proposed first.
 */
export function askProof<Next>(next: Next & Proved, error: MfaError): StepUp<Next> | FailedState {
  const { kind, facts } = error;
  const refused = ERROR_KINDS[kind].refuses;
  const proofs = [...(facts.stepUp ?? ['password'])].sort(
    (one, other) => Number(other === refused) - Number(one === refused),
  );
  if (kind !== 'step-up-required') return { step: 'proving', next, proofs, error };
  const isForgotten = next.proved !== undefined && proofs.includes(next.proved);
  return isForgotten || proofs.length === 0
    ? { step: 'failed', error }
    : { step: 'proving', next, proofs };
}

/**
 * Returns the state after a proof was submitted, accepted or refused.
 *
 * @returns The same object for an event that does not apply. The proof itself is in no state but
 *   `checking-proof` (ARCHITECTURE.md, decision 2).
 */
export function afterProof<Next>(
  state: StepUp<Next>,
  event: StepUpEvent | FailedEvent,
): StepUp<Next> | (Next & Proved) | FailedState {
  const { next, proofs } = state;
  switch (event.type) {
    case 'submit-proof':
      return state.step === 'proving'
        ? { step: 'checking-proof', next, proofs, proof: event.proof }
        : state;
    case 'proved':
      if (state.step !== 'checking-proof') return state;
      return { ...next, proved: 'password' in state.proof ? 'password' : 'code' };
    case 'failed': {
      if (state.step === 'proving') return state;
      // Another try does no harm.
      const error = withoutDoubt(event.error);
      return endsSignIn(error)
        ? { step: 'failed', error }
        : { step: 'proving', next, proofs, error };
    }
  }
}
