import { visibleElements, visibleText } from '../../../src/testing/harness/dom.js';

/** Something a pointer can press, and where. */
export interface Target {
  readonly element: Element;
  readonly box: DOMRect;
  /** As a complaint calls it. */
  readonly name: string;
}

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/**
 * Every target within a node, in reading order; of a page with a modal dialog those of the dialog, as
 * the rest cannot be reached. What is disabled is none (WCAG 2.2, "target").
 */
export function targets(within: Node = document.body): Target[] {
  const elements = visibleElements(within);
  const dialog = elements.findLast((element) => element.matches('dialog:modal'));
  return (dialog ? visibleElements(dialog) : elements)
    .filter((element) => element.matches(CONTROLS) && !element.matches(':disabled'))
    .map((element) => ({ element, box: boxOf(element), name: nameOf(element) }));
}

/** Those that the browser has laid out: in rows far from the screen it waits with that. */
export const laidOutTargets = (within?: Node): Target[] =>
  targets(within).filter(({ element }) => element.checkVisibility({ contentVisibilityAuto: true }));

/** The label around a checkbox is pressed as the checkbox is. */
function boxOf(element: Element): DOMRect {
  const label = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : null;
  return (label ?? element).getBoundingClientRect();
}

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? visibleText(element);
  return `<${element.localName}>${name ? ` "${name}"` : ''}`;
}
