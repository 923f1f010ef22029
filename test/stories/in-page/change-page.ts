import type { PageGlobals, StoryPage } from '../../../stories/.storybook/story-page.js';

/** The interface of Storybook's preview. */
export function storyPage(): StoryPage {
  if (!window.storyPage)
    throw new Error('There is no window.storyPage: is this a page of stories?');
  return window.storyPage;
}

/**
 * Changes the page around the story, without playing it again.
 *
 * @param andThen Makes further changes, before layout.
 */
export async function changePage(globals: PageGlobals, andThen?: () => void): Promise<void> {
  await storyPage().setPage(globals);
  andThen?.();
  // Waits until the rest is rendered and laid out.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
