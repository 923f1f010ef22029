import type { Locale } from '../../src/index.js';

/** A locale of the toolbar: one of the library, or a pseudo-locale that shows untranslatable text. */
export type StoryLocale = Locale | 'en-XA' | 'ar-XB';

/** The look of the page: without a brand in light or dark, or with a brand. */
export type Theme = 'light' | 'dark' | 'portal' | 'bootstrap' | 'nl-design-system';

/** The settings of the page around a story. */
export interface PageGlobals {
  readonly locale: StoryLocale;
  readonly theme: Theme;
  readonly density: 'comfortable' | 'compact';
  /** Percent of the browser's text size. */
  readonly textSize: '100' | '150' | '200';
  /** `auto` follows the locale. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
}

/**
 * How the server in memory responds once a story has reached its step: as the story says, or in one way
 * to every request.
 */
export type ServerScenario =
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
  | 'response-lost';

/** The settings of the toolbar, without the width, which is in Storybook's own menu. */
export interface ToolbarGlobals extends PageGlobals {
  readonly server: ServerScenario;
  /** Whether the messages on the picture are marked, for translators. */
  readonly messages: 'off' | 'marked';
}

/** One message that can be read or heard on the page. */
export interface ShownMessage {
  readonly id: string;
  /** In the locale of the page, with `{0}` for values. */
  readonly pattern: string;
}

/** The interface of a story's page for the tests, as `window.storyPage`. */
export interface StoryPage {
  /** Changes the page around the current story, without playing it again. */
  setPage(globals: PageGlobals): Promise<void>;
  /**
   * Finds the messages in visible texts, names, descriptions and live regions. It renders the page twice,
   * with marks in every message and without, before the browser paints.
   */
  shownMessages(): Promise<readonly ShownMessage[]>;
  /** The ids of the messages that were rendered since the story began, also those no longer shown. */
  renderedMessages(): readonly string[];
  /** Texts that are cut off or wider than their box, each with its place. */
  clippedTexts(): readonly string[];
  /** In a pseudo-locale, texts that are neither a message nor a value, each with its place. */
  untranslatedTexts(): readonly string[];
}

declare global {
  interface Window {
    storyPage?: StoryPage;
  }
}
