import { css } from 'lit';

/** `::slotted()` takes no `::selection` or `::placeholder`, so these rules have to stand in the tree of the input. */
const { styleSheet } = css`
  mfa-code-input > input::selection {
    background: transparent !important;
    color: transparent !important;
  }

  mfa-code-input > input::placeholder {
    color: transparent !important;
  }
`;

/**
 * Keeps the browser from painting selected digits, which are painted in the slots already. Adds one
 * constructed style sheet to the tree that the field stands in, once; it names our own tag only.
 */
export function hideSelection(tree: Node): void {
  if (!(tree instanceof Document || tree instanceof ShadowRoot) || !styleSheet) return;
  if (!tree.adoptedStyleSheets.includes(styleSheet)) tree.adoptedStyleSheets.push(styleSheet);
}
