import { randomInt, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { derive, equalKeys, newSalt, type ScryptCost } from '../accounts/scrypt.js';
import type { Clock } from '../clock.js';
import type { Schema } from '../database/schema.js';

/** Crockford's base32, without I, L, O and U. 16 characters hold 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const CODES = 10;

/** A low cost is enough, because 80 random bits cannot be guessed from a hash (NIST 3.1.2.2). */
const COST: ScryptCost = { N: 2 ** 10, r: 8, p: 1 };

/** A set that is not stored yet. */
export interface NewRecoveryCodes {
  /** Shown once. */
  readonly codes: readonly string[];
  readonly salt: string;
  readonly hashes: readonly string[];
}

export interface RecoveryCodesStatus {
  readonly left: number;
  readonly total: number;
  readonly createdAt?: string;
}

/** Stores the recovery codes of accounts: ten codes, each for one sign-in without the phone. */
export class RecoveryCodes {
  readonly #database: Kysely<Schema>;
  readonly #clock: Clock;

  constructor(database: Kysely<Schema>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Generates a set without storing it, because hashing takes too long for a transaction. */
  async generate(): Promise<NewRecoveryCodes> {
    const codes = Array.from({ length: CODES }, newCode);
    const salt = newSalt();
    const hashes = await Promise.all(codes.map((code) => derive(normalise(code), salt, COST)));
    return { codes, salt, hashes };
  }

  /** Replaces the stored set. */
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

  /** The id of the account's unused code that equals the typed one, if any. */
  async find(accountId: string, typed: string): Promise<string | undefined> {
    const rows = await this.#database
      .selectFrom('recovery_codes')
      .innerJoin('recovery_code_sets as set', 'set.account_id', 'recovery_codes.account_id')
      .select(['recovery_codes.id', 'code_hash', 'salt'])
      .where('recovery_codes.account_id', '=', accountId)
      .where('used_at', 'is', null)
      .execute();
    // The hash is also computed for an account without codes, so that the time is equal.
    const hash = await derive(normalise(typed), rows[0]?.salt ?? newSalt(), COST);
    const matches = rows.filter(({ code_hash }) => equalKeys(code_hash, hash));
    return matches[0]?.id;
  }

  /** @returns Whether this request used up the code, and not a concurrent one. */
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
 * Normalises a code by Crockford's rules: case, spaces and hyphens are ignored, O is 0, I and L are 1 (A3).
 * Full-width letters and digits of Asian keyboards become the usual ones.
 */
function normalise(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
