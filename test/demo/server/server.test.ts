import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'portal-data-'));
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts the server on a free port. */
function start(environment: Record<string, string> = {}, ...argv: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/server.ts', ...argv], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let output = '';
  const ended = once(child, 'close').then(([code]) => {
    children.delete(child);
    return { code: code as number | null, output };
  });
  const started = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += String(chunk);
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (address !== undefined && output.includes('welkom-bij-profi')) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      reject(new Error(`The server did not start: ${output}`));
    });
  });
  // A test that only waits for the end does not handle a start that fails.
  started.catch(() => undefined);
  return { child, started, ended };
}

async function signIn(address: string): Promise<number> {
  const { status } = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'profiklant@voorbeeld.nl', password: 'welkom-bij-profi' }),
  });
  return status;
}

describe('The server', () => {
  it('starts with one command, locks its folder, and starts again after a crash', async () => {
    const first = start();
    assert.equal(await signIn(await first.started), 200);
    const keyFile = join(folder, 'encryption-key');
    const key = readFileSync(keyFile, 'utf8');
    if (process.platform !== 'win32') assert.equal(statSync(keyFile).mode & 0o777, 0o600);

    const second = await start().ended;
    assert.equal(second.code, 1);
    assert.match(second.output, /^The data folder .+ is in use by another process; .+\.\n$/);

    first.child.kill('SIGKILL');
    await first.ended;
    assert.ok(existsSync(join(folder, 'server.lock')));
    const third = start();
    assert.equal(await signIn(await third.started), 200);
    assert.equal(readFileSync(keyFile, 'utf8'), key);

    third.child.kill('SIGTERM');
    assert.equal((await third.ended).code, 0);
    assert.ok(!existsSync(join(folder, 'server.lock')));

    const fresh = start({}, '--reset');
    assert.equal(await signIn(await fresh.started), 200);
    assert.notEqual(readFileSync(keyFile, 'utf8'), key);
    fresh.child.kill('SIGINT');
    assert.equal((await fresh.ended).code, 0);
  });

  it('prints in one line why it cannot start', async () => {
    const taken = createServer().listen(0, 'localhost');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: String(port) }, new RegExp(`^Port ${port} is in use; .+\\.\n$`)],
      [{ PORT: 'tachtig' }, /^PORT must be a number .+\.\n$/],
      [{ REMEMBER_DEVICE_DAYS: '365' }, /^REMEMBER_DEVICE_DAYS must be a number .+\.\n$/],
      [{ TRUSTED_PROXIES: 'alle' }, /^TRUSTED_PROXIES must be IP addresses .+\.\n$/],
      [{ MFA_ENCRYPTION_KEY: 'kort' }, /^The encryption key in MFA_ENCRYPTION_KEY .+\.\n$/],
      [
        { DATABASE_URL: 'postgres://iemand:geheim@localhost:1/portaal' },
        /^The database of DATABASE_URL \(localhost:1\/portaal\) cannot be reached: .+\.\n$/,
      ],
    ];
    await Promise.all(
      cases.map(async ([environment, message]) => {
        const { code, output } = await start(environment).ended;
        assert.equal(code, 1);
        // Removes the warning of a library that is not built yet.
        assert.match(output.replace(/^\{.*\}\n/gm, ''), message);
        assert.doesNotMatch(output, /geheim/);
      }),
    );
    taken.close();
  });
});
