import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import type { RunningPortal } from '../../demo/tools/run-portal.js';
import type { BrowserWindow, Key, Picture } from './windows/browser-window.js';
import { DRAWN, findFocus, MARK_FOCUS, UNMARK_FOCUS } from './windows/focus-in-picture.js';

/** How long something may take to come, in ms: ample for a busy machine. */
const PATIENCE = 20_000;
/** More than any page here has: then the keyboard does not get there. */
const MOST_TABS = 60;

/** The name of the element that has the focus. Reads no layout. */
const FOCUSED_NAME = `(() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return '';
  const name = focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent;
  return name.trim().replace(/\\s+/g, ' ');
})()`;

/** The texts of the page, in shadow trees too. Reads no layout. */
const TEXT = `((textOf) => textOf(textOf, document.body).replace(/\\s+/g, ' '))((textOf, node) => {
  if (node.nodeType === 3) return node.data;
  if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.nodeName) || node.hidden) return '';
  return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]
    .map((child) => textOf(textOf, child))
    .join(' ');
})`;

/** A person who uses the keyboard only, in any engine, and who has to see what has the focus. */
export class KeyboardVisitor {
  readonly #window: BrowserWindow;
  readonly #portal: RunningPortal;
  readonly #folder: string | undefined;
  #pictures = 0;

  /**
   * @param folder Where the pictures of every step go, to look at; by default nowhere.
   */
  constructor(window: BrowserWindow, portal: RunningPortal, folder?: string) {
    this.#window = window;
    this.#portal = portal;
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /** Opens a page of the portal. */
  goesTo(path: string): Promise<void> {
    return this.#window.goTo(this.#portal.origin + path);
  }

  presses(key: Key): Promise<void> {
    return this.#window.press(key);
  }

  types(text: string): Promise<void> {
    return this.#window.type(text);
  }

  /** Waits until a text is on the page. */
  async sees(text: string | RegExp): Promise<void> {
    const isThere = (shown: string) =>
      typeof text === 'string' ? shown.includes(text) : text.test(shown);
    await this.#until(TEXT, isThere, `"${String(text)}"`);
  }

  /** Waits until something has the focus, and looks for it in the window. */
  async isAt(name: string | RegExp): Promise<void> {
    await this.#until(
      FOCUSED_NAME,
      (focused) => matches(focused, name),
      `focus on "${String(name)}"`,
    );
    await this.looksForFocus();
  }

  /**
   * Goes on with Tab, or back with Shift and Tab, until something has the focus. Every stop on the way has to
   * be in view.
   */
  async tabsTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.presses(key);
      await this.looksForFocus();
      const focused = String(await this.#evaluate(FOCUSED_NAME));
      if (matches(focused, name)) return;
      passed.push(focused);
    }
    assert.fail(`The keyboard does not get to "${String(name)}". It passed ${passed.join(' | ')}`);
  }

  /** Fails unless what has the focus is in the window as a whole, judged from pictures of it. */
  async looksForFocus(): Promise<void> {
    await this.#evaluate(DRAWN);
    const plain = await this.#window.picture();
    if (!(await this.#evaluate(MARK_FOCUS))) return;
    await this.#evaluate(DRAWN);
    const marked = await this.#window.picture();
    const name = String(await this.#evaluate(FOCUSED_NAME));
    await this.#evaluate(UNMARK_FOCUS);
    this.#keep(name, plain, marked);
    const { isWhole, box, moved } = findFocus(plain, marked);
    assert.ok(box, `"${name}" has the focus and is out of view`);
    assert.ok(
      isWhole,
      `"${name}" has the focus and is only partly in view: ${JSON.stringify(box)}`,
    );
    assert.ok(moved < 0.02, `The window moves when "${name}" is looked at (${moved})`);
  }

  /** Scans the QR code in the window with the phone, and moves the window down until it is there. */
  async scansQrCode(): Promise<AuthenticatorApp> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      try {
        return AuthenticatorApp.scan(toPng(await this.#window.picture()));
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await this.presses('ArrowDown');
        await this.#evaluate(DRAWN);
      }
    }
  }

  #evaluate(expression: string): Promise<unknown> {
    return this.#window.evaluate(expression);
  }

  /** Polls, because the engines have no common way to wait. A page that is just being left has no value. */
  async #until(
    expression: string,
    isRight: (value: string) => boolean,
    what: string,
  ): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    let last = '';
    while (Date.now() < deadline) {
      last = String(await this.#evaluate(expression).catch(() => ''));
      if (isRight(last)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.fail(`No ${what} came. There was: ${last}`);
  }

  #keep(name: string, plain: Picture, marked: Picture): void {
    if (this.#folder === undefined) return;
    this.#pictures += 1;
    const file = `${String(this.#pictures).padStart(3, '0')} ${name.replaceAll(/[^\w-]+/g, '-')}`;
    writeFileSync(join(this.#folder, `${file.slice(0, 50)}.png`), toPng(plain));
    writeFileSync(join(this.#folder, `${file.slice(0, 50)} marked.png`), toPng(marked));
  }
}

function toPng({ width, height, data }: Picture): Buffer {
  return PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }));
}

const matches = (text: string, expected: string | RegExp): boolean =>
  typeof expected === 'string' ? text === expected : expected.test(text);
