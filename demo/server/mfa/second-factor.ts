import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { Authenticators, CodeMatch } from './authenticators.js';
import { timeStepOf } from './codes.js';
import type { RecoveryCodes } from './recovery-codes.js';
import type { Throttle } from './throttle.js';

/** Runs after a right proof, in the transaction that uses it up. */
type OnProof<T> = (transaction: Kysely<Schema>) => Promise<T>;

/**
 * Checks second factors. All routes use this class: they share the counter, and a code that was used for one
 * cannot be used for another (B3, B12).
 *
 * Steps that can fail on the server (reading, decrypting) run before the charge, so that such a failure costs
 * the user no try. The check runs after it, so that every guess is counted.
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
   * Checks a code of a linked authenticator.
   *
   * @throws {Problem} `forbidden` if no authenticator is linked; `invalid-code`, `code-reused`,
   *   `rate-limited` or `locked`.
   */
  async withCode<T>(accountId: string, code: string, onProof: OnProof<T>): Promise<T> {
    const linked = await this.#authenticators.secrets(accountId);
    if (linked.length === 0) throw new Problem('forbidden', { title: 'No app is linked.' });
    const { ifWrong } = await this.#throttle.charge(accountId);
    const matches: CodeMatch[] = [];
    for (const { id, secret } of linked) {
      const step = await timeStepOf(secret, code, this.#clock());
      if (step !== undefined) matches.push({ authenticatorId: id, step });
    }
    if (matches.length === 0) throw new Problem('invalid-code', ifWrong);
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#consumeOneOf(transaction, matches))) {
        throw new Problem('code-reused', ifWrong);
      }
      await this.#throttle.reset(transaction, accountId);
      return onProof(transaction);
    });
  }

  /**
   * Checks a recovery code.
   *
   * @throws {Problem} `invalid-recovery-code`, `rate-limited` or `locked`.
   */
  async withRecoveryCode<T>(accountId: string, code: string, onProof: OnProof<T>): Promise<T> {
    const { ifWrong } = await this.#throttle.charge(accountId);
    const id = await this.#recoveryCodes.find(accountId, code);
    if (id === undefined) throw new Problem('invalid-recovery-code', ifWrong);
    return this.#database.transaction().execute(async (transaction) => {
      if (!(await this.#recoveryCodes.consume(transaction, id))) {
        throw new Problem('invalid-recovery-code', ifWrong);
      }
      await this.#throttle.reset(transaction, accountId);
      return onProof(transaction);
    });
  }

  /** Two authenticators can have the same code at the same time, and either may still be unused. */
  async #consumeOneOf(transaction: Kysely<Schema>, matches: CodeMatch[]): Promise<boolean> {
    for (const match of matches) {
      if (await this.#authenticators.consume(transaction, match)) return true;
    }
    return false;
  }
}
