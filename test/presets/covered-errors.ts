import type { MfaOperation } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import type { ErrorRule } from '../../src/backend/definition/error-rule-types.js';
import type { ObservedOperation } from '../../src/backend/http/observer.js';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';

/** A part of a definition that may have error rules: a request, an operation, or all of it. */
interface WithErrorRules {
  readonly errors?: readonly ErrorRule[];
}

const kindsOf = (parts: readonly WithErrorRules[]): MfaErrorKind[] =>
  parts.flatMap(({ errors = [] }) => errors.map(({ kind }) => kind));

/** The errors that a rule of the definition gave to an operation, in the walks of one preset. */
export class CoveredErrors {
  readonly #covered = new Map<MfaErrorKind, Set<MfaOperation>>();

  /** Records an operation that ended. An error that no rule matched is not of the definition. */
  note({ operation, error, hasRule }: ObservedOperation): void {
    if (!error || !hasRule) return;
    this.#covered.set(error.kind, (this.#covered.get(error.kind) ?? new Set()).add(operation));
  }

  /**
   * Returns the errors of a definition that no walk covers: `"forbidden"` for a rule of every operation,
   * `"verify: locked"` for a rule of that operation.
   */
  missing({ before = [], operations, ...definition }: BackendDefinition): readonly string[] {
    const anywhere = kindsOf([...before, definition]).filter((kind) => !this.#covered.has(kind));
    const somewhere = OPERATION_NAMES.flatMap((name) => {
      const { steps = [], requires, ...operation } = operations[name] ?? {};
      return [...kindsOf([...steps, operation]), ...(requires ? ['step-up-required' as const] : [])]
        .filter((kind) => !this.#covered.get(kind)?.has(name))
        .map((kind) => `${name}: ${kind}`);
    });
    return [...new Set([...anywhere, ...somewhere])];
  }
}
