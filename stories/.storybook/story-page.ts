import type { Locale } from '../../src/index.js';

/** A locale of the toolbar: one of the library, or a pseudo-locale that shows what is not translatable. */
export type StoryLocale = Locale | 'en-XA' | 'ar-XB';

/** The look of the page: without a brand in light or dark, or with a brand. */
export type Theme = 'light' | 'dark' | 'portal' | 'bootstrap' | 'nl-design-system';

/** What the toolbar says about the page that a story stands on. */
export interface PageGlobals {
  readonly locale: StoryLocale;
  readonly theme: Theme;
  readonly density: 'comfortable' | 'compact';
  /** Percent of what the browser gives. */
  readonly textSize: '100' | '150' | '200';
  /** `auto`: as the locale is written. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
}

/**
 * What the server in memory does once a story stands at its step: what the story says, or one thing to
 * whatever is asked next.
 */
export type Server =
  | 'story'
  | 'slow'
  | 'never'
  | 'wrong-code'
  | 'last-try'
  | 'too-many-tries'
  | 'locked'
  | 'login-expired'
  | 'signed-out'
  | 'offline'
  | 'unavailable'
  | 'answer-lost';

/** Everything that the toolbar says, but for the width, which is Storybook's own. */
export interface ToolbarGlobals extends PageGlobals {
  readonly server: Server;
  /** Whether each text on the picture is marked as the message it is, for translators. */
  readonly words: 'off' | 'marked';
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
  /**
   * The messages that show now, from visible texts, names, descriptions and live regions. The page is
   * rendered twice for it, with every message marked and without, before the browser paints.
   */
  shownMessages(): Promise<readonly ShownMessage[]>;
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
