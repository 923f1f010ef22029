import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DEMO_ACCOUNT } from '../../demo/server/accounts/demo-account.js';
import { ensureAccount } from '../../demo/server/accounts/ensure-account.js';
import { buildApp } from '../../demo/server/app.js';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { openTestDatabase, TestClock } from '../demo/server/portal-harness.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const openPostgres = (databaseUrl: string) =>
  openDatabase({ databaseUrl, dataFolder: '', reset: true });

/**
 * The real portal: its pages, the built library and the server, listening on a free port. Only time
 * is ours: the clock stands still until a test lets it go on.
 *
 * @param databaseUrl A PostgreSQL to use in place of the embedded one.
 */
export async function runPortal(databaseUrl?: string) {
  const clock = new TestClock();
  const opened = await (databaseUrl === undefined ? openTestDatabase() : openPostgres(databaseUrl));
  await ensureAccount(opened.database, clock.read, DEMO_ACCOUNT);
  const app = await buildApp({
    database: opened.database,
    clock: clock.read,
    encryptionKey: randomBytes(32),
    portalRoot: folder('../../demo/portal/'),
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
      await opened.close();
    },
  };
}

export type RunningPortal = Awaited<ReturnType<typeof runPortal>>;
