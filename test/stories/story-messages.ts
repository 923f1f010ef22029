import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const file = fileURLToPath(new URL('../../locales/stories.json', import.meta.url));

/** The number of stories that are listed for a message. */
const LISTED = 3;

/** The ids of the messages of a played story. */
export interface StoryMessages {
  readonly story: string;
  readonly shown: readonly string[];
  /** Also those that were rendered and are no longer shown. */
  readonly rendered: readonly string[];
}

/** The stories that show a message, by its id. */
export type MessageStories = Readonly<Record<string, readonly string[]>>;

/**
 * Lists, for each message, the first stories that show it. If none does, it lists those that rendered it
 * for a while.
 *
 * @param played In the order of the stories.
 */
export function storiesByMessage(played: readonly StoryMessages[]): MessageStories {
  const shown = new Map<string, string[]>();
  const rendered = new Map<string, string[]>();
  const add = (stories: Map<string, string[]>, ids: readonly string[], story: string): void => {
    for (const id of new Set(ids)) stories.set(id, [...(stories.get(id) ?? []), story]);
  };
  for (const { story, ...ids } of played) {
    add(shown, ids.shown, story);
    add(rendered, ids.rendered, story);
  }
  const stories = new Map([...rendered, ...shown]);
  return Object.fromEntries(
    [...stories]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, stories]) => [id, stories.slice(0, LISTED)]),
  );
}

/** Reads the accepted list, locales/stories.json. */
export const readMessageStories = (): MessageStories =>
  JSON.parse(readFileSync(file, 'utf8')) as MessageStories;

export async function writeMessageStories(stories: MessageStories): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(stories), { parser: 'json', printWidth: 100 }));
}
