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

/** The locales that people read. */
export const LOCALES = ['nl', 'nl-x-formal', 'en', 'de', 'fr'] as const;

/** Long words, and a page from right to left: what is not translatable shows. */
export const PSEUDO_LOCALES = ['en-XA', 'ar-XB'] as const;

const ALL_LOCALES: readonly StoryLocale[] = [...LOCALES, ...PSEUDO_LOCALES];

/** From the narrowest page of WCAG 2.2, 1.4.10, to a desktop. */
export const WIDTHS: readonly number[] = [320, 360, 768, 1280];

/** How a story is played, before it is looked at in any other way. */
export const FIRST_LOOK: Look = { theme: 'light', locale: 'nl', width: 1280 };

/** Every theme in every locale at every width; what is slow to change changes least. */
export const ALL_LOOKS: readonly Look[] = WIDTHS.flatMap((width) =>
  ALL_LOCALES.flatMap((locale) => THEMES.map((theme) => ({ theme, locale, width }))),
);

/** After so many stories every combination of theme, locale and width has been looked at. */
export const ROUND = THEMES.length * WIDTHS.length;

const turned = <Item>(items: readonly Item[], turn: number): Item =>
  items[turn % items.length] as Item;

/**
 * A few looks that have every theme, every locale and every width, other ones for each story.
 *
 * @param turn the number of the story; {@link ROUND} stories on end have all there is in
 *   {@link ALL_LOOKS} between them
 */
export const coveringLooks = (turn: number): Look[] =>
  ALL_LOCALES.map((locale, index) => ({
    theme: turned(THEMES, turn + index),
    locale,
    width: turned(WIDTHS, Math.floor(turn / THEMES.length) + index),
  }));

/**
 * Those of the looks at one story in which nothing may be left out: one from left to right, in another
 * locale, and so theme and width, for each story, and every one from right to left.
 */
export function thoroughLooks(looks: readonly Look[], turn: number): Set<Look> {
  const leftToRight = looks.filter(({ locale }) => LOCALES.some((one) => one === locale));
  const rightToLeft = looks.filter(({ locale }) => locale === 'ar-XB');
  return new Set([...leftToRight.slice(turn % leftToRight.length).slice(0, 1), ...rightToLeft]);
}

/** A look in the words of a complaint. */
export const nameOf = ({ theme, locale, width }: Look): string => `${theme}, ${locale}, ${width}px`;
