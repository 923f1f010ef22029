import { HANDHELD } from '../../src/elements/enrollment/handheld-controller.js';

/**
 * Makes the preview a device that is held in the hand: the frame of a viewport has the size of a
 * phone but keeps the mouse.
 *
 * @returns Makes it what it was.
 */
export function onAPhone(): () => void {
  const matchMedia = window.matchMedia.bind(window);
  window.matchMedia = (query) => matchMedia(query === HANDHELD ? 'all' : query);
  return () => {
    window.matchMedia = matchMedia;
  };
}
