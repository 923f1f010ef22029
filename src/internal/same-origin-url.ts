import { parseUrl } from './parse-url.js';

/**
 * A place to go that stays on this site.
 *
 * @param target A URL or path, from an attribute or a server's answer.
 * @param page The page's own URL.
 * @returns The absolute URL, or nothing when it is not http(s) of the page's own origin: an answer
 *   must not be able to send a person elsewhere (C29).
 */
export function sameOriginUrl(target: string, page: string): string | undefined {
  const url = parseUrl(target, page);
  if (!url) return undefined;
  const here = new URL(page);
  const stays = url.origin === here.origin && /^https?:$/.test(url.protocol);
  return stays && !url.username && !url.password ? url.href : undefined;
}
