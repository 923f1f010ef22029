import { wordingsIn, type Wording } from './flat-tree.js';
import { readMarks } from './marked-messages.js';
import { renderedMessages, passedUnder, withMarks, type Passed } from './rendered-messages.js';
import { renderMessages } from './render-messages.js';

/** A part of a text on the page. */
export interface Stretch {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** A message, and where it stands. */
export interface PlacedMessage extends Passed {
  /** The element in which it begins; for an attribute, the one that has it. */
  readonly element: Element;
  /** More than one where an element stands in the sentence; none for an attribute. */
  readonly stretches: readonly Stretch[];
  readonly attribute?: string;
}

/** A text node by its place, since a text that is written again may be a new node. */
interface MarkedStretch {
  readonly parent: Node;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface Found extends Omit<PlacedMessage, 'stretches'> {
  readonly stretches: MarkedStretch[];
}

/**
 * The messages that stand on the page now, in reading order, each as often as it stands there.
 *
 * For an instant every message is on the page between invisible marks: so it is known of each letter
 * which message it belongs to, also where two messages say the same. A field whose error shows takes
 * it for a new one, so what ties it to the input may differ afterwards.
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
    stretches: message.stretches.flatMap(unmarked),
  }));
  return [...placed, ...standingIn(root, placed)];
}

function findMarked(root: Element): readonly Found[] {
  const found: Found[] = [];
  /** The messages in which the reading stands: a message may be the value of another. */
  const open: Found[] = [];
  const begin = (number: number, place: Omit<Found, keyof Passed>, into: Found[]) => {
    const message = passedUnder(number);
    if (!message) return;
    const begun = { ...message, ...place };
    found.push(begun);
    into.push(begun);
  };
  for (const wording of wordingsIn(root)) {
    const { element } = wording;
    if ('attribute' in wording) {
      for (const { number } of readMarks(textOf(wording)).marks) {
        const { attribute } = wording;
        if (number !== undefined) begin(number, { element, stretches: [], attribute }, []);
      }
      continue;
    }
    const { text, marks } = readMarks(textOf(wording));
    const parent = wording.node.parentNode;
    if (!parent) continue;
    const index = [...parent.childNodes].indexOf(wording.node);
    let start = 0;
    const read = (end: number) => {
      if (end > start)
        for (const { stretches } of open) stretches.push({ parent, index, start, end });
      start = end;
    };
    for (const { number, at } of marks) {
      read(at);
      if (number === undefined) open.pop();
      else begin(number, { element, stretches: [] }, open);
    }
    read(text.length);
  }
  return found;
}

const textOf = (wording: Wording): string =>
  'node' in wording ? wording.node.data : (wording.element.getAttribute(wording.attribute) ?? '');

const unmarked = ({ parent, index, start, end }: MarkedStretch): Stretch[] => {
  const node = parent.childNodes[index];
  return node instanceof Text && node.length >= end ? [{ node, start, end }] : [];
};

/** What was said once and stands until the person's next act, such as an error at a field: it has no marks. */
function standingIn(root: Element, placed: readonly PlacedMessage[]): PlacedMessage[] {
  const nodes = new Set(placed.flatMap(({ stretches }) => stretches.map(({ node }) => node)));
  const byText = new Map(renderedMessages().map((message) => [message.text, message]));
  return [...wordingsIn(root)].flatMap((wording) => {
    if (!('node' in wording) || nodes.has(wording.node)) return [];
    const { element, node } = wording;
    const message = byText.get(node.data.trim());
    return message
      ? [{ ...message, element, stretches: [{ node, start: 0, end: node.length }] }]
      : [];
  });
}
