// Finds the browsers for the tests, or obtains them, and says what it does.
//
// Order: what the environment names, what is installed, Debian's package when we are root, for
// Chromium the test tool's own download. One clear sentence when none of these gives one that starts.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

/** Where Firefox is when it is not on the PATH: macOS and Windows. */
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Without these Chromium looks up its maker's hosts at every start, and will not run as root. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const starts = (file) =>
  Boolean(file) &&
  existsSync(file) &&
  spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

function run(command, commandArguments) {
  console.error(`browser: ${command} ${commandArguments.join(' ')}`);
  const { status } = spawnSync(command, commandArguments, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'))
  );
}

function installPackages(...names) {
  return (
    isDebianRoot() &&
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names])
  );
}

/** The file of a program on the PATH. */
function which(name) {
  const files = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function installedChromium() {
  for (const name of CHROMIUM_NAMES) {
    if (starts(process.env[name])) return process.env[name];
  }
  const { Launcher } = await import('chrome-launcher');
  try {
    const found = Launcher.getInstallations().find(starts);
    if (found) return found;
  } catch {
    // chrome-launcher throws where it finds nothing; the next place may still have one
  }
  const { chromium } = await import('playwright-core');
  const downloaded = chromium.executablePath();
  return starts(downloaded) ? downloaded : undefined;
}

/**
 * The path of a Chromium that starts.
 *
 * @returns {Promise<string>} an absolute path
 * @throws {Error} with one sentence for the developer when there is none and none can be had
 */
export async function findBrowser() {
  let browser = await installedChromium();
  if (!browser) {
    if (!installPackages('chromium'))
      run('npx', ['--no-install', 'playwright-core', 'install', 'chromium']);
    browser = await installedChromium();
  }
  if (!browser) {
    throw new Error(
      'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
    );
  }
  return browser;
}

const installedFirefox = () =>
  [process.env.FIREFOX_PATH, which('firefox-esr'), which('firefox'), ...FIREFOX_PLACES].find(
    starts,
  );

/**
 * The path of a Firefox that starts.
 *
 * @returns {Promise<string>} an absolute path
 * @throws {Error} with one sentence for the developer when there is none and none can be had
 */
export async function findFirefox() {
  const firefox =
    installedFirefox() ?? (installPackages('firefox-esr') ? installedFirefox() : undefined);
  if (firefox) return firefox;
  throw new Error(
    'No Firefox was found and none could be installed: install Firefox, or set FIREFOX_PATH to it.',
  );
}

/** The driver, with the screen and the message bus that it needs where there is nobody to see it. */
function installedWebKitDriver() {
  const hasScreen = which('Xvfb') !== undefined && which('dbus-run-session') !== undefined;
  return hasScreen ? (process.env.WEBKIT_DRIVER_PATH ?? which('WebKitWebDriver')) : undefined;
}

/**
 * The path of the WebDriver of WebKitGTK.
 *
 * @returns {Promise<string>} an absolute path
 * @throws {Error} with one sentence for the developer when there is none and none can be had
 */
export async function findWebKitDriver() {
  const packages = ['webkit2gtk-driver', 'xvfb', 'dbus'];
  const driver =
    installedWebKitDriver() ?? (installPackages(...packages) ? installedWebKitDriver() : undefined);
  if (driver) return driver;
  throw new Error(
    'No WebKitWebDriver, Xvfb and dbus-run-session were found and they could not be installed: on Debian they are in webkit2gtk-driver, xvfb and dbus.',
  );
}
