import { customPattern } from '../../../src/localization/custom-messages.js';
import { clipped } from '../../message-inspector/clipped-texts.js';
import {
  placedMessages,
  type PlacedMessage,
  type TextRange,
} from '../../message-inspector/placed-messages.js';
import type { TranslatedMessage } from './locale-data.js';

/** A longer translation, in lengths of its English, is reported: German seldom needs as much. */
const LONG = 1.6;

/** A button with as many lines is reported. */
const TOO_MANY_LINES = 3;

/** One message of the picture, as the panel lists it. */
export interface MessageRow {
  /** Its number on the picture, in reading order. */
  readonly number: number;
  readonly id: string;
  readonly note: string;
  readonly source: string;
  /** The text that the page shows, with `{0}` for values. */
  readonly pattern: string;
  /** Only a screen reader reads it. */
  readonly isUnseen: boolean;
  /** The faults that a translator has to repair. */
  readonly complaint?: string;
  /** By locale. */
  readonly targets: Readonly<Record<string, string>>;
  readonly lines: Readonly<Record<string, number>>;
}

/** A row with every place of its message. */
export interface PlacedRow extends MessageRow {
  readonly places: readonly PlacedMessage[];
}

/**
 * Lists the messages of a picture, each once, with its fault.
 *
 * @param locale The locale of the page. `undefined` for English and pseudo-locales, which nobody translates.
 * @param translated Finds a message in the translators' files.
 */
export async function messageRows(
  root: Element,
  locale: string | undefined,
  translated: (id: string) => TranslatedMessage | undefined,
): Promise<readonly PlacedRow[]> {
  const byId = new Map<string, PlacedMessage[]>();
  for (const place of await placedMessages(root)) {
    byId.set(place.id, [...(byId.get(place.id) ?? []), place]);
  }
  return [...byId].map(([id, places], index) => {
    const message = translated(id);
    const { note = '', source = '', targets = {}, lines = {} } = message ?? {};
    const isOwn = locale === undefined || customPattern(id) !== undefined;
    const complaint =
      (isOwn ? undefined : translationFault(message, locale)) ?? layoutFault(source, places);
    return {
      number: index + 1,
      ...{ id, note, source, targets, lines, places },
      pattern: places[0]?.pattern ?? '',
      isUnseen: places.every(({ ranges }) => ranges.every(hasNoRects)),
      ...(complaint && { complaint }),
    };
  });
}

function translationFault(
  message: TranslatedMessage | undefined,
  locale: string,
): string | undefined {
  if (!message) return 'Not in the files yet: run npm run locales';
  const { source, targets, stale } = message;
  const target = targets[locale];
  if (target === undefined) return 'Not translated yet: another language shows instead';
  const [wanted, found] = [valuesIn(source), valuesIn(target)];
  if (wanted !== found) return `Other values: the English has ${wanted}, the translation ${found}`;
  return stale.includes(locale) ? 'The English has changed since it was translated' : undefined;
}

const valuesIn = (pattern: string): string =>
  (pattern.match(/\{\d+\}/g) ?? ['none']).sort().join(' ');

function layoutFault(source: string, places: readonly PlacedMessage[]): string | undefined {
  for (const { pattern, ranges } of places) {
    for (const range of ranges) {
      const wrong = clipped(range.node);
      if (wrong) return `Does not fit: ${wrong}`;
    }
    const button = ranges[0]?.node.parentElement?.closest('button');
    const lines = new Set(ranges.flatMap(rectsOf).map(({ top }) => Math.round(top))).size;
    if (button && lines >= TOO_MANY_LINES && pattern.length > LONG * source.length) {
      return `Too long for a button: ${lines} lines, ${times(source, pattern)} times the English`;
    }
  }
  return undefined;
}

/** The length of a translation in lengths of its English, to one digit. */
const times = (source: string, pattern: string): string =>
  (pattern.length / Math.max(1, source.length)).toFixed(1);

/** The boxes of a part of a text in the window. */
export function rectsOf({ node, start, end }: TextRange): readonly DOMRect[] {
  if (!node.isConnected || node.length < end) return [];
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
}

const hasNoRects = (range: TextRange): boolean => rectsOf(range).length === 0;
