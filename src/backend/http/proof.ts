import { MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import type { OperationDefinition } from './language/definition.js';
import type { Memory } from './memory.js';

/** How a server refuses each proof that went along with an operation. */
const REFUSALS: Readonly<Record<StepUpProof, readonly MfaErrorKind[]>> = {
  password: ['invalid-password'],
  code: ['invalid-code', 'code-reused'],
};

type Described = Pick<OperationDefinition, 'requires'>;

/** The error of an operation, which says so when it was the proof that the server did not take. */
export function proofRefused({ requires }: Described, error: MfaError): MfaError {
  const isRefused = requires?.some((proof) => REFUSALS[proof].includes(error.kind));
  if (!isRefused || !requires) return error;
  return new MfaError(error.kind, error.message, { ...error.facts, stepUp: requires });
}

/** Forgets a proof that was used or refused. One that was not looked at can be sent again. */
export function forgetProof(
  memory: Memory,
  { requires }: Described,
  error: MfaError | undefined,
): void {
  if (requires && (!error || error.facts.stepUp)) memory.forget('stepUp', requires);
}
