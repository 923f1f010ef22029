import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { DEMO_ACCOUNT } from '../server/accounts/demo-account.js';
import { ensureAccount } from '../server/accounts/ensure-account.js';
import { type AppOptions, buildApp } from '../server/app.js';
import { SCHEMA_NAME } from '../server/database/migrations.js';
import { SettableClock } from './settable-clock.js';

/** A cost of password hashes that takes a moment; storage.test.ts covers the real one. */
export const LIGHT_COST = { N: 1024, r: 8, p: 1 };

const LIBRARY_ROOT = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Deletes all rows. */
async function empty(database: AppOptions['database']): Promise<void> {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables
    where schemaname = ${SCHEMA_NAME} and tablename not like 'kysely%'`.execute(database);
  const tables = rows.map(({ tablename }) => sql.table(`${SCHEMA_NAME}.${tablename}`));
  await sql`truncate ${sql.join(tables)}`.execute(database);
}

/**
 * Runs the real portal on a free port: its pages, the built library and the server. Only the clock is
 * replaced: it stands still until it is advanced.
 *
 * @param database Emptied first. Opening a database takes longer than most tests, so the tests of a
 *   file share one.
 * @param libraryRoot The folder of the library, by default the one that was built.
 */
export async function runPortal(database: AppOptions['database'], libraryRoot = LIBRARY_ROOT) {
  const clock = new SettableClock();
  await empty(database);
  await ensureAccount(database, clock.read, DEMO_ACCOUNT, LIGHT_COST);
  const app = await buildApp({
    database,
    clock: clock.read,
    encryptionKey: randomBytes(32),
    passwordCost: LIGHT_COST,
    libraryRoot,
    logLevel: 'warn',
    rememberDeviceDays: 30,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    clock,
    account: DEMO_ACCOUNT,
    async close() {
      // Browsers keep idle connections open, which would delay the close.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

export type RunningPortal = Awaited<ReturnType<typeof runPortal>>;
