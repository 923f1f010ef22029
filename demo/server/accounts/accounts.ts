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

/** The accounts, and the first step of a sign-in: the password. */
export class Accounts {
  readonly #database: Kysely<Schema>;
  readonly #throttle: Throttle;
  readonly #decoyHash: Promise<string>;

  /** @param cost The cost of the hash that is checked for an unknown account. */
  constructor(database: Kysely<Schema>, throttle: Throttle, cost: ScryptCost = PASSWORD_COST) {
    this.#database = database;
    this.#throttle = throttle;
    this.#decoyHash = hashPassword(randomUUID(), cost);
  }

  async byId(id: string): Promise<Account> {
    return this.#database
      .selectFrom('accounts')
      .select(['id', 'email', 'name'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  }

  /**
   * Finds the account of an address and a password. An unknown address takes the same time and is counted in
   * the same way, so that a client cannot find out which addresses have an account (ASVS 6.3.8).
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
    const hash = account?.password_hash ?? (await this.#decoyHash);
    // Hashed, so that the table of counters is not a list of addresses.
    const subject = createHash('sha256').update(email).digest('base64url');
    await this.#throttle.charge(subject);
    const isRight = await verifyPassword(password, hash);
    if (account === undefined || !isRight) throw new Problem('invalid-password');
    await this.#throttle.reset(this.#database, subject);
    return account;
  }

  /** Checks the account's password. The caller counts the tries. */
  async hasPassword(id: string, password: string): Promise<boolean> {
    const { password_hash } = await this.#database
      .selectFrom('accounts')
      .select('password_hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return verifyPassword(password, password_hash);
  }
}
