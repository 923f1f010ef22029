import { visibleElements } from '../../../src/testing/harness/dom.js';

/** A width is rounded up where it is laid out in parts of a pixel. */
const TOLERANCE = 1;

/** What has to be scrolled sideways to be read: the page itself, or a part of it (WCAG 2.2, 1.4.10). */
export function sidewaysScrolling(within: Node = document.body): string[] {
  return [document.documentElement, ...visibleElements(within)]
    .filter((element) => scrolls(element) && element.scrollWidth - element.clientWidth > TOLERANCE)
    .map(
      (element) =>
        `<${element.localName}${element.className ? ` class="${element.className}"` : ''}> is ` +
        `${element.scrollWidth} px wide in ${element.clientWidth} px`,
    );
}

function scrolls(element: Element): boolean {
  // The page scrolls unless it is told not to, and then cuts off.
  if (element === document.documentElement) return true;
  // A field scrolls its own text, as every field does.
  if (element instanceof HTMLInputElement) return false;
  return ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
}
