// Finds a Chromium for the tests, or obtains one, and says what it does.
//
// Order: what the environment names, what is installed, Debian's package when we are root, the test
// tool's own download. One clear sentence when none of these gives a browser that starts.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const ENVIRONMENT_NAMES = ['CHROME_PATH', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

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

async function installed() {
  for (const name of ENVIRONMENT_NAMES) {
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

function obtain() {
  const packaged =
    isDebianRoot() &&
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  return packaged || run('npx', ['--no-install', 'playwright-core', 'install', 'chromium']);
}

/**
 * The path of a Chromium that starts.
 *
 * @returns {Promise<string>} an absolute path
 * @throws {Error} with one sentence for the developer when there is none and none can be had
 */
export async function findBrowser() {
  let browser = await installed();
  if (!browser && obtain()) browser = await installed();
  if (!browser) {
    throw new Error(
      'No Chromium was found and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
    );
  }
  return browser;
}
