import { reportMisconfiguration } from './report-misconfiguration.js';
import { developmentHooks } from '../backend/http/development-hooks.js';
import { templates } from './generated/nl.js';
import { pageState, type Messages } from './page-state.js';

export type { Messages };

const messagesByOwner = pageState.messages;

/** Dispatches `change` when the messages of the page have changed. */
export const customMessages = pageState.changes;

/** Returns the page's pattern for a message, or `undefined` if it has none. */
export function customPattern(id: string): string | undefined {
  let pattern: string | undefined;
  for (const messages of messagesByOwner.values()) {
    if (Object.hasOwn(messages, id)) pattern = messages[id];
  }
  return pattern;
}

/** Returns true if the page gives most messages itself, in a language that the library may not have. */
export function coversMessages(): boolean {
  const given = new Set([...messagesByOwner.values()].flatMap(Object.keys));
  return given.size > Object.keys(templates).length / 2;
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
  const valid = Object.entries(messages).filter(([id, text]) => {
    const mistake = validate(id, text);
    if (mistake) reportMisconfiguration('messages', mistake);
    return !mistake;
  });
  return Object.fromEntries(valid);
}

/** Returns what is wrong with a message of the page, or `undefined`. */
function validate(id: string, text: unknown): string | undefined {
  if (!Object.hasOwn(templates, id)) {
    const [nearest] = developmentHooks()?.nearestNames?.(id, Object.keys(templates)) ?? [];
    const hint = nearest
      ? `Is it "${nearest}"?`
      : 'Load mfa-elements/development to see the nearest one.';
    return `There is no message "${id}". ${hint}`;
  }
  if (typeof text !== 'string' || !text.trim()) return `The message "${id}" has to be a text.`;
  const allowed = countValues(id);
  const stray = [...text.matchAll(/\{(\d+)\}/g)].find(([, index]) => Number(index) >= allowed);
  return stray ? `The message "${id}" has no ${stray[0]}: ${describeValues(allowed)}.` : undefined;
}

const describeValues = (amount: number): string =>
  amount === 0 ? 'it holds no values' : `its values are {0} to {${amount - 1}}`;

function countValues(id: string): number {
  const template: unknown = (templates as Readonly<Record<string, unknown>>)[id];
  return typeof template === 'object' && template !== null && 'values' in template
    ? (template.values as readonly unknown[]).length
    : 0;
}
