import { reportMisconfiguration } from './report-misconfiguration.js';
import { messageCount } from './generated/message-count.js';
import { pageState, type Messages } from './page-state.js';

export type { Messages };

const messagesByOwner = pageState.messages;

/** Dispatches `change` when the messages of the page have changed. */
export const customMessages = pageState.changes;

/**
 * Returns the page's pattern for a message, or `undefined` if it has none that can be shown.
 *
 * @param values The number of values of the message. A pattern with more of them is not used.
 */
export function customPattern(id: string, values = Infinity): string | undefined {
  let pattern: string | undefined;
  for (const messages of messagesByOwner.values()) {
    if (Object.hasOwn(messages, id)) pattern = messages[id];
  }
  return pattern === undefined || strayValue(pattern, values) ? undefined : pattern;
}

/** Returns the first of `{0}`, `{1}` in a pattern that is none of so many values. */
export const strayValue = (pattern: string, values: number): string | undefined =>
  pattern.match(/\{\d+\}/g)?.find((place) => Number(place.slice(1, -1)) >= values);

/** Returns true if the page gives most messages itself, in a language that the library may not have. */
export function coversMessages(): boolean {
  const given = new Set([...messagesByOwner.values()].flatMap(Object.keys));
  return given.size > messageCount / 2;
}

/**
 * Replaces single messages. A page has one set of messages, as it has one locale: they apply to all
 * elements on the page and to every locale.
 *
 * If a message is invalid, the console shows why, and the message of the library stays.
 *
 * @example
 * ```ts
 * setMessages({ 'challenge.code.heading': 'Enter your portal code' });
 * ```
 *
 * @param messages Messages by id. `undefined` removes those of this owner.
 * @param owner The owner of the messages. An element owns its messages until it is removed.
 */
export function setMessages(messages: Messages | undefined, owner: object = customMessages): void {
  const valid = messages ? validMessages(messages) : undefined;
  const had = messagesByOwner.delete(owner);
  if (valid) messagesByOwner.set(owner, valid);
  if (valid || had) customMessages.dispatchEvent(new Event('change'));
}

function validMessages(messages: Messages): Messages {
  const valid = Object.entries(messages).filter(([id, text]: [string, unknown]) => {
    const isText = typeof text === 'string' && text.trim() !== '';
    if (!isText) reportMisconfiguration('messages', `The message "${id}" has to be a text.`);
    return isText;
  });
  // What is wrong otherwise shows only in the console, which nothing waits for.
  void import('./report-message-mistakes.js').then(
    ({ reportMessageMistakes }) => reportMessageMistakes(valid),
    () => undefined,
  );
  return Object.fromEntries(valid);
}
