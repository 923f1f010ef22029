import { webUrl } from './web-url.js';

/**
 * What the paths of a server are put behind: origin and path of a whole http(s) URL, without a slash at
 * the end. Its query and fragment are dropped.
 *
 * @returns Nothing for any other text, and for a URL with a login in it.
 */
export function baseUrlOf(text: string): string | undefined {
  const url = webUrl(text);
  return url && url.origin + url.pathname.replace(/\/+$/, '');
}
