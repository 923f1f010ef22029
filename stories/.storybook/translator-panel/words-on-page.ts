import { allElements } from '../../../src/testing/harness/dom.js';
import { clippedTexts } from '../../message-inspector/clipped-texts.js';
import { renderedMessages } from '../../message-inspector/rendered-messages.js';
import { placedMessages } from '../../message-inspector/placed-messages.js';
import { textsWithin } from '../../message-inspector/texts-within.js';
import { untranslatedTexts } from '../../message-inspector/untranslated-texts.js';
import type { StoryPage } from '../story-page.js';

/** Where a story stands in the preview. */
export const storyRoot = (): Element => document.querySelector('#storybook-root') ?? document.body;

/** What the server in memory told the tags, which is in no language. */
const toldByServer = (): readonly string[] =>
  allElements(storyRoot()).flatMap((element) =>
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
  askedMessages: () => [...new Set(renderedMessages().map(({ id }) => id))],
  clippedTexts: () => clippedTexts(storyRoot()),
  untranslatedTexts: () =>
    untranslatedTexts(storyRoot(), [...toldByServer(), ...textsWithin(givenToStory())]),
});
