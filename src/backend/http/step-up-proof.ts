import type { MfaOperation } from '../backend.js';
import { ERROR_KINDS } from '../error-kinds.js';
import { MfaError, type StepUpProof } from '../mfa-error.js';
import type { Exchange } from './exchange.js';
import type { OperationDefinition } from '../definition/definition.js';
import type { OperationVariables } from '../definition/variables.js';
import type { CapturedValues } from './captured-values.js';

type Described = Pick<OperationDefinition, 'requires'>;

/** The proofs that an operation sends with its own request: also a list if the definition has a single one. */
export const proofsOf = ({ requires }: Described): readonly StepUpProof[] =>
  [requires ?? []].flat();

/** An operation that may have to send a proof with its own request. */
interface ProofContext {
  readonly operation: MfaOperation;
  readonly described: Described;
  readonly exchange: Exchange;
  readonly captured: CapturedValues;
  readonly variables: OperationVariables;
}

/**
 * Checks that there is one of the proofs that the operation has to send.
 *
 * @throws MfaError `step-up-required` if there is none; nothing has been sent then.
 */
export async function requireProof(context: ProofContext): Promise<void> {
  const { operation, described, exchange, captured, variables } = context;
  const requires = proofsOf(described);
  if (requires.length === 0) return;
  // A proof that is stored for the enrollment must not be used for another operation.
  if (operation !== 'confirmEnrollment') captured.delete('startEnrollment', requires);
  const values = await exchange.until(variables.ask(requires));
  if (requires.some((proof) => values.get(proof) !== undefined)) return;
  throw new MfaError('step-up-required', `${operation} needs one of: ${requires.join(', ')}.`, {
    stepUp: requires,
  });
}

/** Adds the accepted proofs to the error of an operation whose own proof was refused. */
export function withAcceptedProofs(described: Described, error: MfaError): MfaError {
  const requires = proofsOf(described);
  const { refuses } = ERROR_KINDS[error.kind];
  if (!refuses || !requires.includes(refuses)) return error;
  return new MfaError(error.kind, error.message, { ...error.facts, stepUp: requires });
}

/**
 * Deletes a proof that was sent once, whether or not it was accepted. A proof that was sent with the
 * first code of an app belongs to that enrollment from then on, because the next code needs it too.
 */
export function deleteUsedProof(
  { operation, described, captured }: ProofContext,
  error: MfaError | undefined,
): void {
  const requires = proofsOf(described);
  if (requires.length === 0) return;
  const proof = (['stepUp', 'startEnrollment'] as const).flatMap((by) =>
    captured.delete(by, requires),
  );
  if (operation === 'confirmEnrollment' && error && !error.facts.stepUp) {
    captured.set(proof, 'startEnrollment');
  }
}
