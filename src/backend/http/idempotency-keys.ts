import type { MfaOperation } from '../backend.js';
import { ERROR_KINDS } from '../error-kinds.js';
import type { MfaError } from '../mfa-error.js';
import { OPERATIONS } from '../operations.js';

/** The keys of one intent of the user, by the name of their variable. */
export type Keys = Map<string, string>;

/** An intent of unknown outcome. */
interface UnknownIntent {
  readonly hash: number;
  readonly keys: Keys;
}

/**
 * The idempotency keys of a backend (draft-ietf-httpapi-idempotency-key-header). A server that knows the key of a
 * request does it once, however often it arrives: a browser may send a request again by itself when a
 * connection breaks (RFC 9110, section 9.2.2).
 *
 * What the user does is a new intent with new keys. The same operation with the same input, after its outcome
 * was unknown, is the same intent once more, with the same keys (C48), until that is done or refused: a server may
 * repeat a refusal by the key. A try that never left, came too soon or needs a proof first ends nothing.
 *
 * Another change that was made, or may have been, ends every intent before it. The server would take a repeat for
 * done although the other change has undone it: a name that was changed once more, an app that was linked again.
 */
export class IdempotencyKeys {
  /** The last intent of unknown outcome of each operation. */
  readonly #unknown = new Map<MfaOperation, UnknownIntent>();

  /** Returns the keys for an operation that begins. */
  begin(operation: MfaOperation, input: object): Keys {
    const unknown = this.#unknown.get(operation);
    return unknown?.hash === hashOf(operation, input) ? unknown.keys : new Map<string, string>();
  }

  /**
   * Ends an operation, and keeps its keys if its outcome is unknown.
   *
   * @param keys Those with which it began.
   * @param error The error that it rejects with, if it does.
   */
  end(operation: MfaOperation, input: object, keys: Keys, error: MfaError | undefined): void {
    if (OPERATIONS[operation].changes === 'never') return;
    if (!error || error.kind === 'unknown-outcome') {
      // A proof undoes nothing, and may be what a repeat needs.
      if (operation !== 'stepUp') this.#unknown.clear();
      this.#unknown.delete(operation);
      if (error) this.#unknown.set(operation, { hash: hashOf(operation, input), keys });
      return;
    }
    if (isRefused(error) && this.#unknown.get(operation)?.keys === keys)
      this.#unknown.delete(operation);
  }
}

/** Statuses of a request that came too soon: the one before it may still be running. */
const TOO_SOON = [409, 425, 429];

/** Returns true if the server has answered with a refusal that trying again later, or with a proof, does not change. */
function isRefused({ kind, facts: { status = 0 } }: MfaError): boolean {
  const { refusesRequest, waits } = ERROR_KINDS[kind];
  if (refusesRequest) return true;
  if (waits === 'this-try' || kind === 'step-up-required') return false;
  return status >= 400 && status < 500 && !TOO_SOON.includes(status);
}

/**
 * Returns a hash of an intent (FNV-1a, 32 bits), because the input may be a secret. A hash of 32 bits is enough to
 * tell one intent from the next.
 */
function hashOf(operation: MfaOperation, input: object): number {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([operation, input])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
