import { decodeCookie } from './decode-cookie.js';
import type { PageSource } from './page-access.js';

/** What stands at a place on the page now; `undefined` where there is none, or no page at all. */
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

function find(tag: string, name: string): Element | null {
  return document.querySelector(`${tag}[name="${CSS.escape(name)}"]`);
}

function readCookie(wanted: string): string | undefined {
  for (const pair of document.cookie.split('; ')) {
    const [name, ...value] = pair.split('=');
    if (name === wanted) return decodeCookie(value.join('='));
  }
  return undefined;
}
