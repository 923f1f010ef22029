import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.js';
import type { Throttle } from '../mfa/throttle.js';
import { Problem } from '../problem.js';
import { normaliseEmail } from './normalise-email.js';
import { hashPassword, PASSWORD_COST, type ScryptCost, verifyPassword } from './scrypt.js';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Who may sign in, and the first door: the password. */
export class Accounts {
  readonly #database: Kysely<Schema>;
  readonly #throttle: Throttle;
  readonly #nobodysHash: Promise<string>;

  /** @param cost Cost of the hash that stands in for an account that is not there. */
  constructor(database: Kysely<Schema>, throttle: Throttle, cost: ScryptCost = PASSWORD_COST) {
    this.#database = database;
    this.#throttle = throttle;
    this.#nobodysHash = hashPassword(randomUUID(), cost);
  }

  async byId(id: string): Promise<Account> {
    return this.#database
      .selectFrom('accounts')
      .select(['id', 'email', 'name'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  }

  /**
   * The account of an address and its password. An unknown address costs the same time and counts
   * in the same way, so that nobody learns who has an account (ASVS 6.3.8).
   *
   * @throws {Problem} `invalid-password` or `rate-limited`.
   */
  async signIn(typedEmail: string, password: string): Promise<Account> {
    const email = normaliseEmail(typedEmail);
    const account = await this.#database
      .selectFrom('accounts')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirst();
    const hash = account?.password_hash ?? (await this.#nobodysHash);
    // Hashed, so that the table of counters is no list of addresses.
    const subject = createHash('sha256').update(email).digest('base64url');
    await this.#throttle.charge(subject);
    const right = await verifyPassword(password, hash);
    if (account === undefined || !right) throw new Problem('invalid-password');
    await this.#throttle.reset(this.#database, subject);
    return account;
  }

  /** Whether this is the account's password. Counts nothing: the caller does. */
  async hasPassword(id: string, password: string): Promise<boolean> {
    const { password_hash } = await this.#database
      .selectFrom('accounts')
      .select('password_hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return verifyPassword(password, password_hash);
  }
}
