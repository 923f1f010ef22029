import { allElements } from '../../../src/testing/harness/dom.js';

/**
 * What shows only while a pointer is over it: there is none, since on a phone and with a keyboard nobody
 * would find it, and it would have to be dismissible and stay (WCAG 2.2, 1.4.13; A24).
 */
export const tooltips = (within: Node = document.body): string[] =>
  allElements(within)
    .filter((element) => element.matches('[title], [popover], [role=tooltip], svg title'))
    .map((element) => `<${element.localName}> has or is a tooltip`);
