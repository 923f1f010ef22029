// What is looked for at each look at a story, beside axe. The checks themselves run in the page
// (in-page/); this brings them there.
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The checks as a script for a page. */
const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('in-page/all-checks.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  target: 'es2022',
  write: false,
});
const script = outputFiles[0].text;

/** Runs in the page. */
const has = () => window.accessibilityChecks !== undefined;
const perform = (name) => window.accessibilityChecks[name]();
const walk = (act) => window.accessibilityChecks.keyboard[act]();

const bringTo = async (page) => {
  if (!(await page.evaluate(has))) await page.evaluate(script);
};

const check = (name, criterion) => ({
  name,
  criterion,
  run: async (page) => {
    await bringTo(page);
    return page.evaluate(perform, name);
  },
});

/** Text of 200 % is asked of a page of ordinary width (WCAG 2.2, 1.4.4): here one of 1280 px, zoomed in. */
const ROOM_FOR_LARGE_TEXT = 640;

/** In a page that is at least as wide. */
const withRoom = (width, { name, criterion, run }) => ({
  name,
  criterion,
  run: async (page) => {
    const size = page.viewportSize();
    if (size.width >= width) return run(page);
    await page.setViewportSize({ ...size, width });
    const complaints = await run(page);
    await page.setViewportSize(size);
    return complaints;
  },
});

/** From the first Tab to behind the last control (in-page/keyboard-walk.ts). */
async function walkByKeyboard(page) {
  await bringTo(page);
  await page.evaluate(walk, 'begin');
  do await page.keyboard.press('Tab');
  while (!(await page.evaluate(walk, 'look')));
  return page.evaluate(walk, 'end');
}

/**
 * Each is asked of a Playwright page that shows a story, tells what is wrong, and leaves the page as it
 * was.
 *
 * @type {import('./story-checks.mjs').StoryCheck[]}
 */
export const storyChecks = [
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
