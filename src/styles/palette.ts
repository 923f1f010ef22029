/** A colour of the palette on a light and on a dark page, as `#rrggbb`. */
export interface PaletteColor {
  readonly light: string;
  readonly dark: string;
}

/**
 * The default colours. In light and in dark, text has a contrast of at least 4.5:1 with its surface,
 * and lines and rings of at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). test/styles computes it.
 */
export const PALETTE = {
  text: { light: '#18212f', dark: '#e8ecf4' },
  muted: { light: '#546073', dark: '#a7b1c2' },
  accent: { light: '#2353c4', dark: '#a3c0ff' },
  'accent-strong': { light: '#1a419f', dark: '#c4d7ff' },
  'accent-soft': { light: '#eef3fe', dark: '#202c47' },
  'on-accent': { light: '#ffffff', dark: '#0d1a38' },
  border: { light: '#7d889c', dark: '#78849a' },
  line: { light: '#dfe3ea', dark: '#313a4a' },
  surface: { light: '#ffffff', dark: '#161b25' },
  'surface-soft': { light: '#f3f5f9', dark: '#1f2633' },
  danger: { light: '#b3261e', dark: '#ffb3ac' },
  'danger-soft': { light: '#fdf1f0', dark: '#3a2022' },
  'on-danger': { light: '#ffffff', dark: '#410e0b' },
  success: { light: '#166a3d', dark: '#86d8a8' },
  'success-soft': { light: '#ecf7f0', dark: '#1a3025' },
  focus: { light: '#2353c4', dark: '#a3c0ff' },
} as const satisfies Record<string, PaletteColor>;

/** The name of a colour; the page sets it as `--mfa-color-<name>`. */
export type PaletteName = keyof typeof PALETTE;
