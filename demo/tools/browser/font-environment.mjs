import { fileURLToPath } from 'node:url';

/**
 * The environment of a browser whose fonts come with the project: texts are as wide on every Linux
 * machine, also on one without fonts. Other systems have their own fonts, and do not read the variable.
 */
export const FONT_ENVIRONMENT = {
  FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)),
};
