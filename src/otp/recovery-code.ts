/** Marks without a width, anywhere in a pasted text. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** Numbers of a list in one character (① ❶ ⒈ Ⅰ), which are never the beginning of a code. */
const LIST_NUMBERS = /(?<![\p{L}\p{N}\p{Dash}])[\p{No}\p{Nl}]+/gu;
/** The characters that a sentence or a list puts round a code: quotes, brackets, stops, bullets, check marks. */
const SURROUNDING = /^[\s\p{Pi}\p{Pf}\p{Ps}\p{Pe}\p{So}"'`*.,;:!?•|]$/u;
/** The marks that stand before a code: `1.`, `1)`, `-`, `•`, `Code:`, a number in a column of its own. */
const MARKER = /^(?:(?:\d{1,2}(?:[.)]|\u20E3)|[^\p{L}\p{N}\s]{1,3}|[^:]{1,40}:)\s+|\d{1,2}\t\s*)/u;
/** White space, hyphens, dashes, and the invisible marks of a pasted text. */
const SEPARATOR = /^[\s\p{Dash}\p{Default_Ignorable_Code_Point}]$/u;
/** Characters that look alike on paper (Crockford's base32), the preferred one first. */
const LOOK_ALIKES = ['0O', '1IL'] as const;

/**
 * Returns the character of the alphabet that the user meant. An unknown character is not changed, so
 * that the server refuses the code.
 */
function intendedCharacter(character: string, alphabet: string): string {
  const capital = character.toUpperCase();
  const others = LOOK_ALIKES.find((group) => group.includes(capital)) ?? '';
  const readings = [character, capital, ...others].flatMap((it) => [it, it.toLowerCase()]);
  const meant = readings.find((it) => it.length === 1 && alphabet.includes(it));
  return meant ?? (SEPARATOR.test(character) ? '' : character);
}

/** Returns a text in plain characters: full-width ones and marks without a width are never meant. */
const plain = (text: string): string =>
  text.replace(LIST_NUMBERS, ' ').normalize('NFKC').replace(INVISIBLE, '');

/** Removes the characters around a code. Those of the alphabet are part of it. */
function trim(text: string, alphabet: string): string {
  const characters = [...text];
  const isPart = (it: string) => alphabet.includes(it) || !SURROUNDING.test(it);
  const start = characters.findIndex(isPart);
  return start < 0 ? '' : characters.slice(start, characters.findLastIndex(isPart) + 1).join('');
}

/** Puts aside what a list or a sentence puts round a code. */
function withoutSurroundings(text: string, alphabet: string): string {
  const inner = trim(text, alphabet);
  const code = inner.replace(MARKER, '');
  return code === inner ? code : withoutSurroundings(code, alphabet);
}

/** The fewest and most characters of a recovery code, without what separates its groups. */
const SHORTEST = 8;
const LONGEST = 64;
/** The most characters of a recovery code without dashes: a longer one is a key for an app. */
const LONGEST_WORD = 24;
/** The most digits of a recovery code that has no letters, where the server's alphabet is unknown. */
const MOST_DIGITS = 10;
/** The number of a bank account. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z\d]{11,}$/i;

const isInOneCase = (text: string): boolean =>
  text === text.toUpperCase() || text === text.toLowerCase();

/** Returns the groups of a code, without what separates them. */
const groupsOf = (code: string): string[] => code.split(/[\s\p{Dash}_]+/u);

/** Returns whether a text with nothing around it has the shape of a recovery code. */
function isCode(text: string, alphabet: string): boolean {
  const groups = groupsOf(text);
  const code = groups.join('');
  if (code.length < SHORTEST || code.length > LONGEST) return false;
  if (groups.some((it) => it.length !== groups[0]?.length)) return false;
  const isKnown = (it: string) => alphabet.includes(intendedCharacter(it, alphabet));
  if (alphabet ? ![...code].every(isKnown) : !/^[a-z\d]+$/i.test(code)) return false;
  if (/^\d+$/.test(code)) return alphabet ? !/\D/.test(alphabet) : code.length <= MOST_DIGITS;
  if (isInOneCase(alphabet) && !isInOneCase(code)) return false;
  if (/[\p{Dash}_]/u.test(text)) return true;
  // A word without a digit is more likely just a word.
  const hasDigit = /\d/.test(code) || /^\D+$/.test(alphabet);
  return hasDigit && code.length <= LONGEST_WORD && !IBAN.test(code);
}

/** The most words among which a code is looked for. */
const MOST_PARTS = 12;
/** The end of a word: white space, `code:`, `1)`, and `1.` unless it may be the beginning of a number. */
const PART_END = /\s+|(?<=[:)])|(?<=^\d{1,2}\.)(?=.*\p{L})/u;
/** The texts before a code and after it: `Recovery code`, `(not used)`. */
const LABEL = /^(?:\p{L}+\s+)*codes?\s+/iu;
const REMARK = /\s\([^()]*\)?$/;
/** A word that may be a part of a code: with many digits, or with letters and digits. */
const CODE_LIKE = /\d{3}|\d\p{L}|\p{L}\d/u;

/** Returns whether a word next to a code is certainly no part of it: `Herstelcode`, `#1`, `1/10`. */
function isAside(part: string, code: string): boolean {
  if (CODE_LIKE.test(part)) return false;
  if (/[^\p{L}\p{N}\p{Dash}]/u.test(part)) return true;
  if (/(?:^n[or]|code)$/i.test(part)) return true;
  // The groups of a code have the same length. Next to a number, most words say what else it is.
  const [group = '', ...more] = groupsOf(code);
  const isLong = /^\p{L}{7,}$/u.test(part) && part.length !== group.length;
  return isLong && more.length > 0 && /\p{L}/u.test(code);
}

/** Puts aside the words around a code, if it is certain that they are no part of it. */
function withoutAsides(text: string, alphabet: string): string {
  const parts = text.replace(LABEL, 'code: ').replace(REMARK, ' (').split(PART_END);
  if (isCode(text, alphabet) || parts.length > MOST_PARTS) return text;
  for (let start = 0; start < parts.length; start += 1) {
    for (let end = parts.length; end > start; end -= 1) {
      const code = withoutSurroundings(parts.slice(start, end).join(' '), alphabet);
      if (!isCode(code, alphabet)) continue;
      // A number after a word, as in `No. 1`, counts the codes.
      const isNumbered = start > 1 && /^\d{1,2}$/.test(parts[start - 1] ?? '');
      const others = [...parts.slice(0, isNumbered ? start - 1 : start), ...parts.slice(end)];
      if (others.every((it) => isAside(it, code))) return code;
    }
  }
  return text;
}

/** Returns the code in a text, in plain characters; the text if it is not certain which part that is. */
const codeIn = (text: string, alphabet: string): string =>
  withoutAsides(withoutSurroundings(plain(text), alphabet), alphabet);

/**
 * Normalizes a recovery code, so that a code copied from paper, from a list or out of a sentence equals
 * the one that the server generated (A3).
 *
 * @param text The typed or pasted text.
 * @param alphabet The characters of the server's codes, if they are known. Case, spaces, hyphens, O for
 *   0, and I and L for 1 then do not matter. Without it only what is around the code is removed, and
 *   dashes and full-width characters become plain ones: hyphens and case may be part of the code.
 * @returns The code; empty if nothing is left.
 */
export function normalizeRecoveryCode(text: string, alphabet = ''): string {
  const code = codeIn(text, alphabet);
  if (!alphabet) return code.replace(/\p{Dash}/gu, '-');
  return [...code].map((character) => intendedCharacter(character, alphabet)).join('');
}

/**
 * Returns whether a text looks like a recovery code: one word of letters and digits, or groups of the
 * same size, in one letter case. A word of letters is none.
 *
 * @param alphabet The characters of the server's codes, if they are known: a code has no others. A text
 *   of digits alone looks like a code if that consists of digits, or is unknown.
 */
export const looksLikeRecoveryCode = (text: string, alphabet = ''): boolean =>
  isCode(codeIn(text, alphabet), alphabet);

/**
 * Returns whether a text holds several recovery codes: one a line or column, or with commas between
 * them. A single space may also be in a code, unless there are dashes on both sides.
 */
export function holdsSeveralCodes(text: string, alphabet = ''): boolean {
  const isOne = (it: string) => looksLikeRecoveryCode(it, alphabet);
  const parts = text.split(/\s+/).filter((it) => /\S\p{Dash}\S/u.test(it));
  return [text.split(/[\r\n\t,;]+|\s{2,}/), parts].some((it) => it.filter(isOne).length > 1);
}
