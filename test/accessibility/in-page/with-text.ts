import { allElements } from '../../../src/testing/harness/dom.js';

/** A setting of text that a user may choose. */
type TextSetting = 'spaced' | 'twice as large';

/**
 * WCAG 2.2, 1.4.12: line height, and space after paragraphs, between letters and between words. The
 * selectors override those of the page, as a user style sheet does.
 */
const spaced = `
  :is(*, :not(#outweighs)),
  :host(:not(#outweighs)) ::slotted(*) {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p:not(#outweighs) {
    margin-block-end: 2em !important;
  }
`;

/** WCAG 2.2, 1.4.4: only the text is larger, as set in the browser. */
const twiceAsLarge = 'html:not(#outweighs) { font-size: 200% !important; }';

const RULES: Readonly<Record<TextSetting, string>> = {
  spaced,
  'twice as large': twiceAsLarge,
};

/** Checks the page with a text setting, in every shadow tree, and restores the page. */
export function withText<Result>(setting: TextSetting, check: () => Result): Result {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES[setting]);
  const trees = [document, ...allElements(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const before = trees.map((tree) => [...tree.adoptedStyleSheets]);
  for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  try {
    return check();
  } finally {
    trees.forEach((tree, index) => {
      tree.adoptedStyleSheets = before[index] ?? [];
    });
  }
}
