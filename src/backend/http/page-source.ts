import type { PageSource } from './page-access.js';

/** Reads a value from the page; `undefined` if it is not there, or if there is no page. */
export function readPageSource(source: PageSource): string | undefined {
  if (typeof document === 'undefined') return undefined;
  if ('cookie' in source) return readCookie(source.cookie);
  if ('meta' in source) return find('meta', source.meta)?.getAttribute('content') ?? undefined;
  if ('input' in source) {
    const input = find('input', source.input);
    return input instanceof HTMLInputElement ? input.value : undefined;
  }
  return document.querySelector(source.of)?.getAttribute(source.attribute) ?? undefined;
}

function find(tagName: string, name: string): Element | undefined {
  const named = [...document.querySelectorAll(tagName)];
  return named.find((element) => element.getAttribute('name') === name);
}

function readCookie(wanted: string): string | undefined {
  for (const pair of document.cookie.split('; ')) {
    const [name, ...value] = pair.split('=');
    if (name === wanted) return decodeCookie(value.join('='));
  }
  return undefined;
}

/**
 * Decodes the value of a cookie. Frameworks percent-encode it, because RFC 6265 forbids some
 * characters; others do not.
 */
export function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
