import { fill, setMessageTransform, type TransformedMessage } from '../../src/localization/msg.js';
import { customPattern } from '../../src/localization/custom-messages.js';
import { markText } from './message-marks.js';

/** A message that an element rendered, with its text. */
export interface RenderedMessage extends TransformedMessage {
  readonly text: string;
}

/** Changes a pattern as a pseudo-locale does. */
export type PseudoLocale = (pattern: string) => string;

let pseudoLocale: PseudoLocale | undefined;
let translationOf: ((id: string) => string | undefined) | undefined;
let isMarking = false;
let story: object | undefined;
/** The messages since the story began, by id and text: a countdown has many texts. */
const rendered = new Map<string, RenderedMessage>();
const marked: RenderedMessage[] = [];

setMessageTransform((message) => {
  // The page's own messages take precedence over translations.
  const translated = customPattern(message.id) ?? translationOf?.(message.id) ?? message.pattern;
  const pattern = pseudoLocale?.(translated) ?? translated;
  const text = fill(pattern, message.values);
  if (isMarking) return markText(marked.push({ ...message, pattern, text }) - 1, text);
  rendered.set(`${message.id} ${text}`, { ...message, pattern, text });
  return text;
});

/** Changes every message as a pseudo-locale does. `undefined` shows the translations. */
export function setPseudoLocale(wanted: PseudoLocale | undefined): void {
  pseudoLocale = wanted;
}

/** Takes translations from a function. If it returns `undefined`, that of the built library is used. */
export function setTranslations(wanted: typeof translationOf): void {
  translationOf = wanted;
}

/**
 * Forgets the messages of the story before, unless this story began already.
 *
 * @param which An object that identifies one story from its begin to its end.
 */
export function beginStory(which: object): void {
  if (which === story) return;
  story = which;
  rendered.clear();
}

/** The messages that were rendered since the story began, in that order. */
export const renderedMessages = (): readonly RenderedMessage[] => [...rendered.values()];

/** The message with this number in its marks. */
export const markedMessage = (mark: number): RenderedMessage | undefined => marked[mark];

/** Marks every message that is rendered while a function runs. */
export async function withMarks<Result>(run: () => Promise<Result>): Promise<Result> {
  marked.length = 0;
  isMarking = true;
  try {
    return await run();
  } finally {
    isMarking = false;
  }
}
