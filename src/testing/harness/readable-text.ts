import { paintedChildren } from './painted-children.js';

/** The text that a person can read in and under a node, with single spaces. */
export const readableText = (node: Node): string => rawText(node).replaceAll(/\s+/g, ' ').trim();

function rawText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element || node instanceof DocumentFragment)) return '';
  if (node instanceof HTMLStyleElement) return '';
  const isHidden = node instanceof Element && node.localName !== 'slot' && !node.checkVisibility();
  return isHidden ? '' : `${paintedChildren(node).map(rawText).join('')} `;
}
