import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { patternOf, type Contents, type Pattern } from './pattern.js';

/** A message in a translator's file. */
export interface Unit {
  readonly source: Contents;
  readonly target?: Pattern | undefined;
  /** The state that the translator's editor gives the target (XLIFF 1.2, `state`). */
  readonly state?: string | undefined;
  /** Written back unchanged: other attributes, and elements such as a translator's own notes. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly elements: readonly Element[];
  /** The ids of the stories that show the message. */
  readonly stories: readonly string[];
  /** Tells translators where the message is: "Sign-in, code: heading". */
  readonly description?: string | undefined;
}

/** The `from` of the notes that `npm run locales` writes. */
export const OUR_NOTES = { description: 'lit-localize', story: 'story' } as const;

const TEXT_NODE = 3;
const CDATA_NODE = 4;
const ELEMENT_NODE = 1;

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE;

const childrenOf = (element: Element): readonly Element[] =>
  [...element.childNodes].filter(isElement);

/**
 * Reads a translator's file, written by any editor.
 *
 * @param text XLIFF 1.2.
 * @returns The messages, by id.
 * @throws If the text is not XML, or a message is in it twice.
 */
export function readXliff(text: string): ReadonlyMap<string, Unit> {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  const file = parser.parseFromString(text.replace(/^\uFEFF/, ''), 'application/xml');
  const units = new Map<string, Unit>();
  for (const element of file.getElementsByTagName('trans-unit')) {
    const id = element.getAttribute('id') ?? '';
    if (units.has(id)) throw new Error(`The message "${id}" is in it twice.`);
    units.set(id, readUnit(element));
  }
  return units;
}

function readUnit(element: Element): Unit {
  const children = childrenOf(element);
  const named = (name: string) => children.find(({ localName }) => localName === name);
  const [source, target] = [named('source'), named('target')];
  const isNoteOf = (note: Element, from: string) =>
    note.localName === 'note' && note.getAttribute('from') === from;
  return {
    source: source ? readContents(source) : [],
    target: target && readPattern(target),
    state: target?.getAttribute('state') ?? undefined,
    attributes: [...element.attributes]
      .filter(({ name }) => name !== 'id' && !name.startsWith('xmlns'))
      .map(({ name, value }) => [name, value] as const),
    elements: children.filter(
      (child) =>
        child !== source &&
        child !== target &&
        !Object.values(OUR_NOTES).some((from) => isNoteOf(child, from)),
    ),
    stories: children
      .filter((child) => isNoteOf(child, OUR_NOTES.story))
      .map((note) => note.textContent ?? ''),
    description:
      children.find((child) => isNoteOf(child, OUR_NOTES.description))?.textContent ?? '',
  };
}

/** Removes the line breaks that editors add: no message has any. A no-break space stays. */
const unwrap = (text: string): string => text.replaceAll(/[ \t]*[\r\n]+[ \t]*/g, ' ');

function readContents(element: Element): Contents {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === TEXT_NODE || node.nodeType === CDATA_NODE) {
      return [unwrap(node.nodeValue ?? '')];
    }
    if (!isElement(node)) return [];
    if (node.localName !== 'x' && node.localName !== 'ph') return readContents(node);
    const untranslatable = node.getAttribute('equiv-text') ?? node.textContent ?? '';
    return [{ untranslatable, index: Number(node.getAttribute('id')) }];
  });
}

/** @returns `undefined` if the target is empty: some editors write one for an untranslated message. */
function readPattern(target: Element): Pattern | undefined {
  const pattern = patternOf(readContents(target)).replaceAll(/^[ \t]+|[ \t]+$/g, '');
  return pattern === '' ? undefined : pattern;
}
