import type { PageGlobals, StoryPage } from '../../../stories/.storybook/story-page.js';

/** What the preview of Storybook tells of the story. */
export function storyPage(): StoryPage {
  if (!window.storyPage)
    throw new Error('There is no window.storyPage: is this a page of stories?');
  return window.storyPage;
}

/**
 * Changes the page around the story, without playing it again.
 *
 * @param andThen Changes more of it, before it is laid out.
 */
export async function changePage(globals: PageGlobals, andThen?: () => void): Promise<void> {
  await storyPage().setPage(globals);
  andThen?.();
  // What follows the words has been rendered, and laid out.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
