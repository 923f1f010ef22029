import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { ManualError } from '../manual-error.js';
import type { Step } from '../plan.js';
import type { FoundControl, Picture } from './capture.js';
import { type Area, areaAround, boxIn, type Room } from './area.js';
import { type Control, type ControlName, CONTROLS } from './controls.js';
import type { ProductMessages } from './product-messages.js';

/** How long to wait for anything on the page, in milliseconds; ample for a busy machine. */
const TIMEOUT = 15_000;

interface PictureOptions {
  /** The controls that the picture points at, in the order of their numbers. */
  readonly marks?: readonly ControlName[];
  /** The elements or the area that the picture shows. */
  readonly around: readonly Locator[] | Area;
  readonly room?: Room;
}

/** Finds and uses the controls of a page by their names, and stores those names and the pictures. */
export class PageDriver {
  readonly page: Page;
  readonly pictures = new Map<Step, Picture>();
  readonly controls = new Map<ControlName, FoundControl>();
  /** Errors and warnings of the console. */
  readonly problems: string[] = [];
  readonly #messages: ProductMessages;
  readonly #folder: string;

  /**
   * @param page A page of the portal, in the language of the messages.
   * @param messages The texts of the product in that language.
   * @param folder The folder for the pictures.
   */
  constructor(page: Page, messages: ProductMessages, folder: string) {
    this.page = page;
    this.#messages = messages;
    this.#folder = folder;
    page.setDefaultTimeout(TIMEOUT);
    page.on('console', (message) => {
      // Chromium reports every response of 400 and up, such as `step-up-required`.
      const isRefusal = message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !isRefusal) {
        this.problems.push(message.text());
      }
    });
  }

  /** The name to look for; a pattern if the product fills in values. */
  #nameOf(control: Control): string | RegExp {
    if ('portal' in control) return this.#messages.portal(control.portal);
    return 'message' in control ? this.#messages.message(control.message) : control.named;
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
   * Finds a control by its name and stores what it is called on the page.
   *
   * @throws {ManualError} If it is not on the page.
   */
  async find(name: ControlName): Promise<Locator> {
    const control: Control = CONTROLS[name];
    const locator = this.#locate(control).filter({ visible: true }).first();
    try {
      await locator.waitFor();
    } catch {
      throw new ManualError(
        `${this.#messages.locale}: the manual looks for the ${control.kind} ${name} (${describe(control)}) on ${new URL(this.page.url()).pathname}, and it is not there. If the page has changed, change demo/manual/capture.`,
      );
    }
    this.controls.set(name, await readFound(locator));
    return locator;
  }

  async press(name: ControlName): Promise<void> {
    await (await this.find(name)).click();
  }

  async type(name: ControlName, text: string): Promise<void> {
    await (await this.find(name)).fill(text);
  }

  /** The heading with a message of the elements. */
  heading(message: string): Locator {
    return this.page.getByRole('heading', { name: this.#messages.message(message) });
  }

  /** The element that a mark surrounds: a checkbox is marked together with its label. */
  async #markedElement(name: ControlName): Promise<Locator> {
    const locator = await this.find(name);
    return CONTROLS[name].kind === 'checkbox'
      ? this.page.locator('label').filter({ has: this.#locate(CONTROLS[name]) })
      : locator;
  }

  async picture(step: Step, { marks = [], around, room }: PictureOptions): Promise<void> {
    const { page } = this;
    const targets = await Promise.all(marks.map((name) => this.#markedElement(name)));
    const area = 'width' in around ? around : await areaAround(around, room);
    // Without a hovered element, a caret and a focus ring.
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
        const name = this.controls.get(control)?.name;
        if (!box || !name) {
          throw new ManualError(`“${control}” is outside the picture of step ${step}.`);
        }
        return { control, name, box, emptyEnd: emptyEnds[index] ?? false };
      }),
    });
  }
}

/** A number fits at the end of a field, and of a button with 16 CSS pixels of padding. */
const hasEmptyEnd = (locator: Locator): Promise<boolean> =>
  locator.evaluate(
    (element) =>
      element instanceof HTMLInputElement ||
      Number.parseFloat(getComputedStyle(element).paddingInlineEnd) >= 16,
  );

/** Names the source of a control's name in an error. */
const describe = (control: Control): string =>
  'portal' in control
    ? `“${control.portal}” of the portal`
    : 'message' in control
      ? `message “${control.message}”`
      : `called ${String(control.named)}`;

async function readFound(locator: Locator): Promise<FoundControl> {
  const [line = ''] = (await locator.ariaSnapshot()).split('\n');
  const accessibleName = /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? '';
  const text = (
    await locator.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''))
  )
    .replace(/\s+/g, ' ')
    .trim();
  const href = await locator.getAttribute('href');
  return {
    name: text === '' ? accessibleName.replaceAll('\\"', '"') : text,
    ...(href !== null && { href }),
  };
}
