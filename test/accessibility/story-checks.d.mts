import type { Page } from 'playwright';

/** One thing that is looked for in a story's page. */
export interface StoryCheck {
  /** What is looked for. */
  readonly name: string;
  /** The success criterion of WCAG 2.2 and the number of the case. */
  readonly criterion: string;
  /** Tells what is wrong, and leaves the page as it was. */
  run(page: Page): Promise<string[]>;
}

export const storyChecks: readonly StoryCheck[];
