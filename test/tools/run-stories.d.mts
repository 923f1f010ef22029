import type { Page } from 'playwright';
import type { StoryLocale } from '../../stories/.storybook/story-page.js';
import type { AccessibilityTree } from './accessibility-tree.mjs';

/** A story, with what its parameters say about where it ends. */
export interface BuiltStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly tag: string;
  readonly flow?: string;
  readonly step?: string;
  /** Part of the one error that the story leaves in the console. */
  readonly consoleError?: string;
  /** It shows an amount, and is looked at in the story that shows a few. */
  readonly shows?: 'amount';
  /** The beginning of a text that is cut off on purpose. */
  readonly cutOff?: string;
  /** The only language that it is told in, whatever the page's. */
  readonly locale?: string;
}

/** A page of documentation. */
export interface BuiltDocs {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** How a story ended. */
export interface Visit {
  /** What is wrong with it. */
  readonly complaints: readonly string[];
  /** What a screen reader meets at its end; left out when the story failed. */
  readonly tree?: AccessibilityTree;
}

export interface BuiltStorybook {
  readonly stories: readonly BuiltStory[];
  readonly docs: readonly BuiltDocs[];
  /**
   * Plays one story, on a page of 1280 pixels in the light.
   *
   * @param options.locale of the page; Dutch when left out
   * @param options.look looks at the story when it was played, with the time held, and says what is
   *   wrong with it. It may change the viewport, the media and the page's globals.
   */
  visit(
    story: BuiltStory,
    options?: {
      readonly locale?: StoryLocale;
      readonly look?: (page: Page) => Promise<readonly string[]>;
    },
  ): Promise<Visit>;
  /** Shows one page of documentation and says what is wrong with it. */
  readDocs(docs: BuiltDocs): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function openStorybook(options?: {
  /** Other arguments for how the browser paints. */
  readonly painting?: readonly string[];
}): Promise<BuiltStorybook>;
