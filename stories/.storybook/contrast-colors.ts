import type { PaletteName } from '../../src/styles/palette.js';

/** What a browser in forced colours makes of each: the system's colours, and no others. */
const SYSTEM_COLORS: Record<PaletteName, string> = {
  text: 'CanvasText',
  muted: 'CanvasText',
  accent: 'LinkText',
  'accent-strong': 'LinkText',
  'accent-soft': 'Canvas',
  'on-accent': 'Canvas',
  border: 'CanvasText',
  line: 'CanvasText',
  surface: 'Canvas',
  'surface-soft': 'Canvas',
  danger: 'CanvasText',
  'danger-soft': 'Canvas',
  'on-danger': 'Canvas',
  success: 'CanvasText',
  'success-soft': 'Canvas',
  focus: 'Highlight',
};

const tokens = Object.entries(SYSTEM_COLORS).map(
  ([name, color]) => `--mfa-color-${name}: ${color};`,
);

/** Forced colours, imitated: the tokens are the system's colours, on its canvas. */
export const CONTRAST_COLORS = `
  .theme-forced-colors { ${tokens.join('\n')} }
  body, .sb-show-main, .docs-story { background: Canvas; color: CanvasText; }
`;
