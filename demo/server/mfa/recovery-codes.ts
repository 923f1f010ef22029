import { randomInt, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { derive, equalKeys, newSalt, type ScryptCost } from '../accounts/scrypt.js';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';

/** Crockford's base32: no I, L, O and U. 16 characters hold 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const CODES = 10;

/** 80 random bits cannot be guessed from a hash, so the work may be small (NIST 3.1.2.2). */
const COST: ScryptCost = { N: 2 ** 10, r: 8, p: 1 };

/** A set that is not stored yet. */
export interface NewRecoveryCodes {
  /** To show, once. */
  readonly codes: readonly string[];
  readonly salt: string;
  readonly hashes: readonly string[];
}

export interface RecoveryCodesStatus {
  readonly left: number;
  readonly total: number;
  readonly createdAt?: string;
}

/** The way in without the phone: ten codes, each good for one sign-in. */
export class RecoveryCodes {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;

  constructor(database: Kysely<Schema>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Makes a set without storing it; hashing takes too long to do inside a transaction. */
  async draw(): Promise<NewRecoveryCodes> {
    const codes = Array.from({ length: CODES }, newCode);
    const salt = newSalt();
    const hashes = await Promise.all(codes.map((code) => derive(normalise(code), salt, COST)));
    return { codes, salt, hashes };
  }

  /** Stores a set in place of the one before it. */
  async replace(transaction: Kysely<Schema>, accountId: string, set: NewRecoveryCodes) {
    await this.remove(transaction, accountId);
    await transaction
      .insertInto('recovery_code_sets')
      .values({ account_id: accountId, salt: set.salt, created_at: this.#clock() })
      .execute();
    await transaction
      .insertInto('recovery_codes')
      .values(
        set.hashes.map((code_hash) => ({
          id: randomUUID(),
          account_id: accountId,
          code_hash,
          used_at: null,
        })),
      )
      .execute();
  }

  async remove(transaction: Kysely<Schema>, accountId: string): Promise<void> {
    await transaction
      .deleteFrom('recovery_code_sets')
      .where('account_id', '=', accountId)
      .execute();
  }

  async status(accountId: string, database = this.#database): Promise<RecoveryCodesStatus> {
    const rows = await database
      .selectFrom('recovery_codes')
      .innerJoin('recovery_code_sets as set', 'set.account_id', 'recovery_codes.account_id')
      .select(['used_at', 'set.created_at'])
      .where('recovery_codes.account_id', '=', accountId)
      .execute();
    const createdAt = rows[0]?.created_at.toISOString();
    return {
      left: rows.filter(({ used_at }) => used_at === null).length,
      total: rows.length,
      ...(createdAt !== undefined && { createdAt }),
    };
  }

  /** The id of the unused code that was typed, if it is one of the account's. */
  async find(accountId: string, typed: string): Promise<string | undefined> {
    const rows = await this.#database
      .selectFrom('recovery_codes')
      .innerJoin('recovery_code_sets as set', 'set.account_id', 'recovery_codes.account_id')
      .select(['recovery_codes.id', 'code_hash', 'salt'])
      .where('recovery_codes.account_id', '=', accountId)
      .where('used_at', 'is', null)
      .execute();
    // Without a set there is nothing to compare; the hash is made all the same, for equal time.
    const hash = await derive(normalise(typed), rows[0]?.salt ?? newSalt(), COST);
    const matches = rows.filter(({ code_hash }) => equalKeys(code_hash, hash));
    return matches[0]?.id;
  }

  /** @returns Whether this request is the one that uses the code up. */
  async consume(transaction: Kysely<Schema>, id: string): Promise<boolean> {
    const { numUpdatedRows } = await transaction
      .updateTable('recovery_codes')
      .set({ used_at: this.#clock() })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

function newCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(32)));
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * As Crockford reads them: case, spaces and hyphens do not count, O is 0, I and L are 1 (A3). Letters
 * and digits in the wide shape of Asian keyboards are what they look like.
 */
function normalise(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
