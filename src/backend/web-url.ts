import { parseUrl } from './urls.js';

/**
 * An address of a web page, as a page may link to it: never a script, data, or a file.
 *
 * @param target A URL or path.
 * @param base What a path is relative to, such as the page's own URL. Absent: only a whole URL will do.
 * @returns The URL, or nothing when it is not http(s) or carries a user name or password.
 */
export function webUrl(target: string, base?: string): URL | undefined {
  const url = parseUrl(target, base);
  const isWeb = url && /^https?:$/.test(url.protocol) && url.hostname !== '';
  return isWeb && !url.username && !url.password ? url : undefined;
}
