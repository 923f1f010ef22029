/** Stand around every text of a pseudo-locale: what has none came through no message. */
export const BRACKETS = ['⟦', '⟧'] as const;

/** "Right-to-left override": what follows is written from right to left, letters and digits alike. */
const RIGHT_TO_LEFT = '\u202E';
const POP = '\u202C';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accents = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const accentOf = new Map([...plain].map((letter, index) => [letter, [...accents][index]]));

/** Applied to what stands around `{0}`, `{1}`: what goes there is not a translator's. */
const around = (pattern: string, change: (text: string) => string): string => {
  const pieces = pattern
    .split(/(\{\d+\})/)
    .map((piece, index) => (index % 2 ? piece : change(piece)));
  return BRACKETS.join(pieces.join(''));
};

/** Every vowel twice makes English about 40 % longer, as German is, and its words longer too. */
const lengthened = (text: string): string => text.replaceAll(/[aeiou]/gi, '$&$&');

/**
 * A message in the pseudo-locale `en-XA`: accented, longer and between brackets, and still to be read.
 * Shows what is cut off, what wraps badly, and what is no message.
 */
export const accented = (pattern: string): string =>
  around(pattern, (text) =>
    Array.from(lengthened(text), (letter) => accentOf.get(letter) ?? letter).join(''),
  );

/**
 * A message in the pseudo-locale `ar-XB`: English written from right to left, between brackets. Shows
 * what does not turn around with the page, and values that turn around the sentence they stand in.
 */
export const mirrored = (pattern: string): string =>
  around(pattern, (text) => text && `${RIGHT_TO_LEFT}${text}${POP}`);
