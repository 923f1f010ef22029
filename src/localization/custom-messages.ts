import { reportMisconfiguration } from './report-misconfiguration.js';
import { developmentHooks } from '../backend/http/development-hooks.js';
import { templates } from './generated/nl.js';

/**
 * A page's own words: by message id, with `{0}`, `{1}` where values go. The ids, with what each says
 * and where it stands, are in Storybook and in `locales/nl.xlf`.
 */
export type Messages = Readonly<Record<string, string>>;

/** Who gave which words; the last one goes first. */
const given = new Map<object, Messages>();

/** Raised here when the page's own words have changed. */
export const customMessages = new EventTarget();

/** What the page says in place of a message; `undefined` when it says nothing. */
export function customPattern(id: string): string | undefined {
  let pattern: string | undefined;
  for (const messages of given.values()) {
    if (Object.hasOwn(messages, id)) pattern = messages[id];
  }
  return pattern;
}

/**
 * Says single messages in the page's own words. There is one set of words a page, as there is one
 * locale: they go for every tag on it, and for every locale.
 *
 * What is wrong with a message is told in the console, and our own words stay.
 *
 * @param messages By message id; `undefined` takes back what this owner gave.
 * @param owner Whose words they are; a tag gives its own and takes them along when it is removed.
 */
export function setMessages(messages: Messages | undefined, owner: object = customMessages): void {
  const right = messages ? rightOnes(messages) : undefined;
  const had = given.delete(owner);
  if (right) given.set(owner, right);
  if (right || had) customMessages.dispatchEvent(new Event('change'));
}

function rightOnes(messages: Messages): Messages {
  const right = Object.entries(messages).filter(([id, text]) => {
    const wrong = complaint(id, text);
    if (wrong) reportMisconfiguration('messages', wrong);
    return !wrong;
  });
  return Object.fromEntries(right);
}

/** What is wrong with the words for a message, and what to do. */
function complaint(id: string, text: unknown): string | undefined {
  if (!Object.hasOwn(templates, id)) {
    const [nearest] = developmentHooks()?.nearestNames?.(id, Object.keys(templates)) ?? [];
    const hint = nearest ? `Is it "${nearest}"?` : 'The ids are in locales/nl.xlf.';
    return `There is no message "${id}". ${hint}`;
  }
  if (typeof text !== 'string' || !text.trim()) return `The message "${id}" has to be a text.`;
  const allowed = placeholders(id);
  const stray = [...text.matchAll(/\{(\d+)\}/g)].find(([, index]) => Number(index) >= allowed);
  return stray ? `The message "${id}" has no ${stray[0]}: ${valuesOf(allowed)}.` : undefined;
}

const valuesOf = (amount: number): string =>
  amount === 0 ? 'it holds no values' : `its values are {0} to {${amount - 1}}`;

/** How many values a message has. */
function placeholders(id: string): number {
  const template: unknown = (templates as Readonly<Record<string, unknown>>)[id];
  return typeof template === 'object' && template !== null && 'values' in template
    ? (template.values as readonly unknown[]).length
    : 0;
}
