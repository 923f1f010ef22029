import type { StepUpInput } from '../backend/backend.js';
import type { MfaError, MfaErrorKind, StepUpProof } from '../backend/mfa-error.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Failed } from './flow-controller.js';

/**
 * The two steps of any flow in which the server wants to know once more who is there.
 *
 * `next` is the very state that the server refused. The person asked for it already, so once proven it
 * is entered again by itself; a flow that lets the person call off reads in it what to go back to.
 */
export type StepUp<Next> = Proving<Next> | CheckingProof<Next>;

interface Proving<Next> {
  readonly step: 'proving';
  readonly next: Next;
  /** The proofs that the server takes, the one to propose first. */
  readonly proofs: readonly StepUpProof[];
  /** Why the last proof was refused. */
  readonly error?: MfaError;
}

interface CheckingProof<Next> {
  readonly step: 'checking-proof';
  readonly next: Next;
  readonly proofs: readonly StepUpProof[];
  readonly proof: StepUpInput;
}

/** What can happen while a proof is asked. The effect of `checking-proof` answers with `proved`. */
export type StepUpEvent =
  { readonly type: 'submit-proof'; readonly proof: StepUpInput } | { readonly type: 'proved' };

/**
 * Whether what was asked is refused for want of a proof: there was none, or the one that went along
 * with it was not right, which an error of another kind says that names the proofs.
 */
export const wantsProof = ({ kind, facts }: MfaError): boolean =>
  kind === 'step-up-required' || facts.stepUp !== undefined;

const PROOF_OF: Readonly<Partial<Record<MfaErrorKind, StepUpProof>>> = {
  'invalid-password': 'password',
  'invalid-code': 'code',
  'code-reused': 'code',
};

/**
 * Asks for a proof, because the server refused `next` for want of one (see {@link wantsProof}): for the
 * password where the server does not say which, first for the one that was not right.
 */
export function askProof<Next>(next: Next, error: MfaError): StepUp<Next> {
  const { kind, facts } = error;
  const refused = PROOF_OF[kind];
  const proofs = [...(facts.stepUp ?? ['password'])].sort(
    (one, other) => Number(other === refused) - Number(one === refused),
  );
  return { step: 'proving', next, proofs, ...(kind !== 'step-up-required' && { error }) };
}

/**
 * What follows from a proof that is given, taken or refused.
 *
 * @returns The next state; the very same one for an event that means nothing in it. The proof itself
 *   is in no state but `checking-proof` (ARCHITECTURE.md, decision 2).
 */
export function afterProof<Next>(
  state: StepUp<Next>,
  event: StepUpEvent | Failed,
): StepUp<Next> | Next | { readonly step: 'failed'; readonly error: MfaError } {
  const { next, proofs } = state;
  switch (event.type) {
    case 'submit-proof':
      return state.step === 'proving'
        ? { step: 'checking-proof', next, proofs, proof: event.proof }
        : state;
    case 'proved':
      return state.step === 'checking-proof' ? next : state;
    case 'failed':
      if (state.step === 'proving') return state;
      return endsSignIn(event.error)
        ? { step: 'failed', error: event.error }
        : { step: 'proving', next, proofs, error: event.error };
  }
}
