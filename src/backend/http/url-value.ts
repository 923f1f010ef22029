import { textOf } from '../text-of.js';
import { MfaError } from '../mfa-error.js';

/** URLs resolve these segments away, so a hostile id would address another path (RFC 3986, 5.2.4). */
const NO_SEGMENT = ['', '.', '..'];

/**
 * Returns a value that a URL needs as text.
 *
 * @param name Its name, for the error.
 * @param refused Texts that it must not be.
 * @throws MfaError `misconfigured` if there is none, `unexpected` if it is refused.
 */
export function urlValue(name: string, value: unknown, refused: readonly string[] = []): string {
  const text = textOf(value);
  if (text === undefined) {
    throw new MfaError('misconfigured', `The URL needs {${name}}, which has no value.`);
  }
  if (refused.includes(text)) {
    throw new MfaError('unexpected', `The value of {${name}} cannot be part of a path.`);
  }
  return text;
}

/**
 * Percent-encodes a text for a part of a URL (RFC 3986, section 2).
 *
 * @throws MfaError `unexpected` if it is not well-formed Unicode.
 */
export function encodeForUrl(text: string): string {
  let encoded: string;
  try {
    encoded = encodeURIComponent(text);
  } catch {
    throw new MfaError('unexpected', 'A value for the URL is not well-formed Unicode.');
  }
  // encodeURIComponent does not encode five characters that RFC 3986 reserves.
  return encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Encodes a value as one segment of a path.
 *
 * @throws MfaError `misconfigured` if there is none, `unexpected` if it would change the path (`..`) or is not
 * well-formed Unicode.
 */
export const pathSegment = (name: string, value: unknown): string =>
  encodeForUrl(urlValue(name, value, NO_SEGMENT));
