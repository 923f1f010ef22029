import type { CSSResult } from 'lit';

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * Returns the style sheet of some styles for a document. A constructed style sheet belongs to the document
 * that it was constructed in (CSSOM, `adoptedStyleSheets`), so an element that was adopted by the document
 * of a frame needs another.
 *
 * @returns `undefined` for a document that is not shown.
 */
export function styleSheetFor(styles: CSSResult, page: Document): CSSStyleSheet | undefined {
  const { defaultView } = page;
  if (defaultView === globalThis.window) return styles.styleSheet;
  if (!defaultView) return undefined;
  const known = sheets.get(page) ?? new Map<string, CSSStyleSheet>();
  sheets.set(page, known);
  const { cssText } = styles;
  const sheet = known.get(cssText) ?? new defaultView.CSSStyleSheet();
  if (!known.has(cssText)) sheet.replaceSync(cssText);
  known.set(cssText, sheet);
  return sheet;
}
