import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../server/database/migrations.js';
import { overPool } from '../server/database/open-database.js';
import { pglitePool } from '../server/database/pglite-pool.js';

const MIGRATIONS = new URL('../server/database/migrations.ts', import.meta.url);

/**
 * Opens an empty database in memory.
 *
 * Creating one takes seconds, so the first call stores a copy in the temporary folder and later calls
 * load it. The name of the copy changes with the migrations.
 */
export async function openMemoryDatabase() {
  const version = createHash('sha256').update(readFileSync(MIGRATIONS)).digest('hex').slice(0, 12);
  const copy = join(tmpdir(), `mfa-elements-database-${version}.tar`);
  const pglite = existsSync(copy)
    ? await PGlite.create({ loadDataDir: await openAsBlob(copy) })
    : await PGlite.create();
  const database = overPool(pglitePool(pglite));
  await migrate(database);
  if (!existsSync(copy)) {
    const dump = await pglite.dumpDataDir('none');
    // Renamed into place, so that no other process reads an incomplete copy.
    writeFileSync(`${copy}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    renameSync(`${copy}.${process.pid}`, copy);
  }
  return { pglite, database, close: () => database.destroy() };
}
