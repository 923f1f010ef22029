// Finds the browsers for the tests, or installs them, and says what it does.
//
// Order: what the environment names, what is installed, Debian's package when we are root, for
// Chromium the test tool's own download. One clear sentence when none of these gives one that starts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** How long another package manager is waited for, in minutes. */
const PATIENCE = 10;

const chromium = {
  variables: ['CHROME_PATH', 'CHROMIUM_PATH'],
  // The shell has the same engine without windows, which saves a seventh of the time. Playwright takes
  // it for headless runs, too.
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
  // The screen and the message bus that it needs where there is nobody to see it.
  companions: ['Xvfb', 'dbus-run-session'],
  // It refuses --version.
  question: '--help',
  installers: [debianPackages('webkit2gtk-driver', 'xvfb', 'dbus')],
  missing:
    'No WebKitWebDriver, Xvfb and dbus-run-session were found and they could not be installed: on Debian they are in webkit2gtk-driver, xvfb and dbus.',
};

const say = (what) => console.error(`browser: ${what}`);

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => resolve(folder, name)).filter((file) => existsSync(file));
}

/** The path of one that starts. A variable that names one that does not is a mistake, and is told. */
async function look(engine) {
  const { variables, names, places = [], companions = [], question = '--version' } = engine;
  const starts = (file) =>
    existsSync(file) &&
    spawnSync(file, [question], { stdio: 'ignore', timeout: 20_000 }).status === 0;
  const variable = variables.find((name) => process.env[name]);
  const named = variable && resolve(process.env[variable]);
  if (named && !starts(named)) {
    throw new Error(`${variable} names ${named}, which does not start: correct it, or unset it.`);
  }
  if (companions.some((name) => onPath(name).length === 0)) return undefined;
  const installed = named ?? [...names.flatMap(onPath), ...places].find(starts);
  return installed ?? (await engine.downloads?.())?.find(starts);
}

/** Runs an installer. Gives '' when it succeeds, otherwise what it said, in English in every locale. */
function run(command, words) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: Infinity,
    env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  if (status === 0) return '';
  const lines = (error?.message ?? `${stdout}\n${stderr}`).trim().split('\n');
  const errors = lines.filter((line) => /^(E|Error): /.test(line));
  const telling = errors.length > 0 ? new Set(errors) : lines.slice(-3);
  return `${command} said: ${[...telling].join(' ')}`;
}

/** Runs apt-get once no other package manager holds a lock; nothing tells when, so it tries again. */
async function aptGet(...words) {
  say(`apt-get ${words.join(' ')}`);
  const deadline = Date.now() + PATIENCE * 60_000;
  let holder;
  for (;;) {
    const said = run('apt-get', words);
    if (!/Could not get lock|is another process using it/.test(said)) return said;
    if (Date.now() >= deadline)
      return `Another package manager was at work for ${PATIENCE} minutes: ${said}`;
    const [current] = /process \d+( \(.*?\))?/.exec(said) ?? [said];
    if (current !== holder)
      say(`another package manager is at work, waiting at most ${PATIENCE} minutes: ${current}`);
    holder = current;
    await new Promise((resume) => setTimeout(resume, 3_000));
  }
}

/** Both give a function that installs, and tells why when it does not. */
function debianPackages(...names) {
  return async () => {
    if (onPath('apt-get').length === 0) return 'No package was tried: there is no apt-get';
    if (process.getuid?.() !== 0) return 'No package was tried: apt-get needs root';
    const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
    return (await aptGet('update', '-q')) || (await aptGet(...install));
  };
}

function npx(...words) {
  return () => {
    say(`npx --no-install ${words.join(' ')}`);
    return run('npx', ['--no-install', ...words]);
  };
}

async function find(engine) {
  const there = await look(engine);
  if (there) return there;
  const reasons = [];
  for (const install of engine.installers) {
    const reason = await install();
    const installed = await look(engine);
    if (installed) return installed;
    reasons.push(reason || 'What was installed does not start');
  }
  throw new Error(`${engine.missing} ${reasons.join('; ')}`);
}

/**
 * Gives the absolute path of one that starts.
 *
 * @callback Find
 * @returns {Promise<string>}
 * @throws {Error} with one sentence for the developer when there is none and none can be had
 */

/** @type {Find} */
export const findBrowser = () => find(chromium);
/** @type {Find} */
export const findFirefox = () => find(firefox);
/** @type {Find} */
export const findWebKitDriver = () => find(webKitDriver);
