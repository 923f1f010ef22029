import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { Authenticators, CodeMatch } from './authenticators.js';
import { timeStepOf } from './codes.js';
import type { RecoveryCodes } from './recovery-codes.js';
import type { Throttle } from './throttle.js';

/** What happens once the proof is given, in the transaction that uses the proof up. */
type Then<T> = (transaction: Kysely<Schema>) => Promise<T>;

/**
 * The one place where a second factor is proved. Every door comes through here: they share the
 * counter, and a code that opened one cannot open another (B3, B12).
 *
 * What can fail of itself (reading, unsealing) comes before the charge, so a fault of ours costs the
 * person no try; the check comes after it, so no guess is free.
 */
export class SecondFactor {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #authenticators: Authenticators;
  readonly #recoveryCodes: RecoveryCodes;
  readonly #throttle: Throttle;

  constructor(parts: {
    database: Kysely<Schema>;
    clock: Clock;
    authenticators: Authenticators;
    recoveryCodes: RecoveryCodes;
    throttle: Throttle;
  }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
    this.#authenticators = parts.authenticators;
    this.#recoveryCodes = parts.recoveryCodes;
    this.#throttle = parts.throttle;
  }

  /**
   * Proves with a code from a linked app.
   *
   * @throws {Problem} `forbidden` when no app is linked; `invalid-code`, `code-reused`,
   *   `rate-limited` or `locked`.
   */
  async withCode<T>(accountId: string, code: string, then: Then<T>): Promise<T> {
    const linked = await this.#authenticators.secrets(accountId);
    if (linked.length === 0) throw new Problem('forbidden', { title: 'No app is linked.' });
    const { attemptsLeft } = await this.#throttle.charge(accountId);
    const matches: CodeMatch[] = [];
    for (const { id, secret } of linked) {
      const step = await timeStepOf(secret, code, this.#clock());
      if (step !== undefined) matches.push({ authenticatorId: id, step });
    }
    if (matches.length === 0) throw new Problem('invalid-code', { attemptsLeft });
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#consumeOneOf(transaction, matches))) {
        throw new Problem('code-reused', { attemptsLeft });
      }
      await this.#throttle.reset(transaction, accountId);
      return then(transaction);
    });
  }

  /**
   * Proves with a recovery code.
   *
   * @throws {Problem} `invalid-recovery-code`, `rate-limited` or `locked`.
   */
  async withRecoveryCode<T>(accountId: string, code: string, then: Then<T>): Promise<T> {
    const { attemptsLeft } = await this.#throttle.charge(accountId);
    const id = await this.#recoveryCodes.find(accountId, code);
    if (id === undefined) throw new Problem('invalid-recovery-code', { attemptsLeft });
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#recoveryCodes.consume(transaction, id))) {
        throw new Problem('invalid-recovery-code', { attemptsLeft });
      }
      await this.#throttle.reset(transaction, accountId);
      return then(transaction);
    });
  }

  /** Two apps can show the same six digits at the same moment; either may still be unused. */
  async #consumeOneOf(transaction: Kysely<Schema>, matches: CodeMatch[]): Promise<boolean> {
    for (const match of matches) {
      if (await this.#authenticators.consume(transaction, match)) return true;
    }
    return false;
  }
}
