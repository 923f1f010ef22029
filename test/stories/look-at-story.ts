import type { Page } from 'playwright';
import type { PageGlobals } from '../../stories/.storybook/story-page.js';
import { storyChecks } from '../accessibility/story-checks.js';
import type { FaultsOptions } from './in-page/find-faults.js';
import { nameOf, PSEUDO_LOCALES, WIDTHS, type Look } from './looks.js';

/** WCAG 2.2 A and AA, and axe's best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * The rules of axe whose result depends on theme, width or language: colours, sizes, scrolling, and the
 * language of a text. The others check names, roles and structure. They run in the thorough looks, which
 * differ from story to story, and everywhere in the long test.
 */
const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'valid-lang',
];

/** The width at which the checks of test/accessibility run too. */
export const NARROWEST = Math.min(...WIDTHS);

/** The settings of the page that are the same in every look. */
const PLAIN = { density: 'comfortable', textSize: '100', direction: 'auto' } as const;

/* Run in the page. */
const changePage = (globals: PageGlobals) => window.storyTests.changePage(globals);
const findFaults = (options: FaultsOptions) => window.storyTests.findFaults(options);

/** The settings of the page in a look. Forced colours replace those of the light page. */
export const globalsOf = ({ theme, locale }: Look): PageGlobals => ({
  ...PLAIN,
  theme: theme === 'forced-colors' ? 'light' : theme,
  locale,
});

/** Gives the page the size and the forced colours of a look. */
export async function resize(page: Page, { theme, width }: Look): Promise<void> {
  const size = { width, height: width < 600 ? 800 : 720 };
  // Layout and paint take a while, even if the size stays the same.
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

/** The checks of one look. */
export interface Thoroughness {
  /** Runs all rules of axe, not only those that depend on the look. */
  readonly hasAllRules: boolean;
  /** Runs the checks of test/accessibility too, if the look is narrow. */
  readonly hasStoryChecks: boolean;
}

function rulesFor({ locale }: Look, hasAllRules: boolean): readonly string[] {
  // To axe, long and accented English is the same as English; right to left may differ.
  if (locale === 'en-XA') return [];
  return hasAllRules ? TAGS : RULES_OF_LOOKS;
}

/** Checks a played story in one look. Each complaint names the look. */
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
