import type { Kysely } from 'kysely';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';
import { Problem } from '../problem.js';
import type { SecretBox } from './secret-box.js';

/** A linked app as the contract shows it. */
export interface Authenticator {
  readonly id: string;
  readonly method: 'totp';
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** A code that is right for one app at one moment. */
export interface CodeMatch {
  readonly authenticatorId: string;
  readonly step: number;
}

export const MAX_AUTHENTICATORS = 5;

const SHOWN = ['id', 'name', 'created_at', 'last_used_at'] as const;

/** The apps that are linked to accounts. */
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
      .select(SHOWN)
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(shown);
  }

  async count(accountId: string, database = this.#database): Promise<number> {
    const { count } = await database
      .selectFrom('authenticators')
      .select((expression) => expression.fn.countAll().as('count'))
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** The shared secret of every linked app. To check a code against, and for nothing else. */
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
   * Uses a right code up. The database decides, in one statement: of requests that bring the same
   * code at the same time exactly one wins, and an older code never counts after a newer one
   * (RFC 6238 section 5.2).
   *
   * @returns Whether this request is the one.
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

  /** Links an app. `step` is that of its first code, which is used up by this. */
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
      .returning(SHOWN)
      .executeTakeFirstOrThrow();
    return shown(row);
  }

  /** @throws {Problem} `not-found`, also for the app of another account (B32). */
  async rename(accountId: string, id: string, name: string): Promise<Authenticator> {
    const row = await this.#database
      .updateTable('authenticators')
      .set({ name })
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .returning(SHOWN)
      .executeTakeFirst();
    if (!row) throw new Problem('not-found');
    return shown(row);
  }

  /** @throws {Problem} `not-found`, also for the app of another account (B32). */
  async remove(transaction: Kysely<Schema>, accountId: string, id: string): Promise<void> {
    const { numDeletedRows } = await transaction
      .deleteFrom('authenticators')
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (numDeletedRows !== 1n) throw new Problem('not-found');
  }
}

function shown(row: {
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
