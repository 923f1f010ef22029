import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { StartError } from '../start-error.js';
import { lockFolder } from './folder-lock.js';
import { migrate, SCHEMA_NAME } from './migrations.js';
import { pglitePool } from './pglite-pool.js';
import type { Schema } from './schema.js';

export interface DatabaseOptions {
  /** `postgres://…`. If omitted, an embedded database in the data folder is used. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Deletes all data first. */
  readonly reset: boolean;
}

export interface OpenDatabase {
  readonly database: Kysely<Schema>;
  readonly close: () => Promise<void>;
}

/**
 * Opens and migrates the database.
 *
 * @throws {StartError} If the folder is in use or PostgreSQL cannot be reached.
 */
export function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder, reset } = options;
  return databaseUrl === undefined
    ? openEmbedded(dataFolder, reset)
    : openPostgres(databaseUrl, reset);
}

/** Creates the typed database on a pool of pg or on PGlite. Migrate it before use. */
export function overPool(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }).withSchema(SCHEMA_NAME);
}

async function openEmbedded(dataFolder: string, reset: boolean): Promise<OpenDatabase> {
  const unlock = lockFolder(dataFolder);
  try {
    const folder = join(dataFolder, 'database');
    if (reset) rmSync(folder, { recursive: true, force: true });
    const database = overPool(pglitePool(await PGlite.create(folder)));
    await migrate(database);
    return {
      database,
      async close() {
        await database.destroy();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openPostgres(databaseUrl: string, reset: boolean): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  // The pool replaces a broken idle connection at the next query. Without a listener the error would end
  // the process.
  pool.on('error', () => undefined);
  const database = overPool(pool);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const { code = 'no response' } = error as { code?: string };
    throw new StartError(
      `The database of DATABASE_URL (${addressOf(databaseUrl)}) cannot be reached: ${code}.`,
    );
  }
  if (reset) await database.schema.dropSchema(SCHEMA_NAME).ifExists().cascade().execute();
  await migrate(database);
  return { database, close: () => database.destroy() };
}

/** Host and database, without the name and password that the URL may contain. */
function addressOf(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl);
    return `${host}${pathname}`;
  } catch {
    return 'not a URL';
  }
}
