import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { DEMO_ACCOUNT } from '../server/accounts/demo-account.js';
import { ensureAccount } from '../server/accounts/ensure-account.js';
import { type AppOptions, buildApp } from '../server/app.js';
import { SCHEMA_NAME } from '../server/database/migrations.js';
import { LIGHT_COST, TestClock } from '../../test/demo/server/portal-harness.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Takes away whatever is in the tables. */
async function empty(database: AppOptions['database']): Promise<void> {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables
    where schemaname = ${SCHEMA_NAME} and tablename not like 'kysely%'`.execute(database);
  const tables = rows.map(({ tablename }) => sql.table(`${SCHEMA_NAME}.${tablename}`));
  await sql`truncate ${sql.join(tables)}`.execute(database);
}

/**
 * The real portal: its pages, the built library and the server, listening on a free port. Only time
 * is ours: the clock stands still until a test lets it go on.
 *
 * @param database Emptied first: opening one takes longer than most tests, so those of a file share it.
 */
export async function runPortal(database: AppOptions['database']) {
  const clock = new TestClock();
  await empty(database);
  await ensureAccount(database, clock.read, DEMO_ACCOUNT, LIGHT_COST);
  const app = await buildApp({
    database,
    clock: clock.read,
    encryptionKey: randomBytes(32),
    passwordCost: LIGHT_COST,
    portalRoot: folder('../portal/'),
    libraryRoot: folder('../../dist/'),
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
      // A browser keeps its connections open; nobody is waiting for an answer on them.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

export type RunningPortal = Awaited<ReturnType<typeof runPortal>>;
