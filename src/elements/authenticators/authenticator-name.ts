import type { Authenticator } from '../../backend/backend.js';
import { msg } from '../../localization/msg.js';

/** A name is there to tell apps apart; what is longer helps nobody, least of all when read aloud. */
const LONGEST = 120;

/** Line breaks and such, and what turns the direction of the text that follows (C24). */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/**
 * What an app is called on the screen, also when the backend keeps no names: one line, cut off where
 * it gets absurd, and unable to turn around the sentence in which it stands.
 */
export function authenticatorName({ name }: Authenticator): string {
  const printable = Array.from((name ?? '').replaceAll(UNPRINTABLE, ' ').trim());
  if (printable.length > LONGEST) return `${printable.slice(0, LONGEST).join('')}…`;
  if (printable.length > 0) return printable.join('');
  return msg('Authenticator app', {
    id: 'authenticators.unnamed',
    desc: 'Linked apps: an app that has no name of its own',
  });
}
