import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { chromium } from 'playwright';
import {
  findBrowser,
  findFirefox,
  findWebKitDriver,
} from '../../../demo/tools/browser/find-browser.mjs';

/** The only folder on the PATH, with programs that simulate apt-get and the browsers. */
let folder: string;
/** The lines that were printed. */
let screen: string[];

/** Puts a program on the PATH. Each run executes the next of these commands, and then always the last. */
function place(name: string, ...turns: string[]) {
  const file = join(folder, name);
  const cases = turns.map((turn, i) => `${i < turns.length - 1 ? i : '*'}) ${turn};;`);
  const script = [
    '#!/bin/sh',
    'read -r turn < "$0.turn"; echo $((turn + 1)) > "$0.turn"',
    `case $turn in ${cases.join('\n')} esac`,
  ];
  writeFileSync(`${file}.turn`, '0\n');
  writeFileSync(file, script.join('\n'), { mode: 0o755 });
  return file;
}

const STARTS = 'exit 0';
const DOES_NOT_START = 'exit 1';

/** Returns the command of an installer, which creates these programs beside it. */
const install = (...names: string[]) =>
  names
    .map((name) => `"\${0%/*}/${name}"`)
    .map((file) => `echo '#!/bin/sh' > ${file}; command -p chmod +x ${file}`)
    .join('; ');

const fail = (...lines: string[]) =>
  `${lines.map((line) => `echo "${line}" >&2`).join('; ')}; exit 100`;

/** The output of apt-get while another process holds the lock of the package lists. */
const listsHeldBy = (process: string) =>
  fail(
    `E: Could not get lock /var/lib/apt/lists/lock. It is held by ${process}`,
    'E: Unable to lock directory /var/lib/apt/lists/',
  );

/** The output of apt-get if it waited for dpkg by itself before (DPkg::Lock::Timeout). */
const DPKG_HELD = fail(
  'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?',
);

/** Advances the clock until a promise settles. */
async function soon<Result>(coming: Promise<Result>) {
  let isThere = false;
  const note = () => {
    isThere = true;
  };
  coming.then(note, note);
  for (await setImmediate(); !isThere; await setImmediate()) mock.timers.tick(60_000);
  return coming;
}

async function complaint(finding: Promise<string>) {
  const error: unknown = await soon(finding).catch((reason: unknown) => reason);
  assert.ok(error instanceof Error, `found ${String(error)}`);
  return error.message;
}

const become = (user: number) =>
  mock.method(process as { getuid: () => number }, 'getuid', () => user);

const waits = () => screen.filter((line) => line.includes('waiting'));

describe(
  'Finding a browser',
  { skip: process.platform === 'linux' ? false : 'the simulated programs are for Linux' },
  () => {
    const environment = process.env;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'mfa-elements-browsers-'));
      screen = [];
      process.env = { PATH: folder };
      mock.method(console, 'error', (line: string) => screen.push(line));
      become(0);
      mock.method(chromium, 'executablePath', () => join(folder, 'downloaded-chromium'));
      mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    });

    afterEach(() => {
      mock.timers.reset();
      mock.restoreAll();
      process.env = environment;
      rmSync(folder, { recursive: true });
    });

    it('uses the one that the environment names', async () => {
      place('chromium', STARTS);
      process.env.CHROME_PATH = place('my-chrome', STARTS);
      assert.equal(await findBrowser(), process.env.CHROME_PATH);
      process.env.FIREFOX_PATH = place('my-firefox', STARTS);
      assert.equal(await findFirefox(), process.env.FIREFOX_PATH);
    });

    for (const [variable, find] of [
      ['CHROME_PATH', findBrowser],
      ['FIREFOX_PATH', findFirefox],
      ['WEBKIT_DRIVER_PATH', findWebKitDriver],
    ] as const) {
      it(`throws an error if ${variable} names one that does not start, whatever else is installed`, async () => {
        for (const name of ['chromium', 'firefox', 'WebKitWebDriver', 'Xvfb', 'dbus-run-session']) {
          place(name, STARTS);
        }
        const broken = place('broken', DOES_NOT_START);
        for (const file of [broken, join(folder, 'nowhere')]) {
          process.env[variable] = file;
          assert.equal(
            await complaint(find()),
            `${variable} names ${file}, which does not start: correct it, or unset it.`,
          );
        }
      });
    }

    it('prefers an installed browser to installing one', async () => {
      place('apt-get', fail('E: must not run'));
      place('firefox-esr', DOES_NOT_START);
      const firefox = place('firefox', STARTS);
      assert.equal(await findFirefox(), firefox);
      const chrome = place('google-chrome', STARTS);
      assert.equal(await findBrowser(), chrome);
      assert.deepEqual(screen, []);
    });

    it('prefers the headless shell of Chromium if both are installed', async () => {
      place('chromium', STARTS);
      const shell = place('chromium-headless-shell', STARTS);
      assert.equal(await findBrowser(), shell);
    });

    it('starts WebKitWebDriver with --help, because it refuses --version', async () => {
      place('Xvfb', DOES_NOT_START);
      place('dbus-run-session', STARTS);
      const driver = place('WebKitWebDriver', '[ "$1" = --help ]');
      assert.equal(await findWebKitDriver(), driver);
    });

    it('installs a missing browser', async () => {
      place('apt-get', STARTS, install('firefox-esr'));
      assert.equal(await findFirefox(), join(folder, 'firefox-esr'));
      assert.deepEqual(screen, [
        'browser: apt-get update -q',
        'browser: apt-get install -y -q --no-install-recommends firefox-esr',
      ]);
    });

    it('installs the screen that WebKit needs, also for the driver that the environment names', async () => {
      process.env.WEBKIT_DRIVER_PATH = place('my-driver', STARTS);
      place('apt-get', STARTS, install('Xvfb', 'dbus-run-session'));
      assert.equal(await findWebKitDriver(), process.env.WEBKIT_DRIVER_PATH);
      assert.match(screen.join('\n'), /webkit2gtk-driver xvfb dbus$/);
    });

    it('installs all of Chromium if there is no package of its headless shell', async () => {
      place('apt-get', STARTS, fail('E: Unable to locate package'), STARTS, install('chromium'));
      assert.equal(await findBrowser(), join(folder, 'chromium'));
    });

    it('lets Playwright download Chromium if apt-get has none', async () => {
      place('apt-get', fail('E: Unable to locate package chromium'));
      place('npx', install('downloaded-chromium'));
      assert.equal(await findBrowser(), join(folder, 'downloaded-chromium'));
    });

    it('waits while another package manager is at work, and prints that once for each', async () => {
      place(
        'apt-get',
        listsHeldBy('process 123 (apt-get)'),
        listsHeldBy('process 123 (apt-get)'),
        listsHeldBy('process 456 (unattended-upgr)'),
        STARTS,
        install('firefox-esr'),
      );
      assert.equal(await soon(findFirefox()), join(folder, 'firefox-esr'));
      assert.deepEqual(waits(), [
        'browser: another package manager is at work, waiting at most 10 minutes: process 123 (apt-get)',
        'browser: another package manager is at work, waiting at most 10 minutes: process 456 (unattended-upgr)',
      ]);
    });

    it('waits also for dpkg, whose holder is not known', async () => {
      place('apt-get', STARTS, DPKG_HELD, DPKG_HELD, install('firefox-esr'));
      assert.equal(await soon(findFirefox()), join(folder, 'firefox-esr'));
      assert.equal(waits().length, 1);
    });

    it('waits ten minutes and no longer', async () => {
      place('apt-get', listsHeldBy('process 123 (apt-get)'));
      const from = Date.now();
      assert.equal(
        await complaint(findFirefox()),
        'No Firefox was found and none could be installed: install Firefox, or set FIREFOX_PATH to it. ' +
          'Another package manager was at work for 10 minutes: apt-get said: ' +
          'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 123 (apt-get) ' +
          'E: Unable to lock directory /var/lib/apt/lists/',
      );
      assert.equal(Date.now() - from, 10 * 60_000);
    });

    it('does not wait for a lock that it has no permission for', async () => {
      place(
        'apt-get',
        fail('E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)'),
      );
      assert.match(await complaint(findFirefox()), /Permission denied\)$/);
      assert.deepEqual(waits(), []);
    });

    it('reports the errors of apt-get', async () => {
      place(
        'apt-get',
        STARTS,
        fail('W: This is only a warning', 'E: Unable to locate package firefox-esr'),
      );
      assert.equal(
        await complaint(findFirefox()),
        'No Firefox was found and none could be installed: install Firefox, or set FIREFOX_PATH to it. ' +
          'apt-get said: E: Unable to locate package firefox-esr',
      );
    });

    it('reports the last lines of an installer that marks no errors', async () => {
      place('apt-get', fail('E: Unable to locate package chromium'));
      place('npx', fail('one', 'two', 'three', 'npm error npx canceled'));
      assert.match(
        await complaint(findBrowser()),
        /apt-get said: E: Unable to locate package chromium; npx said: two three npm error npx canceled$/,
      );
    });

    it('reports that the installed browser does not start', async () => {
      place('apt-get', STARTS);
      place('firefox-esr', DOES_NOT_START);
      assert.match(await complaint(findFirefox()), /What was installed does not start$/);
    });

    it('reports why no package was tried', async () => {
      assert.match(await complaint(findFirefox()), /No package was tried: there is no apt-get$/);
      place('apt-get', fail('E: must not run'));
      become(1000);
      assert.match(await complaint(findFirefox()), /No package was tried: apt-get needs root$/);
    });

    it('understands apt-get in every language', async () => {
      Object.assign(process.env, { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' });
      place('apt-get', fail('E: LC_ALL is $LC_ALL, DEBIAN_FRONTEND is $DEBIAN_FRONTEND'));
      assert.match(
        await complaint(findFirefox()),
        /E: LC_ALL is C, DEBIAN_FRONTEND is noninteractive$/,
      );
    });
  },
);
