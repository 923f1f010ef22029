import type { MfaOperation } from '../backend.js';
import { OPERATIONS } from '../operations.js';

/** The keys of one intent of the user, by the name of their variable. */
export type Keys = Map<string, string>;

/**
 * The idempotency keys of a backend (draft-ietf-httpapi-idempotency-key-header). A server that knows the key of a
 * request does it once, however often it arrives: a browser may send a request again by itself when a
 * connection breaks (RFC 9110, section 9.2.2).
 *
 * What the user does is a new intent with new keys. The same operation with the same input, after its outcome
 * was unknown, is the same intent once more, with the same keys (C48).
 */
export class IdempotencyKeys {
  /** The last intent of unknown outcome. */
  #unknown: { readonly intent: number; readonly keys: Keys } | undefined;

  /** Returns the keys for an operation that begins. */
  begin(operation: MfaOperation, input: object): Keys {
    if (OPERATIONS[operation].changes === 'never') return new Map<string, string>();
    const unknown = this.#unknown;
    this.#unknown = undefined;
    return unknown?.intent === intentOf(operation, input)
      ? unknown.keys
      : new Map<string, string>();
  }

  /** Keeps the keys of an operation whose outcome is unknown, if any were used. */
  keep(operation: MfaOperation, input: object, keys: Keys): void {
    if (keys.size > 0) this.#unknown = { intent: intentOf(operation, input), keys };
  }
}

/**
 * Returns a hash of an intent (FNV-1a, 32 bits), because the input may be a secret. A hash of 32 bits is enough to
 * tell one intent from the next.
 */
function intentOf(operation: MfaOperation, input: object): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([operation, input])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
