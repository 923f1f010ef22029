import { setMessageTransform, type TransformedMessage } from '../../src/localization/msg.js';
import { customPattern } from '../../src/localization/custom-messages.js';
import { marked } from './marked-messages.js';

/** A message that was asked for, and the text that came of it. */
export interface Passed extends TransformedMessage {
  readonly text: string;
}

/** What a pseudo-locale makes of a pattern; in a real locale, itself. */
export type Style = (pattern: string) => string;

const asTranslated: Style = (pattern) => pattern;

let style = asTranslated;
let translationOf: ((id: string) => string | undefined) | undefined;
let marks = false;
let story: object | undefined;
/** What was asked for since the story began, by id and text: a wait that ticks has many texts. */
const passed = new Map<string, Passed>();
const numbered: Passed[] = [];

const fill = (pattern: string, values: readonly string[]): string =>
  pattern.replaceAll(/\{(\d+)\}/g, (placeholder, index) => values[Number(index)] ?? placeholder);

setMessageTransform((message) => {
  // A page's own words go before any translation.
  const translated = customPattern(message.id) ?? translationOf?.(message.id) ?? message.pattern;
  const pattern = style(translated);
  const text = fill(pattern, message.values);
  if (marks) return marked(numbered.push({ ...message, pattern, text }) - 1, text);
  passed.set(`${message.id} ${text}`, { ...message, pattern, text });
  return text;
});

/** Lets a pseudo-locale make of every message what it will; without one, all is as it was translated. */
export function setStyle(wanted: Style | undefined): void {
  style = wanted ?? asTranslated;
}

/** Takes translations from somewhere else than the built library, as far as they are there. */
export function setTranslations(wanted: typeof translationOf): void {
  translationOf = wanted;
}

/**
 * Forgets what was asked for, unless this story began before.
 *
 * @param which An object that is one story's, from its beginning to its end.
 */
export function beginStory(which: object): void {
  if (which === story) return;
  story = which;
  passed.clear();
}

/** What was asked for since the story began, in that order. */
export const renderedMessages = (): readonly Passed[] => [...passed.values()];

/** The message that a mark in a text stands for. */
export const passedUnder = (mark: number): Passed | undefined => numbered[mark];

/** Puts every message that passes meanwhile between marks. */
export async function withMarks<Result>(act: () => Promise<Result>): Promise<Result> {
  numbered.length = 0;
  marks = true;
  try {
    return await act();
  } finally {
    marks = false;
  }
}
