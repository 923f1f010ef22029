import { webUrl } from './web-url.js';

/** Browsers read a backslash as a slash and leave out tabs and line ends: no honest address has them. */
const DISGUISE = /[\p{Cc}\\]|%[01][\da-f]|%7f/iu;
/** `https:evil` is a path to one parser and a host to another. */
const SCHEME_WITHOUT_HOST = /^[a-z][a-z\d+.-]*:(?!\/\/)/i;

/**
 * A place to go that stays on this site, or on one that the page's owner trusts.
 *
 * @param target A URL or path, from an attribute or a server's answer.
 * @param page The page's own URL.
 * @param allowedOrigins The other origins, such as `https://portaal.example`; compared as a whole:
 *   scheme, host and port.
 * @returns The absolute URL, or nothing when it is anything else: an answer must not be able to send
 *   a person elsewhere (C29).
 */
export function permittedUrl(
  target: string,
  page: string,
  allowedOrigins: readonly string[] = [],
): string | undefined {
  const text = target.trim();
  if (DISGUISE.test(text) || SCHEME_WITHOUT_HOST.test(text)) return undefined;
  const url = webUrl(text, page);
  const isPermitted = url && [new URL(page).origin, ...allowedOrigins].includes(url.origin);
  return isPermitted ? url.href : undefined;
}
