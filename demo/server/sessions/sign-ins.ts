import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import { hashToken, newToken } from './tokens.js';

/** A sign-in between the right password and the second factor. */
export interface SignIn {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

const LIFETIME_SECONDS = 10 * 60;

/**
 * Stores sign-ins that wait for the second factor. They have their own table and their own cookie, so that
 * code that looks for a session can never find one (B21).
 */
export class SignIns {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;

  constructor(database: Kysely<Schema>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns The value of the cookie. */
  async begin(accountId: string): Promise<string> {
    const token = newToken();
    const now = this.#clock();
    await this.#database
      .insertInto('sign_ins')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: now,
        expires_at: addSeconds(now, LIFETIME_SECONDS),
      })
      .execute();
    return token;
  }

  async find(token: string): Promise<SignIn | undefined> {
    const row = await this.#database
      .selectFrom('sign_ins')
      .select(['id', 'account_id', 'expires_at'])
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', this.#clock())
      .executeTakeFirst();
    return row && { id: row.id, accountId: row.account_id, expiresAt: row.expires_at };
  }

  /**
   * Uses up a sign-in, once.
   *
   * @throws {Problem} `login-expired` if it has expired or a concurrent request has used it.
   */
  async consume(transaction: Kysely<Schema>, id: string): Promise<void> {
    const { numDeletedRows } = await transaction
      .deleteFrom('sign_ins')
      .where('id', '=', id)
      .where('expires_at', '>', this.#clock())
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Problem('login-expired');
  }

  async end(token: string): Promise<void> {
    await this.#database
      .deleteFrom('sign_ins')
      .where('token_hash', '=', hashToken(token))
      .execute();
  }
}
