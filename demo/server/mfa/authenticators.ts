import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { SecretBox } from './secret-box.js';

/** A linked authenticator, in the format of the contract. */
export interface Authenticator {
  readonly id: string;
  readonly method: 'totp';
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** The authenticator and the time step for which a code is right. */
export interface CodeMatch {
  readonly authenticatorId: string;
  readonly step: number;
}

export const MAX_AUTHENTICATORS = 5;

const COLUMNS = ['id', 'name', 'created_at', 'last_used_at'] as const;

/** Stores the authenticators that are linked to accounts. */
export class Authenticators {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;
  readonly #secretBox: SecretBox;

  constructor(database: Kysely<Schema>, clock: Clock, secretBox: SecretBox) {
    this.#database = database;
    this.#clock = clock;
    this.#secretBox = secretBox;
  }

  async list(accountId: string): Promise<Authenticator[]> {
    const rows = await this.#database
      .selectFrom('authenticators')
      .select(COLUMNS)
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(toAuthenticator);
  }

  async count(accountId: string, database = this.#database): Promise<number> {
    const { count } = await database
      .selectFrom('authenticators')
      .select((expression) => expression.fn.countAll().as('count'))
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** The shared secret of every linked authenticator. Use it only to check a code. */
  async secrets(accountId: string): Promise<{ id: string; secret: string }[]> {
    const rows = await this.#database
      .selectFrom('authenticators')
      .select(['id', 'sealed_secret'])
      .where('account_id', '=', accountId)
      .execute();
    return rows.map(({ id, sealed_secret }) => ({
      id,
      secret: this.#secretBox.open(sealed_secret, { accountId, authenticatorId: id }),
    }));
  }

  /**
   * Uses up a right code in one statement of the database. Of concurrent requests with the same code exactly
   * one succeeds, and an older code never counts after a newer one (RFC 6238 section 5.2).
   *
   * @returns Whether this request succeeded.
   */
  async consume(transaction: Kysely<Schema>, { authenticatorId, step }: CodeMatch) {
    const { numUpdatedRows } = await transaction
      .updateTable('authenticators')
      .set({ last_step: step, last_used_at: this.#clock() })
      .where('id', '=', authenticatorId)
      .where('last_step', '<', step)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** Links an authenticator. `step` is the time step of its first code, which is used up by this. */
  async add(
    transaction: Kysely<Schema>,
    app: { id: string; accountId: string; name: string; sealedSecret: string; step: number },
  ): Promise<Authenticator> {
    const row = await transaction
      .insertInto('authenticators')
      .values({
        id: app.id,
        account_id: app.accountId,
        name: app.name,
        sealed_secret: app.sealedSecret,
        last_step: app.step,
        created_at: this.#clock(),
        last_used_at: null,
      })
      .returning(COLUMNS)
      .executeTakeFirstOrThrow();
    return toAuthenticator(row);
  }

  /** @throws {Problem} `not-found`, also for an authenticator of another account (B32). */
  async rename(accountId: string, id: string, name: string): Promise<Authenticator> {
    const row = await this.#database
      .updateTable('authenticators')
      .set({ name })
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .returning(COLUMNS)
      .executeTakeFirst();
    if (!row) throw new Problem('not-found');
    return toAuthenticator(row);
  }

  /** @throws {Problem} `not-found`, also for an authenticator of another account (B32). */
  async remove(transaction: Kysely<Schema>, accountId: string, id: string): Promise<void> {
    const { numDeletedRows } = await transaction
      .deleteFrom('authenticators')
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Problem('not-found');
  }
}

function toAuthenticator(row: {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}): Authenticator {
  return {
    id: row.id,
    method: 'totp',
    name: row.name,
    createdAt: row.created_at.toISOString(),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at.toISOString() }),
  };
}
