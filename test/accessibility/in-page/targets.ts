import { visibleElements, visibleText } from '../../../src/testing/harness/dom.js';

/** An element that a pointer can activate, with its box. */
export interface Target {
  readonly element: Element;
  readonly box: DOMRect;
  /** Its name in complaints. */
  readonly name: string;
}

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/**
 * Finds every target within a node, in reading order. If a modal dialog is open, these are the targets of
 * the dialog. A disabled control is not a target (WCAG 2.2, "target").
 */
export function targets(within: Node = document.body): Target[] {
  const elements = visibleElements(within);
  const dialog = elements.findLast((element) => element.matches('dialog:modal'));
  return (dialog ? visibleElements(dialog) : elements)
    .filter((element) => element.matches(CONTROLS) && !element.matches(':disabled'))
    .map((element) => ({ element, box: boxOf(element), name: nameOf(element) }));
}

/** The targets that the browser has laid out: it skips rows that are far off screen. */
export const laidOutTargets = (within?: Node): Target[] =>
  targets(within).filter(({ element }) => element.checkVisibility({ contentVisibilityAuto: true }));

/** The label around a checkbox is part of its target. */
function boxOf(element: Element): DOMRect {
  const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
  return (label ?? element).getBoundingClientRect();
}

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? visibleText(element);
  return `<${element.localName}>${name ? ` "${name}"` : ''}`;
}
