import { webUrl } from './web-url.js';

/** Browsers read a backslash as a slash and leave out tabs and line ends: no honest address has them. */
const DISGUISE = /[\p{Cc}\\]|%[01][\da-f]|%7f/iu;
/** `https:evil` is a path to one parser and a host to another. */
const SCHEME_WITHOUT_HOST = /^[a-z][a-z\d+.-]*:(?!\/\/)/i;

/**
 * A place to go that stays on this site, or on one that the page's owner trusts.
 *
 * @param target A URL or path, from an attribute or a server's answer.
 * @param base What a path is relative to.
 * @param origins The origins that are permitted, such as `https://portaal.example`, the page's own
 *   among them; compared as a whole: scheme, host and port.
 * @returns The absolute URL, or nothing when it is anything else: an answer must not be able to send
 *   a person elsewhere (C29).
 */
export function permittedUrl(
  target: string,
  base: string,
  origins: readonly string[],
): string | undefined {
  const text = target.trim();
  if (DISGUISE.test(text) || SCHEME_WITHOUT_HOST.test(text)) return undefined;
  const url = webUrl(text, base);
  return url && origins.includes(url.origin) ? url.href : undefined;
}
