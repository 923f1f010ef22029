import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { ManualError } from '../manual-error.js';
import type { Step } from '../plan.js';
import { type Area, areaAround, boxIn, type Room } from './area.js';
import { type Control, type ControlName, CONTROLS } from './controls.js';
import type { ProductWords } from './product-messages.js';
import type { Found, Picture } from './recording.js';

/** Milliseconds for anything on the screen, ample for a busy machine. */
const PATIENCE = 15_000;

interface PictureOptions {
  /** What the picture points at, in the order of the numbers. */
  readonly marks?: readonly ControlName[];
  /** What the picture shows; its marks alone when left out. */
  readonly around: readonly Locator[] | Area;
  readonly room?: Room;
}

/** Walks a page as the manual tells it, and keeps what it finds: pictures, and the names on the page. */
export class Guide {
  readonly page: Page;
  readonly pictures = new Map<Step, Picture>();
  readonly found = new Map<ControlName, Found>();
  /** What the console said. */
  readonly complaints: string[] = [];
  readonly #words: ProductWords;
  readonly #folder: string;

  /**
   * @param page At the portal, in the language of the words.
   * @param words What the product calls things in that language.
   * @param folder Where the pictures go.
   */
  constructor(page: Page, words: ProductWords, folder: string) {
    this.page = page;
    this.#words = words;
    this.#folder = folder;
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      // Chromium notes every answer of 400 and up; that the portal asks for proof is one.
      const isRefusal = message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !isRefusal) {
        this.complaints.push(message.text());
      }
    });
  }

  /** The name to look for: a pattern where the product fills something in. */
  #nameOf(control: Control): string | RegExp {
    if ('portal' in control) return this.#words.portal(control.portal);
    return 'message' in control ? this.#words.message(control.message) : control.named;
  }

  #locate(control: Control): Locator {
    const place = control.inDialog ? this.page.getByRole('dialog') : this.page;
    const name = this.#nameOf(control);
    const options = { name, exact: true };
    switch (control.kind) {
      case 'button':
      case 'checkbox':
      case 'heading':
      case 'link':
        return place.getByRole(control.kind, options);
      case 'image':
        return place.getByRole('img', options);
      case 'field':
        return place.getByLabel(name, { exact: true });
      case 'summary':
        return place.locator('summary').filter({ hasText: name });
    }
  }

  /**
   * Finds what a person would look for, and remembers what it is called.
   *
   * @throws {ManualError} when it is not there.
   */
  async find(name: ControlName): Promise<Locator> {
    const control: Control = CONTROLS[name];
    const locator = this.#locate(control).filter({ visible: true }).first();
    try {
      await locator.waitFor();
    } catch {
      throw new ManualError(
        `${this.#words.locale}: the manual looks for the ${control.kind} ${name} (${describe(control)}) on ${new URL(this.page.url()).pathname}, and it is not there. Did the page change? Then change demo/manual/walk.`,
      );
    }
    this.found.set(name, await readFound(locator));
    return locator;
  }

  async press(name: ControlName): Promise<void> {
    await (await this.find(name)).click();
  }

  async type(name: ControlName, text: string): Promise<void> {
    await (await this.find(name)).fill(text);
  }

  /** The heading with a message of the tags. */
  heading(message: string): Locator {
    return this.page.getByRole('heading', { name: this.#words.message(message) });
  }

  /** What a mark goes around: a checkbox is pointed at together with its words. */
  async #partOf(name: ControlName): Promise<Locator> {
    const locator = await this.find(name);
    return CONTROLS[name].kind === 'checkbox'
      ? this.page.locator('label').filter({ has: this.#locate(CONTROLS[name]) })
      : locator;
  }

  /** Takes the picture of a step. */
  async picture(step: Step, { marks = [], around, room }: PictureOptions): Promise<void> {
    const { page } = this;
    const targets = await Promise.all(marks.map((name) => this.#partOf(name)));
    const area = 'width' in around ? around : await areaAround(around, room);
    // Calm: nothing under the pointer, no cursor, no ring.
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active instanceof HTMLElement) active.blur();
    });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const boxes = await Promise.all(targets.map((target) => boxIn(area, target)));
    const emptyEnds = await Promise.all(targets.map(hasEmptyEnd));
    const file = `${step.replace('.', '-')}.png`;
    const png = await page.screenshot({ clip: area, animations: 'disabled' });
    await writeFile(join(this.#folder, file), png);
    this.pictures.set(step, {
      file,
      width: area.width,
      height: area.height,
      marks: marks.map((control, index) => {
        const box = boxes[index];
        const name = this.found.get(control)?.name;
        if (!box || !name) {
          throw new ManualError(`“${control}” lies outside the picture of step ${step}.`);
        }
        return { control, name, box, emptyEnd: emptyEnds[index] ?? false };
      }),
    });
  }
}

/** A field is empty at its end, or nearly; a button where it has that much padding, in CSS pixels. */
const hasEmptyEnd = (locator: Locator): Promise<boolean> =>
  locator.evaluate(
    (element) =>
      element instanceof HTMLInputElement ||
      Number.parseFloat(getComputedStyle(element).paddingInlineEnd) >= 16,
  );

/** Where the name of a control comes from, for who has to mend the manual. */
const describe = (control: Control): string =>
  'portal' in control
    ? `“${control.portal}” of the portal`
    : 'message' in control
      ? `message “${control.message}”`
      : `called ${String(control.named)}`;

async function readFound(locator: Locator): Promise<Found> {
  const [line = ''] = (await locator.ariaSnapshot()).split('\n');
  const accessibleName = /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? '';
  const words = (
    await locator.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''))
  )
    .replace(/\s+/g, ' ')
    .trim();
  const href = await locator.getAttribute('href');
  return {
    name: words === '' ? accessibleName.replaceAll('\\"', '"') : words,
    ...(href !== null && { href }),
  };
}
