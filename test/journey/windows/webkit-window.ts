import { findWebKitDriver } from '../../../demo/tools/browser/find-browser.mjs';
import { startDriver } from '../../tools/webkit.mjs';
import { readScreen } from './read-screen.js';
import { SIZE, type BrowserWindow, type Key } from './browser-window.js';

/** How long the driver may take for a command, in ms: ample, for a busy machine. */
const PATIENCE = 60_000;

/** The keys in WebDriver (W3C WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<Exclude<Key, 'Shift+Tab'>, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  ArrowDown: '\uE015',
};
const SHIFT = '\uE008';

/**
 * Opens a window of WebKitGTK on a virtual screen, driven over classic WebDriver. Its pictures are of that
 * screen: the driver would lay the page out again for its own, and sometimes does not respond to that.
 */
export async function openWebKit(): Promise<BrowserWindow> {
  const { port, dump, end } = await startDriver(
    process.env.WEBKIT_DRIVER_PATH ?? (await findWebKitDriver()),
  );
  const request = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (response.ok) return value;
    throw new Error(`WebKit: ${value.error ?? response.status} ${value.message ?? ''}`);
  };
  const { sessionId } = (await request('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser' } },
  })) as { sessionId: string };
  const command = (name: string, body: object = {}) =>
    request('POST', `/session/${sessionId}/${name}`, body);
  const perform = (actions: readonly object[]) =>
    command('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const keyPress = (value: string, during: readonly object[] = []) => [
    { type: 'keyDown', value },
    ...during,
    { type: 'keyUp', value },
  ];
  await command('window/rect', { x: 0, y: 0, ...SIZE });
  return {
    goTo: async (url) => void (await command('url', { url })),
    press: async (key) => {
      await perform(
        key === 'Shift+Tab' ? keyPress(SHIFT, keyPress(KEYS.Tab)) : keyPress(KEYS[key]),
      );
    },
    type: async (text) => void (await perform([...text].flatMap((letter) => keyPress(letter)))),
    picture: () => readScreen(dump, SIZE),
    evaluate: (expression) =>
      command('execute/sync', { script: `return (${expression})`, args: [] }),
    close: async () => {
      await request('DELETE', `/session/${sessionId}`).catch(() => undefined);
      end();
    },
  };
}
