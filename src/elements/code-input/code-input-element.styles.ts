import { css } from 'lit';
import { styleSheetFor } from '../../styles/style-sheet-for.js';

// `::slotted()` does not support `::selection` or `::placeholder`, so these rules need the input's own tree.
const inputTreeStyles = css`
  mfa-code-input > input::selection {
    background: transparent !important;
    color: transparent !important;
  }

  mfa-code-input > input::placeholder {
    color: transparent !important;
  }
`;

/**
 * Keeps the browser from painting the selection, which the slots paint already. Adds one constructed
 * style sheet to the tree that holds the field, once; it matches our own element only.
 */
export function hideSelection(tree: Node): void {
  // Not `instanceof`: the document of a frame has classes of its own.
  if (!('adoptedStyleSheets' in tree)) return;
  const { adoptedStyleSheets, ownerDocument } = tree as Document | ShadowRoot;
  const sheet = styleSheetFor(inputTreeStyles, ownerDocument ?? (tree as Document));
  if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}

export const codeInputStyles = css`
  .control {
    /* Space for the button of a password manager, which otherwise covers the last digit (case 76). */
    --_badge: 44px;
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: fit-content;
    max-inline-size: 100%;
    /* Not at the right if the page is written from right to left: the digits begin where its text does. */
    padding-inline-end: var(--_badge);
  }

  /* Inherited from a page's rule such as "* { letter-spacing: 1em }", these would move the digits off
     center or change their colours. */
  .slots {
    display: flex;
    gap: calc(var(--_space) * 2);
    font-style: normal;
    letter-spacing: normal;
    word-spacing: normal;
    text-indent: 0;
    text-shadow: none;
    -webkit-text-fill-color: currentColor;
  }

  /* Requests the preferred width of the slots, but accepts less. Only wrapping lines do both in CSS, so
     that no ancestor is forced wider at 320px (case 70). */
  .room {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  .room > * {
    inline-size: 3em;
  }

  .digit {
    position: relative;
    display: grid;
    place-items: center;
    flex: 0 1 2em;
    min-inline-size: 0;
    block-size: 2.4em;
    border: 1px solid var(--_color-border);
    border-radius: var(--_radius);
    background: var(--_color-surface);
    color: var(--_color-text);
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1;
  }

  /* Nothing shows without the shadow tree of the slot: a copy of the page, such as a recording, has none. */
  .digit > span {
    display: var(--_shown, none);
  }

  .digit::part(shown) {
    --_shown: block;
  }

  .digit--second-group {
    margin-inline-start: calc(var(--_space) * 3);
  }

  .control:hover .digit {
    border-color: var(--_color-muted);
  }

  .control.control--invalid .digit {
    border-color: var(--_color-danger);
    box-shadow: 0 0 0 1px var(--_color-danger);
  }

  /* Starts at :host to override an error: the position of the caret matters most. */
  :host .control :is(.digit--selected, .digit--active) {
    border-color: var(--_color-focus);
    box-shadow: 0 0 0 1px var(--_color-focus);
  }

  :host .control .digit--active {
    box-shadow:
      0 0 0 1px var(--_color-focus),
      0 0 0 calc(1px + var(--_focus-width)) color-mix(in srgb, var(--_color-focus) 24%, transparent);
  }

  .digit--active.digit--filled:not(.digit--behind),
  .digit--selected {
    background: var(--_color-accent-soft);
  }

  /* Does not blink: at each key the animation would begin anew, which takes two more frames. */
  .digit--active::after {
    content: '';
    position: absolute;
    inline-size: 2px;
    block-size: 1.1em;
    border-radius: 1px;
    background: var(--_color-focus);
  }

  /* The caret is on a digit, which the next one replaces. */
  .digit--active.digit--filled:not(.digit--behind)::after {
    inset-block-end: 0.3em;
    inline-size: 0.7em;
    block-size: 2px;
  }

  .digit--behind::after {
    inset-inline-end: 16%;
  }

  .slots--disabled .digit,
  .control:hover .slots--disabled .digit,
  :host([readonly]) .digit {
    border-color: var(--_color-line);
    background: var(--_color-surface-soft);
    box-shadow: none;
  }

  /* Without a caret, only this ring shows the focus (WCAG 2.4.7). */
  :host([readonly]) .control:focus-within .slots {
    border-radius: var(--_radius);
    outline: var(--_focus-width) solid var(--_color-focus);
    outline-offset: 3px;
  }

  .slots--disabled .digit {
    color: var(--_color-muted);
  }

  /* The input covers the slots, which paint its digits, caret and ring. It is not hidden, because browsers
     and password managers fill only visible inputs (case 71). */
  ::slotted([slot='input']) {
    position: absolute !important;
    inset: 0 !important;
    z-index: 1 !important;
    inline-size: 100% !important;
    min-inline-size: 0 !important;
    max-inline-size: none !important;
    block-size: 100% !important;
    padding: 0 !important;
    border: 0 !important;
    outline: 0 !important;
    background: none !important;
    box-shadow: none !important;
    color: transparent !important;
    -webkit-text-fill-color: transparent !important;
    text-shadow: none !important;
    caret-color: transparent !important;
    direction: ltr !important;
    cursor: text !important;
    /* Forced colours would show the text and the caret again, and so every digit twice (case 68). */
    forced-color-adjust: none !important;
  }

  ::slotted([slot='input']:disabled) {
    cursor: default !important;
  }

  /* A browser colours a filled-in input. A transition that never ends prevents that (44). */
  ::slotted([slot='input']:autofill) {
    filter: none !important;
    transition: background-color 0s 100000s !important;
  }

  /* Not a password field, which no phone fills with a code (case 72). Browsers hide only the value of a
     password field from assistive technology; here Chromium masks the text, which is read character by
     character, and still exposes the digits as the value. */
  :host([masked]) ::slotted([slot='input']) {
    -webkit-text-security: disc !important;
  }

  @media (forced-colors: active) {
    .control--invalid .digit {
      border-width: 2px;
    }

    .control .digit--active,
    .control .digit--selected {
      outline: var(--_focus-width) solid Highlight;
      outline-offset: 1px;
    }

    .digit--active::after {
      background: Highlight;
    }

    .slots--disabled .digit {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
