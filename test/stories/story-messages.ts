import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const file = fileURLToPath(new URL('../../locales/stories.json', import.meta.url));

/** Stories that are told of one message: enough to see it, and to see it again elsewhere. */
const TOLD = 3;

/** The messages of one story that was played. */
export interface StoryMessages {
  readonly story: string;
  readonly shown: readonly string[];
  /** Also those that were asked for and then not shown. */
  readonly asked: readonly string[];
}

/** The stories that show a message, by the id of the message. */
export type MessageStories = Readonly<Record<string, readonly string[]>>;

/**
 * Tells of each message the first stories that show it; those that only ask for it when none does.
 *
 * @param played in the order of the stories
 */
export function storiesByMessage(played: readonly StoryMessages[]): MessageStories {
  const shown = new Map<string, string[]>();
  const asked = new Map<string, string[]>();
  const tell = (stories: Map<string, string[]>, ids: readonly string[], story: string): void => {
    for (const id of new Set(ids)) stories.set(id, [...(stories.get(id) ?? []), story]);
  };
  for (const { story, ...ids } of played) {
    tell(shown, ids.shown, story);
    tell(asked, ids.asked, story);
  }
  const told = new Map([...asked, ...shown]);
  return Object.fromEntries(
    [...told]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, stories]) => [id, stories.slice(0, TOLD)]),
  );
}

/** What was accepted: locales/stories.json. */
export const readMessageStories = (): MessageStories =>
  JSON.parse(readFileSync(file, 'utf8')) as MessageStories;

export async function writeMessageStories(stories: MessageStories): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(stories), { parser: 'json', printWidth: 100 }));
}
