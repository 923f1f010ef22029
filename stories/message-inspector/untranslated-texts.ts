import { AUTHENTICATOR_APPS } from '../../src/elements/enrollment/authenticator-apps.js';
import { wordingsIn, type Wording } from './flat-tree.js';
import { BRACKETS } from './pseudo-locales.js';

const [OPENING, CLOSING] = BRACKETS;

/** Called the same in every language. */
const PROPER_NAMES = [...AUTHENTICATOR_APPS.map(({ name }) => name), 'Google Play', 'App Store'];

/** What is marked so by a tag: keys and codes; and what it tells who builds the page, as the console does. */
const UNTRANSLATED = '[translate=no], code';

/** The fields put their words in the page's own tree; what else stands there is the page's. */
const FIELDS = 'mfa-code-input, mfa-text-field';

/**
 * In a pseudo-locale: texts of the tags that came through no message. Not among them: names of
 * products, keys and codes, what is told to who builds the page, and values such as the name of an app.
 *
 * @param values Texts that came from the server or from the page.
 * @returns Each with where it stands.
 */
export function untranslatedTexts(root: Element, values: readonly string[]): readonly string[] {
  const complaints: string[] = [];
  /** In how many messages the reading stands: a sentence with an element in it is several texts. */
  let depth = 0;
  for (const wording of wordingsIn(root)) {
    const isText = 'node' in wording;
    const [outside, after] = outsideBrackets(textOf(wording), isText ? depth : 0);
    if (isText) depth = after;
    if (isOurs(wording) && isWords(outside, values)) complaints.push(complaint(wording));
  }
  return complaints;
}

const textOf = (wording: Wording): string =>
  'node' in wording ? wording.node.data : (wording.element.getAttribute(wording.attribute) ?? '');

/** What of a text is in no message, and in how many messages its end stands. */
function outsideBrackets(text: string, depth: number): readonly [string, number] {
  let outside = '';
  for (const letter of text) {
    if (letter === OPENING) depth += 1;
    else if (letter === CLOSING) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += letter;
  }
  return [outside, depth];
}

/** Written by a tag, for a person to read. */
function isOurs(wording: Wording): boolean {
  const { element } = wording;
  if (element.closest(UNTRANSLATED)) return false;
  return treeOf(wording) instanceof ShadowRoot || element.closest(FIELDS) !== null;
}

const treeOf = (wording: Wording): Node =>
  ('node' in wording ? wording.node : wording.element).getRootNode();

/** Whether letters are left over when names and values are taken away. */
function isWords(text: string, values: readonly string[]): boolean {
  const words = spaced(text);
  const known = [...PROPER_NAMES, ...values].map(spaced).filter(Boolean);
  // A value that is too long is cut off.
  if (words.endsWith('…') && known.some((value) => value.startsWith(words.slice(0, -1)))) {
    return false;
  }
  const longestFirst = known.sort((one, other) => other.length - one.length);
  const left = longestFirst.reduce((rest, value) => rest.replaceAll(value, ' '), words);
  return /\p{Letter}/u.test(left);
}

/** Without what a browser does not show of it. */
const spaced = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

const complaint = (wording: Wording): string => {
  const where = 'attribute' in wording ? `${wording.attribute} of ` : '';
  const root = treeOf(wording);
  const within = root instanceof ShadowRoot ? ` of <${root.host.localName}>` : '';
  return `“${spaced(textOf(wording))}” in ${where}<${wording.element.localName}>${within}`;
};
