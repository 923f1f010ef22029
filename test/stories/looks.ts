import { LOCALES } from '../../locales/languages.js';
import type { StoryLocale, Theme } from '../../stories/.storybook/story-page.js';

/** How a story is shown while it is checked. */
export interface Look {
  /** Forced colours are a setting of the browser; the others are themes of the page. */
  readonly theme: Theme | 'forced-colors';
  readonly locale: StoryLocale;
  /** CSS pixels of the page. */
  readonly width: number;
}

export const THEMES: readonly Look['theme'][] = [
  'light',
  'dark',
  'forced-colors',
  'portal',
  'bootstrap',
  'nl-design-system',
];

/** Long words, and a page from right to left. They show untranslatable text. */
export const PSEUDO_LOCALES = ['en-XA', 'ar-XB'] as const;

const ALL_LOCALES: readonly StoryLocale[] = [...LOCALES, ...PSEUDO_LOCALES];

/** From the narrowest page of WCAG 2.2, 1.4.10, to a desktop. */
export const WIDTHS: readonly number[] = [320, 360, 768, 1280];

/** The look in which a story is played. */
export const FIRST_LOOK: Look = { theme: 'light', locale: 'nl', width: 1280 };

/** Every theme in every locale at every width. The slowest setting to change comes first. */
export const ALL_LOOKS: readonly Look[] = WIDTHS.flatMap((width) =>
  ALL_LOCALES.flatMap((locale) => THEMES.map((theme) => ({ theme, locale, width }))),
);

/** The number of stories after which every combination of theme, locale and width was checked. */
export const ROUND = THEMES.length * WIDTHS.length;

const turned = <Item>(items: readonly Item[], turn: number): Item =>
  items[turn % items.length] as Item;

/**
 * A few looks with every theme, every locale and every width. They differ from story to story.
 *
 * @param turn The number of the story. {@link ROUND} consecutive stories cover {@link ALL_LOOKS}.
 */
export const coveringLooks = (turn: number): Look[] =>
  ALL_LOCALES.map((locale, index) => ({
    theme: turned(THEMES, turn + index),
    locale,
    width: turned(WIDTHS, Math.floor(turn / THEMES.length) + index),
  }));

/**
 * The looks of one story in which all checks run: one from left to right, whose locale, theme and width
 * differ from story to story, and every one from right to left.
 */
export function thoroughLooks(looks: readonly Look[], turn: number): Set<Look> {
  const leftToRight = looks.filter(({ locale }) => LOCALES.some((one) => one === locale));
  const rightToLeft = looks.filter(({ locale }) => locale === 'ar-XB');
  return new Set([...leftToRight.slice(turn % leftToRight.length).slice(0, 1), ...rightToLeft]);
}

/** The name of a look in complaints. */
export const nameOf = ({ theme, locale, width }: Look): string => `${theme}, ${locale}, ${width}px`;
