import { allElements } from '../../../src/testing/harness/dom.js';

/**
 * Finds tooltips. There must be none: they cannot be reached on a phone or with a keyboard, and would have
 * to be dismissible and persistent (WCAG 2.2, 1.4.13; A24).
 */
export const tooltips = (within: Node = document.body): string[] =>
  allElements(within)
    .filter((element) => element.matches('[title], [popover], [role=tooltip], svg title'))
    .map((element) => `<${element.localName}> has or is a tooltip`);
