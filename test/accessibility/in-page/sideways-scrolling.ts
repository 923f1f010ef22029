import { visibleElements } from '../../../src/testing/harness/dom.js';

/** A fractional width is rounded up. */
const TOLERANCE = 1;

/** Finds the page or parts of it that scroll sideways (WCAG 2.2, 1.4.10). */
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
  // The page always scrolls, unless it cuts off what does not fit.
  if (element === document.documentElement) return true;
  // A field scrolls its own text, as every field does.
  if (element instanceof HTMLInputElement) return false;
  return ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
}
