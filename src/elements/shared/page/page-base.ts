import { parseUrl } from '../../../backend/urls.js';

/**
 * The URL that the paths of this page are relative to: that of its `<base>`, unless that one leads to
 * another site. What a person types goes there, and such a site has to be named in full (C46).
 */
export function pageBase(): string {
  const { baseURI } = document;
  return parseUrl(baseURI)?.origin === origin ? baseURI : location.href;
}
