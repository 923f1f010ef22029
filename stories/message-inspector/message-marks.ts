/**
 * Marks that identify a message in a text: invisible characters without width, at which no line breaks
 * and which do not change the direction of the text around them ("word joiner" and the "invisible
 * operators" of mathematics).
 */
const EDGE = '\u2060';
const DIGITS = ['\u2061', '\u2062', '\u2063', '\u2064'] as const;

const MARK = /\u2060(?:([\u2061-\u2064]+)\u2060|\u2060)/g;

/** Puts a text between the marks of a number. */
export const markText = (number: number, text: string): string =>
  `${EDGE}${digitsOf(number)}${EDGE}${text}${EDGE}${EDGE}`;

const digitsOf = (number: number): string =>
  Array.from(number.toString(DIGITS.length), (digit) => DIGITS[Number(digit)]).join('');

const numberOf = (digits: string): number =>
  Array.from(digits).reduce(
    (number, digit) => number * DIGITS.length + (DIGITS as readonly string[]).indexOf(digit),
    0,
  );

/** The begin or the end of a marked text. */
export interface Mark {
  /** The number of the text that begins. `undefined` at the end of the text that began last. */
  readonly number: number | undefined;
  /** The number of characters before it, without marks. */
  readonly at: number;
}

/** Splits a text into its marks, in order, and the text without them. */
export function readMarks(text: string): {
  readonly text: string;
  readonly marks: readonly Mark[];
} {
  const marks: Mark[] = [];
  let length = 0;
  for (const { 0: mark, 1: digits, index } of text.matchAll(MARK)) {
    marks.push({ number: digits === undefined ? undefined : numberOf(digits), at: index - length });
    length += mark.length;
  }
  return { text: text.replaceAll(MARK, ''), marks };
}
