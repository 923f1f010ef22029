/** Enclose every message in a pseudo-locale: a text without them is not a message. */
export const BRACKETS = ['⟦', '⟧'] as const;

/** "Right-to-left override": letters and digits after it run from right to left. */
const RIGHT_TO_LEFT = '\u202E';
const POP = '\u202C';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accents = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const accentOf = new Map([...plain].map((letter, index) => [letter, [...accents][index]]));

/** Changes the text around `{0}` and `{1}`: their values are not translated. */
const around = (pattern: string, change: (text: string) => string): string => {
  const pieces = pattern
    .split(/(\{\d+\})/)
    .map((piece, index) => (index % 2 ? piece : change(piece)));
  return BRACKETS.join(pieces.join(''));
};

/** Doubles every vowel. That makes English about 40 % longer, as German is, with longer words too. */
const lengthened = (text: string): string => text.replaceAll(/[aeiou]/gi, '$&$&');

/**
 * Changes a message for the pseudo-locale `en-XA`: accented, longer and in brackets, but still readable.
 * Shows text that is cut off, text that wraps badly, and text that is not a message.
 */
export const accented = (pattern: string): string =>
  around(pattern, (text) =>
    Array.from(lengthened(text), (letter) => accentOf.get(letter) ?? letter).join(''),
  );

/**
 * Changes a message for the pseudo-locale `ar-XB`: English from right to left, in brackets. Shows what
 * does not follow the direction of the page, and values that change the direction of their sentence.
 */
export const mirrored = (pattern: string): string =>
  around(pattern, (text) => text && `${RIGHT_TO_LEFT}${text}${POP}`);
