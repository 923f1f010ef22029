import { allElements } from '../../../src/testing/harness/dom.js';
import { clippedTexts } from '../../message-inspector/clipped-texts.js';
import { renderedMessages } from '../../message-inspector/rendered-messages.js';
import { placedMessages } from '../../message-inspector/placed-messages.js';
import { textsWithin } from '../../message-inspector/texts-within.js';
import { untranslatedTexts } from '../../message-inspector/untranslated-texts.js';
import type { StoryPage } from '../story-page.js';

/** The element of the preview that holds the story. */
export const storyRoot = (): Element => document.querySelector('#storybook-root') ?? document.body;

/** The texts that the elements got from the server in memory, which are not translated. */
const serverTexts = (): readonly string[] =>
  allElements(storyRoot()).flatMap((element) =>
    'flow' in element ? textsWithin((element.flow as { state?: unknown }).state) : [],
  );

/**
 * The part of `window.storyPage` that is about messages.
 *
 * @param storyData The data that the story gave its elements.
 */
export const messagesOnPage = (
  storyData: () => unknown,
): Pick<
  StoryPage,
  'shownMessages' | 'renderedMessages' | 'clippedTexts' | 'untranslatedTexts'
> => ({
  async shownMessages() {
    const placed = await placedMessages(storyRoot());
    return [...new Map(placed.map(({ id, pattern }) => [id, { id, pattern }])).values()];
  },
  renderedMessages: () => [...new Set(renderedMessages().map(({ id }) => id))],
  clippedTexts: () => clippedTexts(storyRoot()),
  untranslatedTexts: () =>
    untranslatedTexts(storyRoot(), [...serverTexts(), ...textsWithin(storyData())]),
});
