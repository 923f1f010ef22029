import { textOf, textsAndAttributesIn } from './flat-tree.js';
import { readMarks } from './message-marks.js';
import {
  renderedMessages,
  markedMessage,
  withMarks,
  type RenderedMessage,
} from './rendered-messages.js';
import { renderMessages } from './render-messages.js';

/** Part of a text on the page. */
export interface TextRange {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A message, and its place on the page. */
export interface PlacedMessage extends RenderedMessage {
  /** The element in which the message begins, or that has the attribute. */
  readonly element: Element;
  /** More than one if there is an element in the sentence; none for an attribute. */
  readonly ranges: readonly TextRange[];
  readonly attribute?: string;
}

/** Names a text node by its position, since rendering again may replace the node. */
interface MarkedRange {
  readonly parent: Node;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface Found extends Omit<PlacedMessage, 'ranges'> {
  readonly ranges: MarkedRange[];
}

/**
 * Finds the messages on the page, in reading order, each as often as it appears.
 *
 * For a moment every message is rendered between invisible marks. They tell for each character to which
 * message it belongs, even if two messages have the same text. A field that shows an error takes the
 * marked error for a new one, so the ids that link it to the input may differ afterwards.
 */
export async function placedMessages(root: Element): Promise<readonly PlacedMessage[]> {
  let found: readonly Found[];
  try {
    found = await withMarks(async () => {
      await renderMessages();
      return findMarked(root);
    });
  } finally {
    await renderMessages();
  }
  const placed = found.map((message) => ({
    ...message,
    ranges: message.ranges.flatMap(unmarked),
  }));
  return [...placed, ...unmarkedMessagesIn(root, placed)];
}

function findMarked(root: Element): readonly Found[] {
  const found: Found[] = [];
  /** The messages that have begun and not ended: a message may be the value of another. */
  const open: Found[] = [];
  const begin = (number: number, place: Omit<Found, keyof RenderedMessage>, into: Found[]) => {
    const message = markedMessage(number);
    if (!message) return;
    const begun = { ...message, ...place };
    found.push(begun);
    into.push(begun);
  };
  for (const item of textsAndAttributesIn(root)) {
    const { element } = item;
    if ('attribute' in item) {
      for (const { number } of readMarks(textOf(item)).marks) {
        const { attribute } = item;
        if (number !== undefined) begin(number, { element, ranges: [], attribute }, []);
      }
      continue;
    }
    const { text, marks } = readMarks(textOf(item));
    const parent = item.node.parentNode;
    if (!parent) continue;
    const index = [...parent.childNodes].indexOf(item.node);
    let start = 0;
    const read = (end: number) => {
      if (end > start) for (const { ranges } of open) ranges.push({ parent, index, start, end });
      start = end;
    };
    for (const { number, at } of marks) {
      read(at);
      if (number === undefined) open.pop();
      else begin(number, { element, ranges: [] }, open);
    }
    read(text.length);
  }
  return found;
}

const unmarked = ({ parent, index, start, end }: MarkedRange): TextRange[] => {
  const node = parent.childNodes[index];
  return node instanceof Text && node.length >= end ? [{ node, start, end }] : [];
};

/** Finds messages that are rendered once and stay until the next input, such as the error of a field. */
function unmarkedMessagesIn(root: Element, placed: readonly PlacedMessage[]): PlacedMessage[] {
  const nodes = new Set(placed.flatMap(({ ranges }) => ranges.map(({ node }) => node)));
  const byText = new Map(renderedMessages().map((message) => [message.text, message]));
  return [...textsAndAttributesIn(root)].flatMap((item) => {
    if (!('node' in item) || nodes.has(item.node)) return [];
    const { element, node } = item;
    const message = byText.get(node.data.trim());
    return message ? [{ ...message, element, ranges: [{ node, start: 0, end: node.length }] }] : [];
  });
}
