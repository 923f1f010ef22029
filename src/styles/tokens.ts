import { PALETTE, type PaletteName } from './palette.js';

/**
 * The design tokens that are not colours, by their name without `--mfa-`, and their defaults. `inherit`
 * takes the value of the page. The docstring of ThemedElement describes each; the manifest and the guide
 * are made from it, and test/package compares it with this list.
 */
export const MEASURES = {
  'font-family': 'inherit',
  'font-size': 'inherit',
  'line-height': '1.5',
  'heading-font-family': 'inherit',
  // On a small screen with large text a heading grows less, so that its words do not break.
  'heading-size': 'max(1.125em, min(1.5em, 10vw))',
  'heading-weight': '650',
  'code-font-family': 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  'inline-size': '40em',
  space: '4px',
  'control-size': 'max(44px, 2.75em)',
  radius: '10px',
  'button-radius': 'var(--mfa-radius, 10px)',
  'focus-width': '3px',
  'focus-offset': '2px',
  'motion-duration': '120ms',
  'motion-easing': 'ease-out',
} as const;

/** The name of a design token; the page sets it as `--mfa-<name>`. */
export type TokenName = keyof typeof MEASURES | `color-${PaletteName}`;

/** Every design token, and its default as CSS. */
export const TOKENS = Object.fromEntries([
  ...Object.entries(PALETTE).map(([name, { light, dark }]) => [
    `color-${name}`,
    `light-dark(${light}, ${dark})`,
  ]),
  ...Object.entries(MEASURES),
]) as Readonly<Record<TokenName, string>>;
