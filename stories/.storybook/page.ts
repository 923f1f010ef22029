import { PALETTE } from '../../src/styles/palette.js';
import type { PageGlobals, StoryLocale, Theme } from './story-page.js';
import { setWords } from './translator-panel/set-words.js';

const { text, surface } = PALETTE;

/** What every page has around a story. A brand wins: its rules come later and weigh as much or more. */
const page = new CSSStyleSheet();
page.replaceSync(`
  .theme-light { color-scheme: light; }
  .theme-dark { color-scheme: dark; }
  .text-150 { font-size: 150%; }
  .text-200 { font-size: 200%; }
  :root.density-compact { --mfa-space: 3px; --mfa-control-size: max(36px, 2.25em); }
  :where(body, .docs-story) {
    background: light-dark(${surface.light}, ${surface.dark});
    color: light-dark(${text.light}, ${text.dark});
  }
  :where(body) { font-family: system-ui, sans-serif; }
`);

/** What differs with the theme. */
const theme = new CSSStyleSheet();
document.adoptedStyleSheets.push(page, theme);

async function cssOf(chosen: Theme): Promise<string> {
  if (chosen === 'light' || chosen === 'dark') return '';
  return (await import('../brands/brands.js')).BRANDS[chosen].css;
}

const written = (locale: StoryLocale): 'ltr' | 'rtl' => (locale === 'ar-XB' ? 'rtl' : 'ltr');

/** One class of several on `<html>`. */
function setClass(prefix: string, value: string): void {
  const { classList } = document.documentElement;
  classList.remove(...[...classList].filter((name) => name.startsWith(`${prefix}-`)));
  classList.add(`${prefix}-${value}`);
}

/** What was asked for last: what takes longer to load than what was asked for after it is dropped. */
let latest: PageGlobals | undefined;

/**
 * Gives the preview's page a language and a look, as the page of a customer would. The last call wins.
 *
 * @returns Resolves when the words and the style sheets are there.
 */
export async function setPage(globals: PageGlobals): Promise<void> {
  latest = globals;
  const root = document.documentElement;
  root.lang = globals.locale;
  root.dir = globals.direction === 'auto' ? written(globals.locale) : globals.direction;
  setClass('theme', globals.theme);
  setClass('text', globals.textSize);
  setClass('density', globals.density);
  const [css] = await Promise.all([cssOf(globals.theme), setWords(globals.locale)]);
  if (latest !== globals) return;
  theme.replaceSync(css);
}
