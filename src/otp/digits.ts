const DECIMAL_DIGIT = /^\p{Nd}$/u;
const DECIMAL_DIGITS = /\p{Nd}/gu;

/** What may stand between the groups of one code: spaces, dashes and marks without a width. */
const GROUPS = /\d+(?:[\s\p{Dash}\p{Default_Ignorable_Code_Point}]{1,3}\d+)*/gu;

/**
 * A text with every decimal digit of Unicode (full-width １, Arabic-Indic ١, Devanagari १ …) as
 * ASCII. Numbers that are no decimal digits (² ½ Ⅷ ①) stay what they are, so no one types a code by
 * accident (cases 29–31).
 */
export function toAsciiDigits(text: string): string {
  return text.replace(DECIMAL_DIGITS, (digit) => String(digitValue(digit)));
}

/** Only the digits of a text, in ASCII: what is left when a person types `12a3 -.` (case 2). */
export function onlyDigits(text: string): string {
  return toAsciiDigits(text).replace(/\D+/g, '');
}

/**
 * The one clear code in a text that was pasted, dropped or filled in (cases 24–35, 38–40, 47).
 *
 * A run of exactly `length` digits is a code wherever it stands; failing that, groups of digits
 * that together make up that length (`123 456`, `12-34-56`).
 *
 * @param length How many digits a code has.
 * @returns The code in ASCII digits, or `undefined` when there is none or it is not clear which.
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
 * Unicode encodes decimal digits only in ascending runs of ten that begin at zero (The Unicode
 * Standard, section 4.6), so the distance to the start of the run, modulo ten, is the value; also
 * where runs touch, as the five of the mathematical digits do.
 */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return (codePoint - start) % 10;
}
