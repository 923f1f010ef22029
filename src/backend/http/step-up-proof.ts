import type { MfaOperation } from '../backend.js';
import { MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import type { Exchange } from './exchange.js';
import type { OperationDefinition } from '../definition/definition.js';
import type { OperationVariables } from '../definition/variables.js';
import type { Memory } from './captured-values.js';

/** How a server refuses each proof that went along with an operation. */
const REFUSALS: Readonly<Record<StepUpProof, readonly MfaErrorKind[]>> = {
  password: ['invalid-password'],
  code: ['invalid-code', 'code-reused'],
};

type Described = Pick<OperationDefinition, 'requires'>;

/** A list also where nobody checked the definition. */
const proofsOf = ({ requires }: Described): readonly StepUpProof[] => [requires ?? []].flat();

/** An operation with which a proof may have to go along. */
interface Proving {
  readonly operation: MfaOperation;
  readonly described: Described;
  readonly exchange: Exchange;
  readonly memory: Memory;
  readonly variables: OperationVariables;
}

/**
 * Sees to it that there is one of the proofs that go along with the operation itself.
 *
 * @throws MfaError `step-up-required` when there is none: nothing is sent then.
 */
export async function requireProof(proving: Proving): Promise<void> {
  const { operation, described, exchange, memory, variables } = proving;
  const requires = proofsOf(described);
  if (requires.length === 0) return;
  // One that is kept for the next code of an enrollment is for nothing else.
  if (operation !== 'confirmEnrollment') memory.forget('startEnrollment', requires);
  const values = await exchange.until(variables.ask(requires));
  if (requires.some((proof) => values.get(proof) !== undefined)) return;
  throw new MfaError('step-up-required', `${operation} needs one of: ${requires.join(', ')}.`, {
    stepUp: requires,
  });
}

/** The error of an operation, which says so when it was the proof that the server did not take. */
export function proofRefused(described: Described, error: MfaError): MfaError {
  const requires = proofsOf(described);
  const refusals = Object.entries(REFUSALS).filter(([, kinds]) => kinds.includes(error.kind));
  if (!refusals.some(([proof]) => requires.includes(proof as StepUpProof))) return error;
  return new MfaError(error.kind, error.message, { ...error.facts, stepUp: requires });
}

/**
 * Forgets a proof that went along once, whatever came of it. One that went along with the first code
 * of an app belongs to that enrollment from then on: the next code needs it too.
 */
export function forgetProof(
  { operation, described, memory }: Proving,
  error: MfaError | undefined,
): void {
  const requires = proofsOf(described);
  if (requires.length === 0) return;
  const proof = (['stepUp', 'startEnrollment'] as const).flatMap((by) =>
    memory.forget(by, requires),
  );
  if (operation === 'confirmEnrollment' && error && !error.facts.stepUp) {
    memory.keep(proof, 'startEnrollment');
  }
}
