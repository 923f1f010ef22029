import { KeyboardWalk } from './keyboard-walk.js';
import { motion } from './motion.js';
import { overlappingTargets } from './overlapping-targets.js';
import { sidewaysScrolling } from './sideways-scrolling.js';
import { smallTargets } from './small-targets.js';
import { tooltips } from './tooltips.js';
import { withText } from './with-text.js';

const story = (): HTMLElement => {
  const root = document.getElementById('storybook-root');
  if (!root) throw new Error('There is no story in this page.');
  return root;
};

/** Reports content that scrolls sideways, is cut off, or overlaps. */
const misfits = (): string[] => [
  ...sidewaysScrolling(),
  ...(window.storyPage?.clippedTexts() ?? ['window.storyPage cannot report clipped texts']),
  ...overlappingTargets(story()),
];

let walk: KeyboardWalk | undefined;

/** The checks of a story's page (story-checks.ts). */
export const checks = {
  'size of targets': () => smallTargets(story()),
  'fits in the width': misfits,
  'fits with spaced text': () => withText('spaced', misfits),
  'fits with text twice as large': () => withText('twice as large', misfits),
  'keeps still': () => motion(story()),
  'no tooltips': () => tooltips(story()),
} satisfies Record<string, () => string[]>;

/** The keyboard walk through a story. The tests press the keys. */
export const keyboard = {
  begin: async () => {
    walk = await KeyboardWalk.begin(story());
  },
  look: () => walk?.look() ?? true,
  end: () => walk?.end() ?? [],
};

declare global {
  interface Window {
    accessibilityChecks: typeof checks & { readonly keyboard: typeof keyboard };
  }
}

window.accessibilityChecks = { ...checks, keyboard };
