const DECIMAL_DIGIT = /^\p{Nd}$/u;
const DECIMAL_DIGITS = /\p{Nd}/gu;

/** Groups of one code, separated by spaces, dashes and marks without a width. */
const GROUPS = /\d+(?:[\s\p{Dash}\p{Default_Ignorable_Code_Point}]{1,3}\d+)*/gu;

/**
 * Converts every decimal digit of Unicode (full-width １, Arabic-Indic ١, Devanagari १ …) to ASCII.
 * Other numbers (² ½ Ⅷ ①) are not converted, so that they do not become part of a code (cases 29–31).
 */
export function toAsciiDigits(text: string): string {
  return text.replace(DECIMAL_DIGITS, (digit) => String(digitValue(digit)));
}

/** Returns only the digits of a text, in ASCII: `123` for `12a3 -.` (case 2). */
export function onlyDigits(text: string): string {
  return toAsciiDigits(text).replace(/\D+/g, '');
}

/**
 * Finds the one clear code in a text that was pasted, dropped or filled in (cases 24–35, 38–40, 47).
 *
 * A run of exactly `length` digits is a code, wherever it is in the text. If there is none, groups of
 * digits that together have that length are a code (`123 456`, `12-34-56`).
 *
 * @param length The number of digits of a code.
 * @returns The code in ASCII digits; `undefined` if there is none, or more than one.
 */
export function findCode(text: string, length: number): string | undefined {
  const groups = toAsciiDigits(text).match(GROUPS) ?? [];
  const runs = groups.flatMap((group) => group.match(/\d+/g) ?? []);
  const joined = groups.map((group) => group.replace(/\D+/gu, ''));
  for (const candidates of [runs, joined]) {
    const codes = new Set(candidates.filter((candidate) => candidate.length === length));
    if (codes.size > 0) return codes.size === 1 ? [...codes][0] : undefined;
  }
  return undefined;
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
