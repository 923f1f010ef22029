import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { hashToken, newToken } from './tokens.js';

/** The cookie of a browser that needs no code at the next sign-in. */
export interface RememberedDevice {
  readonly token: string;
  /** Whole seconds until it expires. */
  readonly secondsLeft: number;
}

/** A longer time would leave a lost computer usable for too long (B62). */
export const LONGEST_DAYS = 30;

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Stores browsers in which a right code was given and that need none for some time (B62). Each belongs to one
 * account and is useless without that account's password.
 *
 * A remembered device is not a second factor (NIST SP 800-63B-4 does not define it as one). A session that
 * starts with it has proved less, and still needs a code to change the protection of the account
 * (step-up.ts).
 */
export class RememberedDevices {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #lifetime: number;

  /** @param days How long a device is remembered. With 0, devices that were remembered before no longer count either. */
  constructor(database: Kysely<Schema>, clock: Clock, days: number) {
    this.#database = database;
    this.#clock = clock;
    this.#lifetime = days * DAY_SECONDS;
  }

  /**
   * @param before The former cookie of the device, which becomes invalid.
   * @returns The new cookie, or undefined if no devices are remembered.
   */
  async remember(
    transaction: Kysely<Schema>,
    accountId: string,
    before: string | undefined,
  ): Promise<RememberedDevice | undefined> {
    if (this.#lifetime === 0) return undefined;
    if (before !== undefined) await this.forget(before, transaction);
    const token = newToken();
    const now = this.#clock();
    await transaction
      .insertInto('remembered_devices')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: now,
        expires_at: addSeconds(now, this.#lifetime),
      })
      .execute();
    return { token, secondsLeft: this.#lifetime };
  }

  /**
   * Uses the cookie of a device and replaces it, so that of a cookie and its copy only the first one used
   * stays valid. The expiry does not change.
   *
   * @returns The new cookie, or undefined if this account is not remembered under the old one.
   */
  async recognise(
    transaction: Kysely<Schema>,
    token: string,
    accountId: string,
  ): Promise<RememberedDevice | undefined> {
    const now = this.#clock();
    const next = newToken();
    const row = await transaction
      .updateTable('remembered_devices')
      .set({ token_hash: hashToken(next) })
      .where(this.#isValid(token, accountId, now))
      .returning('expires_at')
      .executeTakeFirst();
    if (!row) return undefined;
    const secondsLeft = Math.floor((row.expires_at.getTime() - now.getTime()) / 1000);
    return { token: next, secondsLeft };
  }

  /** The expiry of a cookie for this account, or undefined if it is not remembered. */
  async until(token: string, accountId: string): Promise<Date | undefined> {
    const row = await this.#database
      .selectFrom('remembered_devices')
      .select('expires_at')
      .where(this.#isValid(token, accountId, this.#clock()))
      .executeTakeFirst();
    return row?.expires_at;
  }

  /** Forgets one device, of whichever account. */
  async forget(token: string, database = this.#database): Promise<void> {
    await database
      .deleteFrom('remembered_devices')
      .where('token_hash', '=', hashToken(token))
      .execute();
  }

  /**
   * Forgets every device of an account. Called with every change to the protection of the account, before its
   * sessions are ended, so that a concurrent sign-in leaves no session behind.
   */
  async forgetAll(transaction: Kysely<Schema>, accountId: string): Promise<void> {
    await transaction
      .deleteFrom('remembered_devices')
      .where('account_id', '=', accountId)
      .execute();
  }

  #isValid(token: string, accountId: string, now: Date) {
    return (eb: ExpressionBuilder<Schema, 'remembered_devices'>) =>
      eb.and([
        eb('token_hash', '=', hashToken(token)),
        eb('account_id', '=', accountId),
        eb('expires_at', '>', now),
        // If the time was shortened, it also applies to devices that were remembered before.
        eb('created_at', '>', addSeconds(now, -this.#lifetime)),
      ]);
  }
}
