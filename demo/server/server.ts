import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DEMO_ACCOUNT } from './accounts/demo-account.js';
import { ensureAccount } from './accounts/ensure-account.js';
import { buildApp } from './app.js';
import { systemClock } from './clock.js';
import { type Config, readConfig } from './config.js';
import { openDatabase } from './database/open-database.js';
import { sweep } from './database/sweep.js';
import { deleteEncryptionKey, readOrCreateKey } from './encryption-key.js';
import { StartError } from './start-error.js';

const LIBRARY_ROOT = fileURLToPath(new URL('../../dist/', import.meta.url));
const SWEEP_MS = 60_000;
/** How long pending requests may take after the signal to stop. */
const SHUTDOWN_MS = 5_000;

try {
  await start(readConfig(process.env, process.argv.slice(2)));
} catch (error) {
  // A StartError can be solved by the user, so its message is enough; any other error is a defect.
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const opened = await openDatabase(config);
  const { database } = opened;
  try {
    const embedded = config.databaseUrl === undefined;
    if (config.reset && embedded) deleteEncryptionKey(config.dataFolder);
    await ensureAccount(database, systemClock, DEMO_ACCOUNT);
    const app = await buildApp({
      database,
      clock: systemClock,
      encryptionKey: config.encryptionKey ?? readOrCreateKey(config.dataFolder),
      libraryRoot: LIBRARY_ROOT,
      logLevel: 'warn',
      rememberDeviceDays: config.rememberDeviceDays,
      trustedProxies: config.trustedProxies,
      ...(config.publicOrigin !== undefined && { publicOrigin: config.publicOrigin }),
    });
    const sweeping = setInterval(() => {
      sweep(database, systemClock).catch((error: unknown) => {
        app.log.warn({ message: (error as Error).message }, 'Sweeping failed.');
      });
    }, SWEEP_MS);
    app.addHook('onClose', async () => {
      clearInterval(sweeping);
      await opened.close();
    });
    await listen(app, config);
    stopOnSignal(app);
    printAddress(app.server.address() as AddressInfo, config);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

type App = Awaited<ReturnType<typeof buildApp>>;

async function listen(app: App, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} is in use; set PORT to another one, or to 0 for any free port.`,
      EACCES: `Port ${port} requires more permissions than this process has; set PORT to another one.`,
      ENOTFOUND: `HOST ${host} is not an address of this machine.`,
      EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
    };
    const reason = reasons[code ?? ''];
    throw reason === undefined ? error : new StartError(reason);
  }
}

/** On a signal, completes pending requests, closes the database and unlocks the data folder. */
function stopOnSignal(app: App): void {
  const stop = (): void => {
    // Without a listener, a second signal ends the process at once.
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function printAddress({ port }: AddressInfo, { host, publicOrigin }: Config): void {
  const shownHost = host.includes(':') ? `[${host}]` : host;
  console.log(`ProfiPortaal: ${publicOrigin ?? `http://${shownHost}:${port}`}`);
  console.log(`Demo account: ${DEMO_ACCOUNT.email} / ${DEMO_ACCOUNT.password}`);
}
