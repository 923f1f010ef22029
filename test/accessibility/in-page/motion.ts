import { allElements } from '../../../src/testing/harness/dom.js';

const PARTS = ['', '::before', '::after', '::backdrop'];

/**
 * Finds animations and transitions that take time although the user prefers reduced motion (WCAG 2.2,
 * 2.3.3; A23).
 */
export function motion(within: Node = document.body): string[] {
  return allElements(within).flatMap((element) =>
    PARTS.filter((part) => moves(getComputedStyle(element, part))).map(
      (part) => `<${element.localName}${classOf(element)}>${part} moves`,
    ),
  );
}

const moves = ({ animationName, animationDuration, transitionDuration }: CSSStyleDeclaration) =>
  (animationName !== 'none' && takesTime(animationDuration)) || takesTime(transitionDuration);

const takesTime = (durations: string): boolean =>
  durations.split(',').some((duration) => Number.parseFloat(duration) > 0);

const classOf = (element: Element): string =>
  element.classList.length > 0 ? ` class="${element.classList.value}"` : '';
