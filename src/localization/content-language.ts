import { getLocale } from './locale.js';

/**
 * Returns the `lang` for the messages of an element, so that a screen reader reads them in their own
 * language (WCAG 2.2, 3.1.2; A20).
 *
 * @param host The element.
 * @returns `undefined` if the page around the element is in that language already.
 */
export function contentLanguage(host: Element): string | undefined {
  const language = primary(getLocale());
  return primary(languageAround(host)) === language ? undefined : language;
}

/** Returns `nl` for `nl-BE`, and for `nl-x-formal`, as private subtags mean nothing elsewhere (RFC 5646, 4.6). */
const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** Returns the nearest `lang`, through shadow trees. */
function languageAround(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : '';
}
