import { parseUrl } from './parse-url.js';

/**
 * An address of a web page, as a page may link to it: never a script, data, or a file.
 *
 * @param target A URL or path.
 * @param page The page's own URL.
 * @returns The URL, or nothing when it is not http(s) or carries a user name or password.
 */
export function webUrl(target: string, page: string): URL | undefined {
  const url = parseUrl(target, page);
  const isWeb = url && /^https?:$/.test(url.protocol) && url.hostname !== '';
  return isWeb && !url.username && !url.password ? url : undefined;
}
