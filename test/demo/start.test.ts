import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../demo/tools/start.mjs', import.meta.url));
const ADDRESS = /http:\/\/localhost:\d+/;

const data = mkdtempSync(join(tmpdir(), 'mfa-elements-start-'));
after(() => rmSync(data, { recursive: true, force: true }));

/** Runs the script of `npm start` until it has printed its URL. */
async function start() {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, PORT: '0', DATA_DIR: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.includes('Demo account')) break;
  }
  return { child, printed, address: ADDRESS.exec(printed)?.[0] ?? '' };
}

describe('npm start', () => {
  for (const time of ['first', 'second']) {
    it(`serves the portal and the library the ${time} time, and stops at SIGTERM`, async () => {
      const { child, printed, address } = await start();
      assert.match(printed, /profiklant@voorbeeld\.nl \/ welkom-bij-profi/);
      const page = await fetch(`${address}/inloggen`);
      assert.match(await page.text(), /<html lang="nl">/);
      const library = await fetch(`${address}/mfa-elements/mfa-elements.js`);
      assert.match(await library.text(), /mfa-login/);
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      assert.equal(code, 0);
    });
  }
});
