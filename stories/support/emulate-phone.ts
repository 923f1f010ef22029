import { HANDHELD } from '../../src/elements/enrollment/handheld-controller.js';

/**
 * Makes the preview match the media query of a handheld device. A narrow viewport alone still has a mouse.
 *
 * @returns A function that restores the original.
 */
export function emulatePhone(): () => void {
  const matchMedia = window.matchMedia.bind(window);
  window.matchMedia = (query) => matchMedia(query === HANDHELD ? 'all' : query);
  return () => {
    window.matchMedia = matchMedia;
  };
}
