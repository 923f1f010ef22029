import type { Locale } from '../../src/index.js';

/** A locale of the toolbar: one of the library, or a pseudo-locale that shows what is not translatable. */
export type StoryLocale = Locale | 'en-XA' | 'ar-XB';

/** How the page looks: a page without a brand in light, dark or forced colours, or one with a brand. */
export type Theme =
  'light' | 'dark' | 'forced-colors' | 'portal' | 'bootstrap' | 'nl-design-system';

/** What the toolbar says about the page that a story stands on. */
export interface PageGlobals {
  readonly locale: StoryLocale;
  readonly theme: Theme;
  readonly density: 'comfortable' | 'compact';
  /** Percent of what the browser gives. */
  readonly textSize: '100' | '150' | '200';
  /** `auto`: as the locale is written. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly motion: 'system' | 'reduced';
}

/** One message that can be read (or heard) on the page. */
export interface ShownMessage {
  readonly id: string;
  /** In the locale of the page, with `{0}` where values go. */
  readonly pattern: string;
}

/** What the tests ask of a story's page, as `window.storyPage`. */
export interface StoryPage {
  /** Changes the page around the story that shows, without playing it again. */
  setPage(globals: PageGlobals): Promise<void>;
  /** The messages that show now, from visible texts, names, descriptions and live regions. */
  shownMessages(): readonly ShownMessage[];
  /** The ids of messages that were asked for since the story began, shown or not. */
  askedMessages(): readonly string[];
  /** Texts that do not fit where they stand: cut off, or wider than their box; each with what and where. */
  clippedTexts(): readonly string[];
  /** In a pseudo-locale: texts that came through no message and are no value; each with where. */
  untranslatedTexts(): readonly string[];
}

declare global {
  interface Window {
    storyPage?: StoryPage;
  }
}
