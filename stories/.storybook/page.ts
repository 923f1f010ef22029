import { PALETTE } from '../../src/styles/palette.js';
import type { PageGlobals, StoryLocale, Theme } from './story-page.js';
import { setStoryLocale } from './translator-panel/set-story-locale.js';

const { text, surface } = PALETTE;

/** The styles of every page. A brand takes precedence: its rules come later, with at least equal specificity. */
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

/** The styles of the theme. */
const theme = new CSSStyleSheet();
document.adoptedStyleSheets.push(page, theme);

async function cssOf(chosen: Theme): Promise<string> {
  if (chosen === 'light' || chosen === 'dark') return '';
  return (await import('../brands/brands.js')).BRANDS[chosen].css;
}

const directionOf = (locale: StoryLocale): 'ltr' | 'rtl' => (locale === 'ar-XB' ? 'rtl' : 'ltr');

/** Replaces the class with this prefix on `<html>`. */
function setClass(prefix: string, value: string): void {
  const { classList } = document.documentElement;
  classList.remove(...[...classList].filter((name) => name.startsWith(`${prefix}-`)));
  classList.add(`${prefix}-${value}`);
}

/** The last call. An earlier one that loads longer is dropped. */
let latest: PageGlobals | undefined;

/**
 * Gives the preview's page a language and a look, as a customer's page would. The last call wins.
 *
 * @returns Resolves once the messages and the style sheets are loaded.
 */
export async function setPage(globals: PageGlobals): Promise<void> {
  latest = globals;
  const root = document.documentElement;
  root.lang = globals.locale;
  root.dir = globals.direction === 'auto' ? directionOf(globals.locale) : globals.direction;
  setClass('theme', globals.theme);
  setClass('text', globals.textSize);
  setClass('density', globals.density);
  const [css] = await Promise.all([cssOf(globals.theme), setStoryLocale(globals.locale)]);
  if (latest !== globals) return;
  theme.replaceSync(css);
}
