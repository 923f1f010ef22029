import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { FONT_ENVIRONMENT } from '../../demo/tools/browser/font-environment.mjs';
import { freePort } from './free-port.mjs';
import { spawnWithCleanup } from './child-process.mjs';

/** How long the driver may take to respond, in ms: ample, for a busy machine. */
const PATIENCE = 30_000;

/** Makes the folder that WebKit writes to. Its settings reduce motion; WebKit reads them only at its start. */
function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'mfa-elements-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return home;
}

/**
 * Starts a virtual screen, which picks a free number and writes it to its descriptor 3. What it shows is in
 * a file, as a dump of X11.
 */
async function startScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-screen-'));
  const size = ['-screen', '0', '1280x1024x24', '-fbdir', folder];
  const screen = spawnWithCleanup(['Xvfb', '-displayfd', '3', ...size, '-nolisten', 'tcp'], {
    descriptors: ['ignore', 'ignore', 'pipe'],
    folder,
  });
  const [number] = await once(screen.process.stdio[3], 'data');
  const dump = join(folder, 'Xvfb_screen0');
  return { display: `:${String(number).trim()}`, dump, end: screen.end };
}

/** Polls until the driver responds, because it does not report when it is ready. */
async function untilReady(port) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver did not respond within ${PATIENCE / 1000} seconds.`);
}

/**
 * Starts WebKitWebDriver on a virtual screen of its own.
 *
 * @param {string} driver its path
 * @returns {Promise<{ port: number, dump: string, end: () => void }>} `dump` is the file with what the
 *   screen shows
 */
export async function startDriver(driver) {
  const home = makeHome();
  const screen = await startScreen();
  const port = await freePort();
  const running = spawnWithCleanup(['dbus-run-session', '--', driver, `--port=${port}`], {
    descriptors: ['ignore', 'ignore'],
    folder: home,
    env: {
      ...process.env,
      ...FONT_ENVIRONMENT,
      DISPLAY: screen.display,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      // The virtual screen has no graphics card, and the session has no accessibility bus.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    },
  });
  const end = () => {
    running.end();
    screen.end();
  };
  process.once('exit', end);
  await untilReady(port);
  return { port, dump: screen.dump, end };
}

/**
 * Launches MiniBrowser, the small browser of WebKitGTK, on a virtual screen, and drives it over classic
 * WebDriver.
 *
 * @param {string} driver the path of WebKitWebDriver
 */
export function webkitLauncher(driver) {
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    // A request that the driver refuses once, it refuses again.
    connectionRetryCount: 0,
    logLevel: 'silent',
    capabilities: {
      browserName: 'MiniBrowser',
      // It does not support BiDi.
      'wdio:enforceWebDriverClassic': true,
    },
  };
  const launcher = webdriverLauncher(options);
  const { initialize, stop } = launcher;
  let running;
  launcher.initialize = async (config) => {
    await initialize.call(launcher, config);
    launcher.name = 'WebKit';
    running = await startDriver(driver);
    options.port = running.port;
  };
  launcher.stop = async () => {
    await stop.call(launcher);
    running?.end();
  };
  return launcher;
}
