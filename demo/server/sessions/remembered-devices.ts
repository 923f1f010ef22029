import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { hashToken, newToken } from './tokens.js';

/** A browser that needs no code at the next sign-in, as its cookie. */
export interface RememberedDevice {
  readonly token: string;
  /** Whole seconds until it is forgotten. */
  readonly secondsLeft: number;
}

/** Longer would leave a lost computer open for too long (B62). */
export const LONGEST_DAYS = 30;

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Browsers in which a right code was given and that are not asked for one for a while (B62). Each
 * belongs to one account, and says nothing without that account's password.
 *
 * It is no second factor (NIST SP 800-63B-4 knows none like it): a session that begins this way has
 * proved less, and a change to what protects the account still asks it for a code (step-up.ts).
 */
export class RememberedDevices {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #lifetime: number;

  /** @param days How long a device is remembered; 0 remembers none, also none of before. */
  constructor(database: Kysely<Schema>, clock: Clock, days: number) {
    this.#database = database;
    this.#clock = clock;
    this.#lifetime = days * DAY_SECONDS;
  }

  /**
   * @param before The cookie that the device had, and loses by this.
   * @returns The new cookie; undefined when no devices are remembered here.
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
   * Uses the cookie of a device, which gets another one: of a cookie and its copy only the one that
   * is used first goes on. The time it is remembered does not begin anew.
   *
   * @returns The new cookie; undefined when this account is not remembered under the old one.
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
      .where(this.#livesAs(token, accountId, now))
      .returning('expires_at')
      .executeTakeFirst();
    if (!row) return undefined;
    const secondsLeft = Math.floor((row.expires_at.getTime() - now.getTime()) / 1000);
    return { token: next, secondsLeft };
  }

  /** Until when this account is remembered under a cookie; undefined when it is not. */
  async until(token: string, accountId: string): Promise<Date | undefined> {
    const row = await this.#database
      .selectFrom('remembered_devices')
      .select('expires_at')
      .where(this.#livesAs(token, accountId, this.#clock()))
      .executeTakeFirst();
    return row?.expires_at;
  }

  /** Forgets one device, whoever's it is. */
  async forget(token: string, database = this.#database): Promise<void> {
    await database
      .deleteFrom('remembered_devices')
      .where('token_hash', '=', hashToken(token))
      .execute();
  }

  /**
   * Forgets every device of an account. Goes with whatever changes what protects the account, and
   * before its sessions are ended, so that a sign-in beside it leaves no session behind.
   */
  async forgetAll(transaction: Kysely<Schema>, accountId: string): Promise<void> {
    await transaction
      .deleteFrom('remembered_devices')
      .where('account_id', '=', accountId)
      .execute();
  }

  #livesAs(token: string, accountId: string, now: Date) {
    return (eb: ExpressionBuilder<Schema, 'remembered_devices'>) =>
      eb.and([
        eb('token_hash', '=', hashToken(token)),
        eb('account_id', '=', accountId),
        eb('expires_at', '>', now),
        // A time that was made shorter counts for the devices of before, too.
        eb('created_at', '>', addSeconds(now, -this.#lifetime)),
      ]);
  }
}
