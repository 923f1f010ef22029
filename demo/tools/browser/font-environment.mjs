import { fileURLToPath } from 'node:url';

/**
 * The environment of a browser that uses the fonts of the project, so that texts have the same width on
 * every Linux machine, also on one without fonts. Other systems ignore the variable.
 */
export const FONT_ENVIRONMENT = {
  FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
};
