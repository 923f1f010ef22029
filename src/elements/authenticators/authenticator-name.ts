import type { Authenticator } from '../../backend/backend.js';
import { msg } from '../../localization/msg.js';

/** The most characters that show. A longer name does not help to tell apps apart, and takes long to hear. */
const MAX_LENGTH = 120;

/** Control characters, line breaks, and characters that change the direction of the text after them (C24). */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * Returns the name of an app for the screen: one line, cut off if it is very long, and without
 * characters that reverse the text around it. If the backend stores no names, it is a general one.
 */
export function authenticatorName({ name }: Authenticator): string {
  const printable = Array.from((name ?? '').replaceAll(UNPRINTABLE, ' ').trim());
  if (printable.length > MAX_LENGTH) return `${printable.slice(0, MAX_LENGTH).join('')}…`;
  if (printable.length > 0) return printable.join('');
  return msg('Authenticator app', {
    id: 'authenticators.unnamed',
    desc: 'Linked apps: an app that has no name of its own',
  });
}
