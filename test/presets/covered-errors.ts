import type { MfaOperation } from '../../src/backend/backend.js';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import type { ErrorRule } from '../../src/backend/definition/error-rule-types.js';
import type { ObservedOperation } from '../../src/backend/http/observer.js';
import { OPERATION_NAMES } from '../../src/backend/operation-names.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';

/** Anything in a definition that may have error rules: a request, an operation, all of it. */
interface Ruled {
  readonly errors?: readonly ErrorRule[];
}

const kindsOf = (ruled: readonly Ruled[]): MfaErrorKind[] =>
  ruled.flatMap(({ errors = [] }) => errors.map(({ kind }) => kind));

/** The errors in which operations ended, in the walks of one preset, because the definition said so. */
export class CoveredErrors {
  readonly #met = new Map<MfaErrorKind, Set<MfaOperation>>();

  /** Takes note of an operation that ended. What no rule matched is not for the definition to know. */
  note({ operation, error, hasRule }: ObservedOperation): void {
    if (!error || !hasRule) return;
    this.#met.set(error.kind, (this.#met.get(error.kind) ?? new Set()).add(operation));
  }

  /**
   * The errors that a definition knows and that were met in no walk: `"forbidden"`, which may come
   * of every operation, and `"verify: locked"`, which that operation knows by itself.
   */
  missing({ before = [], operations, ...definition }: BackendDefinition): readonly string[] {
    const anywhere = kindsOf([...before, definition]).filter((kind) => !this.#met.has(kind));
    const somewhere = OPERATION_NAMES.flatMap((name) => {
      const { steps = [], requires, ...operation } = operations[name] ?? {};
      return [...kindsOf([...steps, operation]), ...(requires ? ['step-up-required' as const] : [])]
        .filter((kind) => !this.#met.get(kind)?.has(name))
        .map((kind) => `${name}: ${kind}`);
    });
    return [...new Set([...anywhere, ...somewhere])];
  }
}
