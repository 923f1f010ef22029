const DECIMAL_DIGIT = /^\p{Nd}$/u;
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;

/** Marks on a character: 1️⃣ is a digit with two of them. */
const MARKS = /\p{M}+/gu;

/** A run of digits that is not part of something longer, such as `R0E2`, `1234-56` or `123-AB`. */
const RUNS = /(?<![\p{Script=Latin}\d]|\d\p{Dash})\d+(?!\p{Dash}?[\p{Script=Latin}\d])/gu;

/** Groups of one code, separated by spaces, dashes and marks without a width. */
const GROUPS =
  /(?<![\p{Script=Latin}\d])\d+(?:[\s\p{Dash}\p{Default_Ignorable_Code_Point}]{1,3}\d+)*(?!\p{Dash}?[\p{Script=Latin}\d])/gu;

/**
 * Converts every decimal digit of Unicode (full-width １, Arabic-Indic ١, Devanagari १ …) to ASCII.
 * Other numbers (² ½ Ⅷ ①) are not converted, so that they do not become part of a code (cases 29–31).
 */
export function toAsciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => String(digitValue(digit)));
}

/** Returns only the digits of a text, in ASCII: `123` for `12a3 -.` (case 2). */
export function onlyDigits(text: string): string {
  return toAsciiDigits(text).replace(/\D+/g, '');
}

/**
 * Finds the one clear code in a text that was pasted, dropped or filled in (cases 24–35, 38–40, 47).
 *
 * A run of exactly `length` digits is a code, wherever it is in the text. If there is none, groups of
 * digits that together have that length are a code (`123 456`, `12-34-56`). Digits that Latin letters
 * touch are part of something else, such as a recovery code (`H123-456K`); one prefix is fine (`G-123456`).
 *
 * @param length The number of digits of a code.
 * @returns The code in ASCII digits; `undefined` if there is none, or more than one.
 */
export function findCode(text: string, length: number): string | undefined {
  const ascii = toAsciiDigits(text.replace(MARKS, ''));
  for (const candidates of [ascii.match(RUNS) ?? [], digitGroups(ascii)]) {
    const codes = new Set(candidates.filter((candidate) => candidate.length === length));
    if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined;
  }
  return undefined;
}

/** Returns the groups of digits in a text, each without what separates its digits. */
export function digitGroups(text: string): string[] {
  return (toAsciiDigits(text.replace(MARKS, '')).match(GROUPS) ?? []).map(onlyDigits);
}

/**
 * Returns the value of a decimal digit. Unicode encodes decimal digits only in ascending runs of ten
 * that begin at zero (The Unicode Standard, section 4.6), so the value is the distance to the start of
 * the run, modulo ten. This also holds for adjacent runs, such as the five of the mathematical digits.
 */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return (codePoint - start) % 10;
}
