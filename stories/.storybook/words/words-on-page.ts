import { everything } from '../../../src/testing/harness/everything.js';
import { clippedTexts } from '../../support/clipped-texts.js';
import { passedMessages } from '../../support/passed-messages.js';
import { placedMessages } from '../../support/placed-messages.js';
import { textsWithin } from '../../support/texts-within.js';
import { untranslatedTexts } from '../../support/untranslated-texts.js';
import type { StoryPage } from '../story-page.js';

/** Where a story stands in the preview. */
export const storyRoot = (): Element => document.querySelector('#storybook-root') ?? document.body;

/** What the server in memory told the tags, which is in no language. */
const toldByServer = (): readonly string[] =>
  everything(storyRoot()).flatMap((element) =>
    'flow' in element ? textsWithin((element.flow as { state?: unknown }).state) : [],
  );

/**
 * The part of `window.storyPage` that is about words.
 *
 * @param givenToStory What the story gave its tags.
 */
export const wordsOnPage = (
  givenToStory: () => unknown,
): Pick<StoryPage, 'shownMessages' | 'askedMessages' | 'clippedTexts' | 'untranslatedTexts'> => ({
  async shownMessages() {
    const placed = await placedMessages(storyRoot());
    return [...new Map(placed.map(({ id, pattern }) => [id, { id, pattern }])).values()];
  },
  askedMessages: () => [...new Set(passedMessages().map(({ id }) => id))],
  clippedTexts: () => clippedTexts(storyRoot()),
  untranslatedTexts: () =>
    untranslatedTexts(storyRoot(), [...toldByServer(), ...textsWithin(givenToStory())]),
});
