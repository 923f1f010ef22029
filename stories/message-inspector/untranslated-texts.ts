import { AUTHENTICATOR_APPS } from '../../src/elements/enrollment/authenticator-apps.js';
import { textOf, textsAndAttributesIn, type TextOrAttribute } from './flat-tree.js';
import { BRACKETS } from './pseudo-locales.js';

const [OPENING, CLOSING] = BRACKETS;

/** Names that are the same in every language. */
const PROPER_NAMES = [...AUTHENTICATOR_APPS.map(({ name }) => name), 'Google Play', 'App Store'];

/** Keys and codes, which an element marks so, and its messages for developers. */
const UNTRANSLATED = '[translate=no], code';

/** The fields render their text into the light DOM; all other text there belongs to the page. */
const FIELDS = 'mfa-code-input, mfa-text-field';

/**
 * In a pseudo-locale, finds texts of the elements that are not part of a message. It skips product names,
 * keys and codes, messages for developers, and values such as the name of an app.
 *
 * @param values Texts that came from the server or from the page.
 * @returns Each text with its place.
 */
export function untranslatedTexts(root: Element, values: readonly string[]): readonly string[] {
  const complaints: string[] = [];
  /** The number of messages that have begun and not ended: a sentence with an element is several texts. */
  let depth = 0;
  for (const item of textsAndAttributesIn(root)) {
    const isText = 'node' in item;
    const [outside, after] = outsideBrackets(textOf(item), isText ? depth : 0);
    if (isText) depth = after;
    if (isOurs(item) && hasWords(outside, values)) complaints.push(complaint(item));
  }
  return complaints;
}

/** The part of a text that is in no message, and the number of messages that are open at its end. */
function outsideBrackets(text: string, depth: number): readonly [string, number] {
  let outside = '';
  for (const letter of text) {
    if (letter === OPENING) depth += 1;
    else if (letter === CLOSING) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += letter;
  }
  return [outside, depth];
}

/** Tells whether an element of the library rendered the text for the user. */
function isOurs(item: TextOrAttribute): boolean {
  const { element } = item;
  if (element.closest(UNTRANSLATED)) return false;
  return treeOf(item) instanceof ShadowRoot || element.closest(FIELDS) !== null;
}

const treeOf = (item: TextOrAttribute): Node =>
  ('node' in item ? item.node : item.element).getRootNode();

/** Tells whether letters are left once names and values are removed. */
function hasWords(text: string, values: readonly string[]): boolean {
  const words = spaced(text);
  const known = [...PROPER_NAMES, ...values].map(spaced).filter(Boolean);
  // A value that is too long is truncated.
  if (words.endsWith('…') && known.some((value) => value.startsWith(words.slice(0, -1)))) {
    return false;
  }
  const longestFirst = known.sort((one, other) => other.length - one.length);
  const left = longestFirst.reduce((rest, value) => rest.replaceAll(value, ' '), words);
  return /\p{Letter}/u.test(left);
}

/** The text as a browser shows it: without control characters and repeated white space. */
const spaced = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

const complaint = (item: TextOrAttribute): string => {
  const where = 'attribute' in item ? `${item.attribute} of ` : '';
  const root = treeOf(item);
  const within = root instanceof ShadowRoot ? ` of <${root.host.localName}>` : '';
  return `“${spaced(textOf(item))}” in ${where}<${item.element.localName}>${within}`;
};
