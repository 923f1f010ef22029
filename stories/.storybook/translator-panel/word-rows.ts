import { customPattern } from '../../../src/localization/custom-messages.js';
import { clipped } from '../../message-inspector/clipped-texts.js';
import {
  placedMessages,
  type PlacedMessage,
  type Stretch,
} from '../../message-inspector/placed-messages.js';
import type { TranslatedMessage } from './locale-data.js';

/** From how many times the English on a translation is looked at: German seldom needs as much. */
const LONG = 1.6;

/** Lines of a button that are too many. */
const LINES = 3;

/** One message of the picture, as the panel lists it. */
export interface WordRow {
  /** As on the picture; counted in reading order. */
  readonly number: number;
  readonly id: string;
  readonly note: string;
  readonly source: string;
  /** As the page shows it, with `{0}` where values go. */
  readonly pattern: string;
  /** It is read out, and not seen. */
  readonly isHeard: boolean;
  /** What a translator has to do about it; nothing when it is right. */
  readonly complaint?: string;
  /** By locale. */
  readonly targets: Readonly<Record<string, string>>;
  readonly lines: Readonly<Record<string, number>>;
}

/** A row with every place where its message stands. */
export interface PlacedRow extends WordRow {
  readonly places: readonly PlacedMessage[];
}

/**
 * The messages of a picture, each once, with what is wrong with it.
 *
 * @param locale The page's; undefined for English and what is made of it, which nobody translates.
 * @param translated What translators have of a message.
 */
export async function wordRows(
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
    const complaint = (isOwn ? undefined : wrongWords(message, locale)) ?? wrongFit(source, places);
    return {
      number: index + 1,
      ...{ id, note, source, targets, lines, places },
      pattern: places[0]?.pattern ?? '',
      isHeard: places.every(({ stretches }) => stretches.every(isUnseen)),
      ...(complaint && { complaint }),
    };
  });
}

function wrongWords(message: TranslatedMessage | undefined, locale: string): string | undefined {
  if (!message) return 'Not in the files yet: run npm run locales';
  const { source, targets, stale } = message;
  const target = targets[locale];
  if (target === undefined) return 'Not translated yet: other words show in its place';
  const [wanted, found] = [valuesIn(source), valuesIn(target)];
  if (wanted !== found) return `Other values: the English has ${wanted}, the translation ${found}`;
  return stale.includes(locale) ? 'The English has changed since it was translated' : undefined;
}

const valuesIn = (pattern: string): string =>
  (pattern.match(/\{\d+\}/g) ?? ['none']).sort().join(' ');

function wrongFit(source: string, places: readonly PlacedMessage[]): string | undefined {
  for (const { pattern, stretches } of places) {
    for (const stretch of stretches) {
      const wrong = clipped(stretch.node);
      if (wrong) return `Does not fit: ${wrong}`;
    }
    const button = stretches[0]?.node.parentElement?.closest('button');
    const lines = new Set(stretches.flatMap(rectsOf).map(({ top }) => Math.round(top))).size;
    if (button && lines >= LINES && pattern.length > LONG * source.length) {
      return `Too long for a button: ${lines} lines, ${times(source, pattern)} times the English`;
    }
  }
  return undefined;
}

/** How many times as long as its English a translation is, to one digit. */
const times = (source: string, pattern: string): string =>
  (pattern.length / Math.max(1, source.length)).toFixed(1);

/** Where a part of a text is in the window. */
export function rectsOf({ node, start, end }: Stretch): readonly DOMRect[] {
  if (!node.isConnected || node.length < end) return [];
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
}

const isUnseen = (stretch: Stretch): boolean => rectsOf(stretch).length === 0;
