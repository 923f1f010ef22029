import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addSeconds, type Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import { hashToken, newToken } from './tokens.js';

/** A complete sign-in. */
export interface Session {
  /** Does not change when the cookie is rotated. */
  readonly id: string;
  readonly accountId: string;
  readonly steppedUpAt: Date | undefined;
  /** A remembered device replaced the second factor, and none was given since. */
  readonly byRememberedDevice: boolean;
}

/** NIST SP 800-63B-4 section 2.2.3 allows at most 24 hours and one idle hour. */
const LIFETIME_SECONDS = 12 * 60 * 60;
const IDLE_SECONDS = 60 * 60;
/** The age at which `last_seen_at` is written again, which saves a write per request. */
const SEEN_SECONDS = 60;
const STEP_UP_SECONDS = 5 * 60;

/** Stores sessions on the server. The cookie is opaque, and only its hash is stored. */
export class Sessions {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;

  constructor(database: Kysely<Schema>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns The value of the cookie. */
  async begin(
    transaction: Kysely<Schema>,
    accountId: string,
    { byRememberedDevice = false } = {},
  ): Promise<string> {
    const token = newToken();
    const now = this.#clock();
    await transaction
      .insertInto('sessions')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: now,
        expires_at: addSeconds(now, LIFETIME_SECONDS),
        last_seen_at: now,
        stepped_up_at: null,
        by_remembered_device: byRememberedDevice,
      })
      .execute();
    return token;
  }

  async find(token: string): Promise<Session | undefined> {
    const now = this.#clock();
    const row = await this.#database
      .selectFrom('sessions')
      .selectAll()
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', addSeconds(now, -IDLE_SECONDS))
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.last_seen_at <= addSeconds(now, -SEEN_SECONDS)) {
      await this.#database
        .updateTable('sessions')
        .set({ last_seen_at: now })
        .where('id', '=', row.id)
        .execute();
    }
    return {
      id: row.id,
      accountId: row.account_id,
      steppedUpAt: row.stepped_up_at ?? undefined,
      byRememberedDevice: row.by_remembered_device,
    };
  }

  /**
   * Replaces the cookie of a session; the old one is invalid at once (ASVS 7.2.4).
   *
   * @returns The value of the new cookie.
   * @throws {Problem} `signed-out` if the session has ended meanwhile.
   */
  async rotate(
    transaction: Kysely<Schema>,
    id: string,
    change: { stepped_up_at?: Date; by_remembered_device?: false } = {},
  ): Promise<string> {
    const token = newToken();
    const { numUpdatedRows } = await transaction
      .updateTable('sessions')
      .set({ token_hash: hashToken(token), ...change })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Problem('signed-out');
    return token;
  }

  /** Whether the last step-up of the session was at most 5 minutes ago. */
  isSteppedUp({ steppedUpAt }: Session): boolean {
    return steppedUpAt !== undefined && steppedUpAt > addSeconds(this.#clock(), -STEP_UP_SECONDS);
  }

  async end(token: string): Promise<void> {
    await this.#database
      .deleteFrom('sessions')
      .where('token_hash', '=', hashToken(token))
      .execute();
  }

  /** Ends the account's sessions in other browsers after a change to its protection (B24). */
  async endOthers(transaction: Kysely<Schema>, { id, accountId }: Session): Promise<void> {
    await transaction
      .deleteFrom('sessions')
      .where('account_id', '=', accountId)
      .where('id', '!=', id)
      .execute();
  }
}
