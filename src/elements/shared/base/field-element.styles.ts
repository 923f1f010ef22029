import { css } from 'lit';

/**
 * Styles the label, the input, the hint and the error. They are in the page's own tree, where a rule such
 * as `* { all: unset }` or `input { display: none }` applies to them. An important declaration of a shadow
 * tree overrides the page's, important or not (CSS Cascade 5, section 6.1), hence `!important`.
 */
export const fieldStyles = css`
  /* Reverts every rule of the page first. A long word breaks, so that it does not widen the page (WCAG
     1.4.10). */
  ::slotted(:is([slot='label'], [slot='hint'], [slot='error'])) {
    all: revert !important;
    /* Never display:none, not even if empty: a live region has to exist before its text. */
    display: block !important;
    margin: 0 !important;
    padding: 0 !important;
    font: inherit !important;
    line-height: 1.5 !important;
    overflow-wrap: anywhere !important;
    hyphens: auto !important;
  }

  ::slotted([slot='label']) {
    margin-block-end: calc(var(--_space) * 2) !important;
    color: var(--_color-text) !important;
    font-weight: 600 !important;
    line-height: 1.4 !important;
    cursor: default !important;
  }

  ::slotted([slot='hint']) {
    margin-block-start: calc(var(--_space) * 2) !important;
    color: var(--_color-muted) !important;
    font-size: 0.9375em !important;
  }

  ::slotted([slot='error']) {
    color: var(--_color-danger) !important;
    font-weight: 500 !important;
  }

  ::slotted([slot='input']) {
    /* Reverts every rule of the page first. */
    all: revert !important;
    box-sizing: border-box !important;
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    margin: 0 !important;
    appearance: none !important;
    font: inherit !important;
    /* Below 16px iOS zooms in on focus (case 71). */
    font-size: max(16px, 1em) !important;
    scroll-margin-block: 5em 2em !important;
  }

  .error {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: flex-start;
  }

  .error--shown {
    margin-block-start: calc(var(--_space) * 2.5);
  }

  .error-mark {
    display: none;
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    color: var(--_color-danger);
  }

  .error--shown .error-mark {
    display: block;
  }

  @media (forced-colors: active) {
    .error-mark {
      color: CanvasText;
    }
  }

  /* A code or a password must not be printed (C12). */
  @media print {
    .control,
    ::slotted([slot='input']) {
      visibility: hidden !important;
    }
  }
`;
