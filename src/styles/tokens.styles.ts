import { css } from 'lit';
import { declareTokens } from './declare-tokens.js';
import { PALETTE } from './palette.js';
import { TOKENS } from './tokens.js';

const lightOnly = Object.fromEntries(
  Object.entries(PALETTE).map(([name, { light }]) => [`color-${name}`, light]),
);

/**
 * Declares the design tokens of every element. The page sets `--mfa-*` anywhere above the element;
 * inside, the private `--_*` reads it with a default.
 *
 * The typeface and the text size are the page's own, and so is light or dark: `light-dark()` follows
 * the page's `color-scheme`. Space is in px, so that enlarged text does not enlarge the gaps; other
 * sizes are in em, because the root of a page may be 62.5 %.
 *
 * `:host` uses `!important`, because a page's `* { all: unset }` would otherwise override it. The space
 * between letters and words does not: there the user's own style sheet has to win (WCAG 1.4.12).
 */
export const tokens = css`
  :host {
    ${declareTokens(TOKENS)};
    /* Never less than WCAG 2.5.8 requires. */
    --_target: max(24px, var(--_control-size));

    box-sizing: border-box !important;
    display: block !important;
    color: var(--_color-text) !important;
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    /* Never less than WCAG 1.4.12 requires. */
    line-height: max(1.5, var(--_line-height)) !important;
    /* A long word breaks, so that it does not widen the page (WCAG 1.4.10). */
    overflow-wrap: anywhere;
    text-align: start !important;
    text-indent: 0 !important;
    /* Recovery codes may differ only by their case. */
    text-transform: none !important;
    white-space: normal !important;
  }

  /* In browsers older than 2024 the colours are always the light ones. */
  @supports not (color: light-dark(black, white)) {
    :host {
      ${declareTokens(lightOnly)};
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-duration: 0s;
    }
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
