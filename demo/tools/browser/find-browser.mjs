// Finds the browsers for the tests, or installs them.
//
// In this order: the one that the environment names, one that is installed, Debian's package if this
// process is root, and for Chromium the download of Playwright. If none of these starts, the error says
// why in one sentence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** How many minutes to wait for another package manager. */
const LOCK_TIMEOUT = 10;

const chromium = {
  variables: ['CHROME_PATH', 'CHROMIUM_PATH'],
  // The shell has the same engine without windows, which saves a seventh of the time. Playwright also
  // uses it for headless runs.
  names: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
  ],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
  downloads: async () => [(await import('playwright')).chromium.executablePath()],
  installers: [
    debianPackages('chromium-headless-shell'),
    debianPackages('chromium'),
    npx('playwright', 'install', 'chromium'),
  ],
  missing:
    'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
};

const firefox = {
  variables: ['FIREFOX_PATH'],
  names: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  installers: [debianPackages('firefox-esr')],
  missing:
    'No Firefox was found and none could be installed: install Firefox, or set FIREFOX_PATH to it.',
};

const webKitDriver = {
  variables: ['WEBKIT_DRIVER_PATH'],
  names: ['WebKitWebDriver'],
  // It needs a virtual screen and a message bus.
  companions: ['Xvfb', 'dbus-run-session'],
  // It rejects --version.
  probe: '--help',
  installers: [debianPackages('webkit2gtk-driver', 'xvfb', 'dbus')],
  missing:
    'No WebKitWebDriver, Xvfb and dbus-run-session were found and they could not be installed: on Debian they are in webkit2gtk-driver, xvfb and dbus.',
};

const log = (what) => console.error(`browser: ${what}`);

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => resolve(folder, name)).filter((file) => existsSync(file));
}

/**
 * The path of a browser that starts.
 *
 * @throws {Error} If a variable names one that does not start.
 */
async function findInstalled(engine) {
  const { variables, names, places = [], companions = [], probe = '--version' } = engine;
  const starts = (file) =>
    existsSync(file) && spawnSync(file, [probe], { stdio: 'ignore', timeout: 20_000 }).status === 0;
  const variable = variables.find((name) => process.env[name]);
  const named = variable && resolve(process.env[variable]);
  if (named && !starts(named)) {
    throw new Error(`${variable} names ${named}, which does not start: correct it, or unset it.`);
  }
  if (companions.some((name) => onPath(name).length === 0)) return undefined;
  const installed = named ?? [...names.flatMap(onPath), ...places].find(starts);
  return installed ?? (await engine.downloads?.())?.find(starts);
}

/** Runs an installer. Returns '' if it succeeds, otherwise its errors, in English in every locale. */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Infinity,
    env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  if (status === 0) return '';
  const lines = (error?.message ?? `${stdout}\n${stderr}`).trim().split('\n');
  const errors = lines.filter((line) => /^(E|Error): /.test(line));
  const shown = errors.length > 0 ? new Set(errors) : lines.slice(-3);
  return `${command} said: ${[...shown].join(' ')}`;
}

/** Runs apt-get, again and again while another package manager holds a lock. */
async function aptGet(...args) {
  log(`apt-get ${args.join(' ')}`);
  const deadline = Date.now() + LOCK_TIMEOUT * 60_000;
  let holder;
  for (;;) {
    const output = run('apt-get', args);
    if (!/Could not get lock|is another process using it/.test(output)) return output;
    if (Date.now() >= deadline)
      return `Another package manager was at work for ${LOCK_TIMEOUT} minutes: ${output}`;
    const [current] = /process \d+( \(.*?\))?/.exec(output) ?? [output];
    if (current !== holder)
      log(
        `another package manager is at work, waiting at most ${LOCK_TIMEOUT} minutes: ${current}`,
      );
    holder = current;
    await new Promise((resume) => setTimeout(resume, 3_000));
  }
}

/** The next two return a function that installs, and that returns the reason if it fails. */
function debianPackages(...names) {
  return async () => {
    if (onPath('apt-get').length === 0) return 'No package was tried: there is no apt-get';
    if (process.getuid?.() !== 0) return 'No package was tried: apt-get needs root';
    const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
    return (await aptGet('update', '-q')) || (await aptGet(...install));
  };
}

function npx(...args) {
  return () => {
    log(`npx --no-install ${args.join(' ')}`);
    return run('npx', ['--no-install', ...args]);
  };
}

async function find(engine) {
  const present = await findInstalled(engine);
  if (present) return present;
  const reasons = [];
  for (const install of engine.installers) {
    const reason = await install();
    const installed = await findInstalled(engine);
    if (installed) return installed;
    reasons.push(reason || 'What was installed does not start');
  }
  throw new Error(`${engine.missing} ${reasons.join('; ')}`);
}

/**
 * Returns the absolute path of a browser that starts.
 *
 * @callback Find
 * @returns {Promise<string>}
 * @throws {Error} If there is none and none can be installed.
 */

/** @type {Find} */
export const findBrowser = () => find(chromium);
/** @type {Find} */
export const findFirefox = () => find(firefox);
/** @type {Find} */
export const findWebKitDriver = () => find(webKitDriver);
