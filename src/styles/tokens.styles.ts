import { css, unsafeCSS } from 'lit';
import { PALETTE, type PaletteColor } from './palette.js';

/** A declaration a colour: the page's own, or else what `defaultOf` makes of the palette. */
const declareColors = (defaultOf: (color: PaletteColor) => string) =>
  unsafeCSS(
    Object.entries(PALETTE)
      .map(([name, color]) => `--_color-${name}: var(--mfa-color-${name}, ${defaultOf(color)});`)
      .join('\n'),
  );

/**
 * What every element is drawn with. The page sets `--mfa-*` anywhere above the element; inside, the
 * private `--_*` reads it with a default.
 *
 * The typeface and the text size are the page's own, and so is light or dark: `light-dark()` follows
 * the page's `color-scheme`. Space is in px, so that enlarged text gets the room and not the gaps.
 *
 * `!important` on `:host` because a page's `* { all: unset }` would otherwise win from it.
 */
export const tokens = css`
  :host {
    ${declareColors(({ light, dark }) => `light-dark(${light}, ${dark})`)}
    --_space: var(--mfa-space, 4px);
    --_radius: var(--mfa-radius, 10px);
    --_ring-width: var(--mfa-focus-width, 3px);
    --_target: max(44px, 2.75em);

    box-sizing: border-box !important;
    display: block !important;
    color: var(--_color-text) !important;
    line-height: 1.5 !important;
    text-align: start !important;
  }

  /* Browsers older than 2024 are always light, and never without colour. */
  @supports not (color: light-dark(black, white)) {
    :host {
      ${declareColors(({ light }) => light)}
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
