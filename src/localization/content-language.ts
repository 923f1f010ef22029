import { coversMessages } from './custom-messages.js';
import { getLocale } from './active-locale.js';
import { hasMessageTransform } from './msg.js';

/**
 * Returns the `lang` for the messages of an element, so that a screen reader reads them in their own
 * language (WCAG 2.2, 3.1.2; A20).
 *
 * @param host The element.
 * @returns `undefined` if the page around the element is in that language already, or gave the messages
 *   itself, which are then in its own language.
 */
export function contentLanguage(host: Element): string | undefined {
  if (coversMessages()) return undefined;
  const language = primary(getLocale());
  return primary(languageAround(host)) === language ? undefined : language;
}

/**
 * Returns the `dir` for the messages of an element. All locales of the library are written from left to
 * right, also on a page that is not. Otherwise a full stop would be in front of its sentence.
 *
 * @param host The element.
 * @returns `undefined` if the page around the element has that direction, or gave the messages itself.
 */
export function contentDirection(host: Element): 'ltr' | undefined {
  const isForeign = !coversMessages() && !hasMessageTransform();
  return isForeign && getComputedStyle(host).direction === 'rtl' ? 'ltr' : undefined;
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
