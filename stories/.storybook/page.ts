import { setLocale, type Locale } from '../../src/index.js';
import { PALETTE } from '../../src/styles/palette.js';

/** A light or a dark page. */
export type Theme = 'light' | 'dark';

const { text, surface } = PALETTE;

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  .theme-light { color-scheme: light; }
  .theme-dark { color-scheme: dark; }
  .sb-show-main {
    background: light-dark(${surface.light}, ${surface.dark});
    color: light-dark(${text.light}, ${text.dark});
    font-family: system-ui, sans-serif;
  }
`);
document.adoptedStyleSheets.push(sheet);

/**
 * Gives the preview's page a language and a theme, as the page of a customer would.
 *
 * @returns Resolves when the words of that language are there.
 */
export function setPage({ locale, theme }: { locale: Locale; theme: Theme }): Promise<void> {
  const root = document.documentElement;
  root.lang = locale;
  root.classList.toggle('theme-light', theme === 'light');
  root.classList.toggle('theme-dark', theme === 'dark');
  return setLocale(locale);
}
