import type { MfaOperation } from '../backend.js';
import type { BackendDefinition, OperationDefinition } from '../definition/definition.js';
import { MfaError } from '../mfa-error.js';
import { OPERATION_NAMES } from '../operations.js';
import { own } from '../own.js';

/** The operations of a definition. */
export type Described = Readonly<Partial<Record<MfaOperation, OperationDefinition<unknown>>>>;

/**
 * Returns the operations of a definition that may not have been checked.
 *
 * @throws MfaError `misconfigured` if it has no operations.
 */
export function readOperations(definition: unknown): Described {
  const { operations } = own(definition ?? {}) as { readonly operations?: object | null };
  if (typeof operations !== 'object' || operations === null) {
    throw new MfaError('misconfigured', 'The backend definition has no "operations".');
  }
  return own(
    Object.fromEntries(
      OPERATION_NAMES.filter((name) => Object.hasOwn(operations, name)).map((name) => [
        name,
        (operations as BackendDefinition['operations'])[name],
      ]),
    ),
  );
}

/**
 * Returns the operations that a backend with a definition has. An enrollment can always be forgotten here, whether
 * or not the server has an operation for it.
 */
export const offeredBy = (described: Described): readonly MfaOperation[] =>
  OPERATION_NAMES.filter(
    (name) =>
      described[name] !== undefined ||
      (name === 'cancelEnrollment' && described.startEnrollment !== undefined),
  );
