// The checks of a story in each look, beside axe. They run in the page (in-page/); this module loads them.
import type { Page } from 'playwright';
import { pageScript } from '../tools/page-script.js';
import type { checks } from './in-page/all-checks.js';

/** One check of a story's page. */
export interface StoryCheck {
  readonly name: string;
  /** The success criterion of WCAG 2.2 and the number of the case. */
  readonly criterion: string;
  /** Returns complaints, and leaves the page unchanged. */
  readonly run: (page: Page) => Promise<string[]>;
}

const CHECKS = pageScript(new URL('in-page/all-checks.ts', import.meta.url));

/* Run in the page. */
const has = () => 'accessibilityChecks' in window;
const perform = (name: keyof typeof checks) => window.accessibilityChecks[name]();
const beginWalk = () => window.accessibilityChecks.keyboard.begin();
const endWalk = () => window.accessibilityChecks.keyboard.end();
const isWalked = () => window.accessibilityChecks.keyboard.look();

const loadChecks = async (page: Page): Promise<void> => {
  if (!(await page.evaluate(has))) await page.evaluate(CHECKS);
};

const check = (name: keyof typeof checks, criterion: string): StoryCheck => ({
  name,
  criterion,
  async run(page) {
    await loadChecks(page);
    return page.evaluate(perform, name);
  },
});

/** WCAG 2.2, 1.4.4 requires 200 % text on a page of ordinary width: here one of 1280 px, zoomed in. */
const ROOM_FOR_LARGE_TEXT = 640;

/** Runs a check in a page with a minimum width. */
const withRoom = (width: number, { name, criterion, run }: StoryCheck): StoryCheck => ({
  name,
  criterion,
  async run(page) {
    const size = page.viewportSize();
    if (!size || size.width >= width) return run(page);
    await page.setViewportSize({ ...size, width });
    const complaints = await run(page);
    await page.setViewportSize(size);
    return complaints;
  },
});

/** Presses Tab from before the first control to behind the last (in-page/keyboard-walk.ts). */
async function walkByKeyboard(page: Page): Promise<string[]> {
  await loadChecks(page);
  await page.evaluate(beginWalk);
  do await page.keyboard.press('Tab');
  while (!(await page.evaluate(isWalked)));
  return page.evaluate(endWalk);
}

/**
 * The checks of a Playwright page that shows a story.
 */
export const storyChecks: readonly StoryCheck[] = [
  check('size of targets', '2.5.8 Target Size (Minimum), A16'),
  check('fits in the width', '1.4.10 Reflow, A13'),
  check('fits with spaced text', '1.4.12 Text Spacing, A14'),
  withRoom(ROOM_FOR_LARGE_TEXT, check('fits with text twice as large', '1.4.4 Resize Text, A15')),
  check('keeps still', '2.3.3 Animation from Interactions, A23'),
  check('no tooltips', '1.4.13 Content on Hover or Focus, A24'),
  {
    name: 'keyboard walk',
    criterion: '2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 3.2.1, A12 and A18',
    run: walkByKeyboard,
  },
];
