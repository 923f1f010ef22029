import { changePage } from './change-page.js';
import { findFaults, readMessages } from './find-faults.js';
import { play, readIndex, showDocs, untilReady } from './play-story.js';
import { installFakeClock } from './fake-clock.js';
import { loadFonts, endPictures, hasFonts, preparePicture } from './picture-page.js';

/** The functions that the tests call in a page of stories, as `window.storyTests`. */
const storyTests = {
  untilReady,
  readIndex,
  play,
  showDocs,
  changePage,
  findFaults,
  readMessages,
  loadFonts,
  hasFonts,
  preparePicture,
  endPictures,
};

declare global {
  interface Window {
    storyTests: typeof storyTests;
  }
}

installFakeClock();
window.storyTests = storyTests;
