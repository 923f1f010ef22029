import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { contentsOf, type Contents } from './pattern.js';
import { OUR_NOTES, type Unit } from './read-xliff.js';

/** A message to write. */
export interface WrittenUnit extends Unit {
  readonly id: string;
  readonly description: string;
}

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';

/**
 * Writes a translator's file. The same messages give the same file, to the byte.
 *
 * @param units In the order in which a translator reads them.
 */
export function writeXliff(
  units: readonly WrittenUnit[],
  locales: { readonly source: string; readonly target: string },
): string {
  const file = new DOMImplementation().createDocument(NAMESPACE, 'xliff', null);
  const xliff = file.documentElement;
  if (!xliff) throw new Error('A new document has no root.');
  xliff.setAttribute('version', '1.2');
  const fileElement = add(xliff, 'file', {
    'target-language': locales.target,
    'source-language': locales.source,
    original: 'lit-localize-inputs',
    datatype: 'plaintext',
  });
  const body = add(fileElement, 'body');
  for (const unit of units) writeUnit(body, unit);
  for (const element of [body, fileElement, xliff]) addText(element, '\n');
  const written = new XMLSerializer().serializeToString(file);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

function writeUnit(body: Element, unit: WrittenUnit): void {
  const { id, source, target, state } = unit;
  const element = add(body, 'trans-unit', { id, ...Object.fromEntries(unit.attributes) });
  fill(add(element, 'source', {}, '\n  '), source);
  if (target !== undefined) {
    fill(
      add(element, 'target', state === undefined ? {} : { state }, '\n  '),
      contentsOf(target, source),
    );
  }
  addText(add(element, 'note', { from: OUR_NOTES.description }, '\n  '), unit.description);
  for (const story of unit.stories) {
    addText(add(element, 'note', { from: OUR_NOTES.story }, '\n  '), story);
  }
  for (const other of unit.elements) {
    addText(element, '\n  ');
    element.appendChild(documentOf(element).importNode(other, true));
  }
  addText(element, '\n');
}

/** A new element at the end of its parent, on a line of its own. */
function add(
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  line = '\n',
): Element {
  addText(parent, line);
  const element = documentOf(parent).createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.appendChild(element);
  return element;
}

function fill(element: Element, contents: Contents): void {
  for (const part of contents) {
    if (typeof part === 'string') {
      addText(element, part);
      continue;
    }
    const placeholder = documentOf(element).createElementNS(NAMESPACE, 'x');
    placeholder.setAttribute('id', String(part.index));
    placeholder.setAttribute('equiv-text', part.untranslatable);
    element.appendChild(placeholder);
  }
}

function addText(element: Element, text: string): void {
  element.appendChild(documentOf(element).createTextNode(text));
}

function documentOf(element: Element): Document {
  if (!element.ownerDocument) throw new Error('An element belongs to no document.');
  return element.ownerDocument;
}
