import { css } from 'lit';

export const textFieldStyles = css`
  ::slotted([slot='input']) {
    inline-size: 100% !important;
    max-inline-size: 26em !important;
    min-block-size: var(--_target) !important;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5) !important;
    border: 1px solid var(--_color-border) !important;
    border-radius: var(--_radius) !important;
    background: var(--_color-surface) !important;
    color: var(--_color-text) !important;
    line-height: 1.4 !important;
    outline: none !important;
    cursor: text !important;
    /* A code or a name has the direction of its letters, not of the page. */
    unicode-bidi: plaintext !important;
  }

  ::slotted([slot='input']:hover:enabled) {
    border-color: var(--_color-text) !important;
  }

  ::slotted([slot='input']:focus) {
    border-color: var(--_color-focus) !important;
    box-shadow:
      0 0 0 1px var(--_color-focus),
      0 0 0 calc(1px + var(--_focus-width)) color-mix(in srgb, var(--_color-focus) 24%, transparent) !important;
  }

  ::slotted([slot='input'][aria-invalid='true']:not(:focus)) {
    border-color: var(--_color-danger) !important;
    box-shadow: 0 0 0 1px var(--_color-danger) !important;
  }

  ::slotted([slot='input']:is(:disabled, :read-only)) {
    border-color: var(--_color-line) !important;
    background: var(--_color-surface-soft) !important;
  }

  ::slotted([slot='input']:disabled) {
    color: var(--_color-muted) !important;
    cursor: default !important;
  }

  @media (forced-colors: active) {
    ::slotted([slot='input']:focus) {
      outline: var(--_focus-width) solid Highlight !important;
      outline-offset: 1px !important;
    }

    ::slotted([slot='input'][aria-invalid='true']) {
      border-width: 2px !important;
    }

    ::slotted([slot='input']:disabled) {
      border-color: GrayText !important;
      color: GrayText !important;
    }
  }
`;
