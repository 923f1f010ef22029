import { css, unsafeCSS } from 'lit';
import { PALETTE } from './palette.js';
import { TOKENS } from './tokens.js';

/** A declaration a token: the page's own, or else the default. */
const declare = (defaults: Readonly<Record<string, string>>) =>
  unsafeCSS(
    Object.entries(defaults)
      .map(([name, value]) => `--_${name}: var(--mfa-${name}, ${value});`)
      .join('\n'),
  );

const lightOnly = Object.fromEntries(
  Object.entries(PALETTE).map(([name, { light }]) => [`color-${name}`, light]),
);

/**
 * What every element is drawn with. The page sets `--mfa-*` anywhere above the element; inside, the
 * private `--_*` reads it with a default.
 *
 * The typeface and the text size are the page's own, and so is light or dark: `light-dark()` follows
 * the page's `color-scheme`. Space is in px, so that enlarged text gets the room and not the gaps; other
 * sizes are in em, as the root of a page may be 62.5 %.
 *
 * `!important` on `:host` because a page's `* { all: unset }` would otherwise win from it. Not on the
 * space between letters and words: there a person's own style sheet has to win (WCAG 1.4.12).
 */
export const tokens = css`
  :host {
    ${declare(TOKENS)}
    /* Never less than WCAG 2.5.8 asks. */
    --_target: max(24px, var(--_control-size));

    box-sizing: border-box !important;
    display: block !important;
    color: var(--_color-text) !important;
    font-family: var(--_font-family);
    font-size: var(--_font-size);
    /* Never less than WCAG 1.4.12 asks. */
    line-height: max(1.5, var(--_line-height)) !important;
    /* A long word breaks rather than widen the page (WCAG 1.4.10). */
    overflow-wrap: anywhere;
    text-align: start !important;
    text-indent: 0 !important;
    /* Recovery codes may be told apart by their case. */
    text-transform: none !important;
    white-space: normal !important;
  }

  /* Browsers older than 2024 are always light, and never without colour. */
  @supports not (color: light-dark(black, white)) {
    :host {
      ${declare(lightOnly)}
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
