import type { UpdatedLocale } from '../../locales/tools/update-locale.js';
import type { BuiltStory } from './built-storybook.js';
import type { MessageStories, StoryMessages } from './story-messages.js';

/** How every locale is, by its name. */
type Locales = ReadonlyMap<string, UpdatedLocale>;

/** What was counted while the stories were visited. */
export interface Counts {
  stories: number;
  plays: number;
  looks: number;
  pictures: number;
  docs: number;
}

/** Of each flow, how many of its steps have a story. */
export const stateCoverage = (
  flows: ReadonlyMap<string, readonly string[]>,
  stories: readonly BuiltStory[],
) =>
  Object.fromEntries(
    [...flows].map(([flow, steps]) => {
      const told = stories.filter((story) => story.flow === flow);
      const missing = steps.filter((step) => !told.some((story) => story.step === step));
      return [flow, { steps: steps.length, 'without story': missing.length, stories: told.length }];
    }),
  );

/** What there is to say: every message of the code, with the screen it stands on. */
export const messagesOf = (locales: Locales): { readonly id: string; readonly screen: string }[] =>
  (locales.get('nl')?.units ?? []).map(({ id, description }) => ({
    id,
    screen: description?.split(':')[0] ?? '',
  }));

/** Of each screen, how many of its messages a story shows. */
export function messageCoverage(
  locales: Locales,
  played: readonly StoryMessages[],
  told: MessageStories,
) {
  const shown = new Set(played.flatMap((story) => story.shown));
  const rows = new Map<string, { messages: number; shown: number; asked: number; none: number }>();
  for (const { id, screen } of messagesOf(locales)) {
    const row = rows.get(screen) ?? { messages: 0, shown: 0, asked: 0, none: 0 };
    row.messages += 1;
    row[shown.has(id) ? 'shown' : id in told ? 'asked' : 'none'] += 1;
    rows.set(screen, row);
  }
  return Object.fromEntries([...rows].sort(([one], [other]) => one.localeCompare(other)));
}

/** Of each locale with a file, how much of it is translated. */
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
