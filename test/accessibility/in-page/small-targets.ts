import { laidOutTargets, type Target } from './targets.js';

/** WCAG 2.2, 2.5.8: width and height in CSS pixels. */
const SMALLEST = 24;

/**
 * Finds targets under 24 by 24 CSS px (WCAG 2.2, 2.5.8; A16). A link in a sentence may be as high as its
 * line. The exception for small targets with enough space around them is not used.
 */
export function smallTargets(within?: Node): string[] {
  return laidOutTargets(within)
    .filter((target) => isSmall(target) && !isInSentence(target))
    .map(({ name, box }) => `${name} is ${size(box)}`);
}

const isSmall = ({ box }: Target): boolean => box.width < SMALLEST || box.height < SMALLEST;

/** Tells whether there is text beside it on its line. */
function isInSentence({ element }: Target): boolean {
  if (getComputedStyle(element).display !== 'inline') return false;
  return [...(element.parentNode?.childNodes ?? [])].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  );
}

const size = ({ width, height }: DOMRect): string =>
  `${Math.round(width * 10) / 10} × ${Math.round(height * 10) / 10} px`;
