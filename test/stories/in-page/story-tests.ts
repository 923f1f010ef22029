import { changePage } from './change-page.js';
import { findFaults, readMessages } from './find-faults.js';
import { play, readIndex, showDocs, untilReady } from './play-story.js';
import { ruleTime } from './rule-time.js';
import { bringFonts, endPictures, hasFonts, poseForPicture } from './wear-fonts.js';

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
  poseForPicture,
  endPictures,
};

declare global {
  interface Window {
    storyTests: typeof storyTests;
  }
}

ruleTime();
window.storyTests = storyTests;
