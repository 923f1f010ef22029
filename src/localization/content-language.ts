import { getLocale } from './locale.js';

/**
 * The `lang` for a tag's own words, so that a screen reader reads them in their own language (WCAG 2.2,
 * 3.1.2; A20).
 *
 * @param host The tag.
 * @returns Nothing where the page around the tag is in that language already.
 */
export function contentLanguage(host: Element): string | undefined {
  const language = primary(getLocale());
  return primary(languageAround(host)) === language ? undefined : language;
}

/** `nl` of `nl-BE`; and of `nl-x-formal`, as nobody else knows our private subtags (RFC 5646, 4.6). */
const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

/** The nearest `lang`, through shadow trees. */
function languageAround(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : '';
}
