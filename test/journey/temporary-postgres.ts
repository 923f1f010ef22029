import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { openDatabase, type OpenDatabase } from '../../demo/server/database/open-database.js';
import { freePort } from '../tools/free-port.mjs';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Finds the folder with initdb and pg_ctl, on the path or where Debian installs its versions. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).sort().reverse() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN_FOLDER, version, 'bin')),
  ];
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

/** If this process is root, which PostgreSQL refuses, returns the user that Debian creates for PostgreSQL. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => {
    const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  };
  const [uid, gid] = [id('-u'), id('-g')];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/**
 * Starts a separate PostgreSQL on a free port, with its data in a temporary folder.
 *
 * @param folder Where initdb and pg_ctl are.
 */
export async function openPostgres(folder: string): Promise<OpenDatabase> {
  const data = mkdtempSync(join(tmpdir(), 'mfa-elements-postgres-'));
  const user = unprivilegedUser();
  if (user) chownSync(data, user.uid, user.gid);
  const port = await freePort();
  // initdb fails with a locale that is not installed, and would take it from the environment.
  const env = { ...process.env, LC_ALL: 'C' };
  const run = (program: string, ...given: string[]) =>
    execFileSync(join(folder, program), given, { cwd: data, stdio: 'pipe', env, ...user });
  run('initdb', '-D', data, '-U', 'portal', '--auth=trust', '--encoding=UTF8', '--no-sync');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${data} -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-l', join(data, 'log'), '-o', options, 'start');
  const databaseUrl = `postgres://portal@127.0.0.1:${port}/postgres`;
  const opened = await openDatabase({ databaseUrl, dataFolder: '', reset: true });
  return {
    database: opened.database,
    async close() {
      await opened.close();
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
      rmSync(data, { recursive: true, force: true });
    },
  };
}
