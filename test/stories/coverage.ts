import type { UpdatedLocale } from '../../locales/tools/update-locale.js';
import type { BuiltStory } from './built-storybook.js';
import type { MessageStories, StoryMessages } from './story-messages.js';

/** The state of every locale, by its code. */
type Locales = ReadonlyMap<string, UpdatedLocale>;

/** The counts of a run. */
export interface Counts {
  stories: number;
  plays: number;
  looks: number;
  pictures: number;
  docs: number;
}

/** Counts, for each flow, the steps with a story. */
export const stateCoverage = (
  flows: ReadonlyMap<string, readonly string[]>,
  stories: readonly BuiltStory[],
) =>
  Object.fromEntries(
    [...flows].map(([flow, steps]) => {
      const own = stories.filter((story) => story.flow === flow);
      const missing = steps.filter((step) => !own.some((story) => story.step === step));
      return [flow, { steps: steps.length, 'without story': missing.length, stories: own.length }];
    }),
  );

/** Every message of the code, with its screen. */
export const messagesOf = (locales: Locales): { readonly id: string; readonly screen: string }[] =>
  (locales.get('nl')?.units ?? []).map(({ id, description }) => ({
    id,
    screen: description?.split(':')[0] ?? '',
  }));

/** Counts, for each screen, the messages that a story shows. */
export function messageCoverage(
  locales: Locales,
  played: readonly StoryMessages[],
  stories: MessageStories,
) {
  const shown = new Set(played.flatMap((story) => story.shown));
  const rows = new Map<
    string,
    { messages: number; shown: number; rendered: number; none: number }
  >();
  for (const { id, screen } of messagesOf(locales)) {
    const row = rows.get(screen) ?? { messages: 0, shown: 0, rendered: 0, none: 0 };
    row.messages += 1;
    row[shown.has(id) ? 'shown' : id in stories ? 'rendered' : 'none'] += 1;
    rows.set(screen, row);
  }
  return Object.fromEntries([...rows].sort(([one], [other]) => one.localeCompare(other)));
}

/** Counts, for each locale with a file, the translated messages. */
export const localeCoverage = (locales: Locales) =>
  Object.fromEntries(
    [...locales].map(([locale, { units, missing, stale, wrong }]) => [
      locale,
      {
        messages: units.length,
        translated: units.length - missing.length,
        missing: missing.length,
        stale: stale.length,
        'wrong placeholders': wrong.length,
      },
    ]),
  );
