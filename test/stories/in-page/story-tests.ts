import { changePage, findFaults, readMessages } from './find-faults.js';
import { play, readIndex, showDocs, untilReady } from './play-story.js';
import { ruleTime } from './rule-time.js';
import { bringFonts, hasFonts, wearFonts } from './wear-fonts.js';

/** What the tests ask of a page of stories from outside, as `window.storyTests`. */
const storyTests = {
  untilReady,
  readIndex,
  play,
  showDocs,
  changePage,
  findFaults,
  readMessages,
  bringFonts,
  hasFonts,
  wearFonts,
};

declare global {
  interface Window {
    storyTests: typeof storyTests;
  }
}

ruleTime();
window.storyTests = storyTests;
