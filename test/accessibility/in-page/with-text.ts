import { allElements } from '../../../src/testing/harness/dom.js';

/** What a person may do to the text of a page. */
export type TextWish = 'spaced' | 'twice as large';

/**
 * WCAG 2.2, 1.4.12: line height, space behind a paragraph, between letters and between words. The
 * selectors outweigh any of the page, as the sheet of a person does.
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

/** WCAG 2.2, 1.4.4: text alone grows, by a person's choice in the browser. */
const twiceAsLarge = 'html:not(#outweighs) { font-size: 200% !important; }';

const RULES: Readonly<Record<TextWish, string>> = {
  spaced,
  'twice as large': twiceAsLarge,
};

/** Looks at the page with its text as a person wishes it, in every shadow tree, and puts it back. */
export function withText<Seen>(wish: TextWish, look: () => Seen): Seen {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES[wish]);
  const trees = [document, ...allElements(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const before = trees.map((tree) => [...tree.adoptedStyleSheets]);
  for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  try {
    return look();
  } finally {
    trees.forEach((tree, index) => {
      tree.adoptedStyleSheets = before[index] ?? [];
    });
  }
}
