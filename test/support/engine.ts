import { executeServerCommand } from '@web/test-runner-commands';

type Engine = 'chromium' | 'firefox' | 'webkit';

/** What a test may need that not every engine can do here, and why the others cannot. */
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
    reason: 'Firefox and WebKit are asked for less of it at their start, and that holds',
  },
  'forced colours': {
    engines: ['chromium'],
    reason:
      'Firefox takes them at the start only, WebKit has none; the rules are tested everywhere',
  },
} as const satisfies Record<string, { engines: readonly Engine[]; reason: string }>;

/** The engine that this page runs in. */
export const engine: Engine = navigator.userAgent.includes('Firefox/')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

/** Skips the test in an engine that cannot do this; its name then says why. */
export function needs(ability: keyof typeof ABILITIES, context: Mocha.Context): void {
  const { engines, reason }: { engines: readonly Engine[]; reason: string } = ABILITIES[ability];
  if (engines.includes(engine)) return;
  context.runnable().title += ` (${reason})`;
  context.skip();
}

const command = <Result>(name: string, payload: object): Promise<Result> =>
  executeServerCommand<Result, object>(`engine-${name}`, payload);

/** Presses keys one after the other, where the focus is; `Control+a` is one. */
export async function pressKeys(...chords: string[]): Promise<void> {
  for (const chord of chords) await command('press', chord === '+' ? [chord] : chord.split('+'));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what is painted of an element, in whole pixels. */
export function middleOf(element: Element | undefined): Point {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}

/** Drags with the mouse from one point to another. */
export const drag = (from: Point, to: Point): Promise<void> => command('drag', { from, to });

/** How many elements assistive technology finds with this role, this name, or both. */
export const countFor = (looked: { role?: string; name?: string }): Promise<number> =>
  command('count', looked);

/** Lets an input method show texts at the caret one after the other, and commit the last. */
export const composeNatively = (texts: readonly string[], commit = true): Promise<void> =>
  command('compose', { texts, commit });

/** Lets the browser paint an input as one that it filled in. */
export async function paintAsFilledIn(input: HTMLInputElement): Promise<void> {
  input.toggleAttribute('data-filled-in', true);
  await command('paintAsFilledIn', { selector: '[data-filled-in]' });
}

/** Turns a media feature on; without a value, off again. */
export const emulate = (name: string, value?: string): Promise<void> =>
  command('media', { name, value });
