/**
 * Which URLs from a page, a definition or a response are used: http(s) only, without a user name or
 * password, and to navigate only the origins that the owner of the page permits.
 */

/** Browsers read a backslash as a slash and ignore tabs and line ends: no honest URL contains them. */
const DISGUISE = /[\p{Cc}\\]|%[01][\da-f]|%7f/iu;
/** `https:evil` is a path to one parser and a host to another. */
const SCHEME_WITHOUT_HOST = /^[a-z][a-z\d+.-]*:(?!\/\/)/i;

/**
 * Parses a URL, as `URL.parse` does in browsers from 2024 on.
 *
 * @returns `undefined` if the text is not a URL.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/**
 * Parses the URL of a web page or server; never a script, data or a file.
 *
 * @param base The URL that a path is relative to. Without it, only an absolute URL is accepted.
 * @returns `undefined` if the URL is not http(s) or contains a user name or password.
 */
export function parseWebUrl(target: string, base?: string): URL | undefined {
  const url = parseUrl(target, base);
  // A parsed http(s) URL always has a host.
  const isWeb = url && /^https?:$/.test(url.protocol);
  return isWeb && !url.username && !url.password ? url : undefined;
}

/**
 * Reduces an absolute http(s) URL to its origin and path, without a slash at the end: the prefix of the
 * paths of a server. The query and the fragment are dropped.
 *
 * @returns `undefined` for any other text, and for a URL with a user name or password.
 */
export function normalizeBaseUrl(text: string): string | undefined {
  const url = parseWebUrl(text);
  return url && url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Resolves a URL to navigate to, if it stays on a permitted origin. A response must not be able to send
 * a person elsewhere (C29).
 *
 * @param target A URL or path, from an attribute or a response.
 * @param base The URL that a path is relative to.
 * @param origins The permitted origins, such as `https://portaal.example`, including the page's own.
 *   They are compared as a whole: scheme, host and port.
 * @returns The absolute URL; `undefined` if it is not permitted.
 */
export function permittedUrl(
  target: string,
  base: string,
  origins: readonly string[],
): string | undefined {
  const text = target.trim();
  if (DISGUISE.test(text) || SCHEME_WITHOUT_HOST.test(text)) return undefined;
  const url = parseWebUrl(text, base);
  return url && origins.includes(url.origin) ? url.href : undefined;
}
