/** Scrolls an element into view, as little as possible; not at all if it is there. */
export function bringIntoView(element: Element): void {
  // jsdom has no layout, and so no such method.
  if (!('scrollIntoView' in element)) return;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * Focuses an element, and scrolls it into view now.
 *
 * Why: WebKit scrolls when it renders, and no longer does if the page has become shorter meanwhile: when
 * a short step replaces a long one, its focused heading stayed above the window.
 */
export function focusInView(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.focus();
  bringIntoView(element);
}
