import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { FONT_ENVIRONMENT } from '../../demo/tools/browser/font-environment.mjs';
import { freePort } from './free-port.mjs';
import { spawnWithCleanup } from './child-process.mjs';

/** How long the driver may take to answer, in ms: a busy machine is no reason to fail. */
const PATIENCE = 30_000;

/** Where WebKit keeps what it writes; asks for less motion, which can be set at the start only. */
function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'mfa-elements-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return home;
}

/** Starts a screen that nobody sees; it picks a free number itself and tells it. */
async function startScreen() {
  const screen = spawnWithCleanup(
    ['Xvfb', '-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { descriptors: ['ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(screen.process.stdio[3], 'data');
  return { display: `:${String(number).trim()}`, end: screen.end };
}

/** Resolves when the driver answers. It says nothing when it is ready, so it has to be asked. */
async function untilReady(port) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver did not answer within ${PATIENCE / 1000} seconds.`);
}

async function startDriver(driver) {
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
      // There is no graphics card to be found, and no accessibility bus.
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
  return { port, end };
}

/**
 * WebKitGTK's own small browser, on a screen that nobody sees, driven over classic WebDriver.
 *
 * @param {string} driver the path of WebKitWebDriver
 */
export function webkitLauncher(driver) {
  const options = {
    hostname: '127.0.0.1',
    path: '/',
    // What it refuses once it refuses always.
    connectionRetryCount: 0,
    logLevel: 'silent',
    capabilities: {
      browserName: 'MiniBrowser',
      // It speaks no BiDi.
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
