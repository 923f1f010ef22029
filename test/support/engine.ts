import { executeServerCommand } from '@web/test-runner-commands';

type Engine = 'chromium' | 'firefox' | 'webkit';

/** The abilities that not every engine has here, and the reason. */
const ABILITIES = {
  'an input method from outside the page': {
    engines: ['chromium'],
    reason:
      'only the Chrome DevTools Protocol has input methods; the simulated ones run everywhere',
  },
  dragging: {
    engines: ['chromium'],
    reason:
      'WebDriver moves the mouse and no text with it; the events of a drop are tested everywhere',
  },
  'a field that the browser filled in': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol paints one so; the rules are tested everywhere',
  },
  motion: {
    engines: ['chromium'],
    reason:
      'Firefox and WebKit get reduced motion as a setting at their start, and cannot change it',
  },
  'forced colours': {
    engines: ['chromium'],
    reason:
      'Firefox takes them at the start only, WebKit has none; the rules are tested everywhere',
  },
  'text in a picture': {
    engines: ['chromium', 'webkit'],
    reason: 'Firefox paints boxes in place of letters; where the digits stand is tested everywhere',
  },
  'a dark mode of the browser': {
    engines: ['chromium'],
    reason: 'only the Chrome DevTools Protocol turns one on',
  },
} as const satisfies Record<string, { engines: readonly Engine[]; reason: string }>;

/** The engine of this page. */
export const engine: Engine = navigator.userAgent.includes('Firefox/')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

/** Skips the test in an engine without this ability, and adds the reason to its title. */
export function needs(ability: keyof typeof ABILITIES, context: Mocha.Context): void {
  const { engines, reason }: { engines: readonly Engine[]; reason: string } = ABILITIES[ability];
  if (engines.includes(engine)) return;
  context.runnable().title += ` (${reason})`;
  context.skip();
}

const command = <Result>(name: string, payload: object): Promise<Result> =>
  executeServerCommand<Result, object>(`engine-${name}`, payload);

/** Presses keys one after the other, at the focus; a chord such as `Control+a` is one. */
export async function pressKeys(...chords: string[]): Promise<void> {
  for (const chord of chords) await command('press', chord === '+' ? [chord] : chord.split('+'));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns the middle of an element, in whole pixels. */
export function middleOf(element: Element | undefined): Point {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

/** Drags with the mouse from one point to another. */
export const drag = (from: Point, to: Point): Promise<void> => command('drag', { from, to });

/** Counts the elements with this role, this name, or both in the accessibility tree. */
export const countFor = (looked: { role?: string; name?: string }): Promise<number> =>
  command('count', looked);

/** Makes an input method show texts at the caret one after the other, and commit the last. */
export const composeNatively = (texts: readonly string[], commit = true): Promise<void> =>
  command('compose', { texts, commit });

/** Makes the browser render an input as autofilled. */
export async function paintAsFilledIn(input: HTMLInputElement): Promise<void> {
  input.toggleAttribute('data-filled-in', true);
  await command('paintAsFilledIn', { selector: '[data-filled-in]' });
}

/** Emulates a media feature; without a value, stops emulating it. */
export const emulate = (name: string, value?: string): Promise<void> =>
  command('media', { name, value });

/** Turns the dark mode on that the browser makes of a light page, or off. */
export const darkenPage = (enabled: boolean): Promise<void> => command('autoDark', { enabled });

/** Returns a picture of the window. To take it changes nothing in the page, except a pixel in WebKit. */
async function pictureOfWindow(): Promise<ImageBitmap> {
  const stop = engine === 'webkit' ? keepPainting() : undefined;
  const png = await command<string>('picture', {});
  stop?.();
  return createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
}

/** Keeps the window painting: WebKit takes its picture at the next frame that differs. */
function keepPainting(): () => void {
  const pixel = document.createElement('div');
  pixel.style.cssText = 'position: fixed; inset: auto 0 0 auto; padding: 1px; background: gray';
  document.body.append(pixel);
  let frames = 0;
  let next = requestAnimationFrame(function paint() {
    frames += 1;
    pixel.style.opacity = frames % 2 ? '1' : '0.9';
    next = requestAnimationFrame(paint);
  });
  return () => {
    cancelAnimationFrame(next);
    pixel.remove();
  };
}

/** Returns what the window shows of an element. */
export async function pictureOf(element: Element): Promise<HTMLCanvasElement> {
  const picture = await pictureOfWindow();
  const scale = picture.width / innerWidth;
  const { x, y, width, height } = element.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(picture, -Math.round(x * scale), -Math.round(y * scale));
  return canvas;
}

/**
 * Returns the rows of pixels, in CSS px from the top of the window, in which a picture of it shows a
 * color. A picture changes nothing; to read the layout of an element may scroll it into view (WebKit).
 *
 * @param color The color as `rgb` values, of parts that the page has painted so.
 */
export async function rowsOf(color: readonly [number, number, number]): Promise<number[]> {
  const image = await pictureOfWindow();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.drawImage(image, 0, 0);
  const { data, width } = context.getImageData(0, 0, image.width, image.height);
  const rows = new Set<number>();
  for (let at = 0; at < data.length; at += 4) {
    if (color.every((value, index) => data[at + index] === value)) {
      rows.add(Math.floor(at / 4 / width));
    }
  }
  return [...rows];
}
