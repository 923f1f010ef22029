import type { Page } from 'playwright';
import type { PageGlobals } from '../../stories/.storybook/story-page.js';
import { storyChecks } from '../accessibility/story-checks.js';
import type { FaultsOptions } from './in-page/find-faults.js';
import { nameOf, PSEUDO_LOCALES, WIDTHS, type Look } from './looks.js';

/** WCAG 2.2 A and AA, and what axe's makers hold to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * The rules of axe that a theme, a width or a language changes the answer of: colours, sizes, what scrolls,
 * and the language of a text. The others read names, roles and structure; they run where nothing is left
 * out, in a look that is another one for each story, and everywhere in the long test.
 */
const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'valid-lang',
];

/** Where the checks of test/accessibility are made too. */
export const NARROWEST = Math.min(...WIDTHS);

/** The settings of the page that are the same in every look. */
const PLAIN = { density: 'comfortable', textSize: '100', direction: 'auto' } as const;

/** Run in the page. */
const changePage = (globals: PageGlobals) => window.storyTests.changePage(globals);
const findFaults = (options: FaultsOptions) => window.storyTests.findFaults(options);

/** The settings of the page in a look. Forced colours replace those of the light page. */
export const globalsOf = ({ theme, locale }: Look): PageGlobals => ({
  ...PLAIN,
  theme: theme === 'forced-colors' ? 'light' : theme,
  locale,
});

/** Gives the page the size and the colours that the browser has in a look. */
export async function resize(page: Page, { theme, width }: Look): Promise<void> {
  const size = { width, height: width < 600 ? 800 : 720 };
  // To lay out and paint the page anew takes a while, also where it stays as large.
  if (page.viewportSize()?.width !== size.width) await page.setViewportSize(size);
  await page.emulateMedia({ forcedColors: theme === 'forced-colors' ? 'active' : 'none' });
}

async function runStoryChecks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const check of storyChecks) {
    const complaints = await check.run(page);
    found.push(...complaints.map((what) => `${check.name} (${check.criterion}): ${what}`));
  }
  return found;
}

/** How much is looked for in one look. */
export interface Thoroughness {
  /** All rules of axe, in place of those that depend on the look. */
  readonly hasAllRules: boolean;
  /** The checks of test/accessibility as well, where the look is narrow. */
  readonly hasStoryChecks: boolean;
}

function rulesFor({ locale }: Look, hasAllRules: boolean): readonly string[] {
  // Long and accented English says nothing to axe that English does not; right to left may.
  if (locale === 'en-XA') return [];
  return hasAllRules ? TAGS : RULES_OF_LOOKS;
}

/** Looks at a story that was played and says what is wrong, and in which look. */
export async function lookAtStory(
  page: Page,
  look: Look,
  { hasAllRules, hasStoryChecks }: Thoroughness,
): Promise<string[]> {
  await resize(page, look);
  await page.evaluate(changePage, globalsOf(look));
  const isPseudo = PSEUDO_LOCALES.some((locale) => locale === look.locale);
  const isForced = look.theme === 'forced-colors';
  const rules = rulesFor(look, hasAllRules);
  const faults = await page.evaluate(findFaults, { rules, isPseudo, isForced });
  const more = hasStoryChecks && look.width === NARROWEST ? await runStoryChecks(page) : [];
  return [...faults, ...more].map((fault) => `[${nameOf(look)}] ${fault}`);
}
