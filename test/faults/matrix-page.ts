import { format, resolveConfig } from 'prettier';
import { OPERATIONS } from '../../src/backend/operations.js';
import type { Cell } from './cells.js';
import type { Expected } from './expected.js';
import { FAULTS } from './fault-list.js';
import type { Observed, WentOn } from './observed.js';
import { PLACE_NAMES, placeOf, type PlaceName } from './places.js';
import { tellingOf } from './told.js';

/** A cell as it was played, and found to be as expected. */
export interface JudgedCell {
  readonly cell: Cell;
  readonly expected: Expected;
  readonly observed: Observed;
  readonly wentOn: WentOn;
}

const COLUMNS = [
  'the server said',
  'and had',
  'a person reads',
  'the focus is on',
  'kept',
  'what leads on',
] as const;

/** What a person reads, without times that tick and without the reasons of a refused code. */
function readsIn({ cell, expected, observed }: JudgedCell): string {
  const { messages, heading, lead } = tellingOf(expected.told, cell.place, expected);
  const sentences = messages.map((sentence) => {
    if (typeof sentence === 'string') return sentence;
    const isCountdown = observed.isWaiting;
    return isCountdown ? '(a countdown)' : '(why the code may be wrong)';
  });
  const read = [
    ...(heading === undefined ? [] : [`**${heading}**`]),
    ...(lead === undefined ? [] : [lead]),
    ...sentences,
  ];
  return read.length > 0 ? read.join('<br>') : '–';
}

const FOCUSED: Readonly<Record<string, string>> = {
  field: 'the field',
  heading: 'the heading',
  nothing: 'nothing: the page was only opened',
};

const focusIn = ({ observed: { focus } }: JudgedCell): string =>
  FOCUSED[focus] ?? `the button \`${focus}\``;

function keptIn({ observed: { field, hasQr } }: JudgedCell): string {
  const kept = [
    ...(field === undefined || field === '' ? [] : ['what was typed']),
    ...(hasQr ? ['the QR code'] : []),
  ];
  return kept.join(', ') || '–';
}

const ENDS: Readonly<Record<WentOn['end'], string>> = {
  goal: 'it succeeds',
  'sign-in': 'the link to sign in',
  stuck: 'nothing',
};

const wayIn = ({ wentOn: { acts, end } }: JudgedCell): string => [...acts, ENDS[end]].join(' → ');

function doneIn({ cell: { place, moment, endsSession } }: JudgedCell): string {
  const isChange = OPERATIONS[placeOf(place).operation].changes !== 'never';
  const done = moment === 'after' ? 'done it' : 'not done it';
  const parts = [...(isChange ? [done] : []), ...(endsSession ? ['ended the session'] : [])];
  return parts.join(', ') || '–';
}

const saidIn = ({ cell: { fault, afterwards } }: JudgedCell): string =>
  afterwards === undefined ? `\`${fault}\`` : `\`${fault}\`, then \`${afterwards}\``;

/** Groups items by a key, in the order in which the keys appear. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The faults of each sort, by what they say. */
const SORTS = groupBy(Object.entries(FAULTS), ([, { said }]) => said);

/** The names of the faults of a row; a sort of which all are in the row is named as a whole. */
function faultsIn(row: readonly JudgedCell[], section: readonly JudgedCell[]): string {
  const isPlain = ({ cell }: JudgedCell) => cell.afterwards === undefined;
  const names = new Set(row.filter(isPlain).map(({ cell }) => cell.fault));
  const played = new Set(
    section
      .filter((judged) => isPlain(judged) && sharesMoment(judged, row))
      .map(({ cell }) => cell.fault),
  );
  const sorts = [...SORTS].flatMap(([said, faults]) => {
    const ofSort = faults.map(([name]) => name).filter((name) => played.has(name));
    const isWhole =
      said !== 'refused' && ofSort.length > 1 && ofSort.every((name) => names.has(name));
    if (!isWhole) return [];
    for (const name of ofSort) names.delete(name);
    return [`every *${said}*`];
  });
  const lookedUp = row.filter((judged) => !isPlain(judged)).map(saidIn);
  return [...sorts, ...[...names].map((name) => `\`${name}\``), ...lookedUp].join('; ');
}

const sharesMoment = (judged: JudgedCell, [first]: readonly JudgedCell[]): boolean =>
  first !== undefined && doneIn(judged) === doneIn(first);

/** Puts the faults that are told in the same way into one row. */
function rowsOf(section: readonly JudgedCell[]): string[] {
  const rows = groupBy(section, (judged) =>
    [doneIn, readsIn, focusIn, keptIn, wayIn].map((read) => read(judged)).join(' | '),
  );
  return [...rows].map(([rest, row]) => `| ${faultsIn(row, section)} | ${rest} |`);
}

const tableOf = (columns: readonly string[], rows: readonly string[]): string =>
  [
    '<!-- prettier-ignore-start -->',
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '<!-- prettier-ignore-end -->',
  ].join('\n');

const sectionOf = (place: PlaceName, cells: readonly JudgedCell[]): string =>
  [`## ${place}`, `${cells.length} cells.`, tableOf(COLUMNS, rowsOf(cells))].join('\n\n');

const faultsTable = (): string =>
  tableOf(
    ['the server says', 'as'],
    [...SORTS].map(
      ([said, faults]) => `| *${said}* | ${faults.map(([name]) => `\`${name}\``).join(', ')} |`,
    ),
  );

const INTRODUCTION = `# The matrix of faults

Written by \`test/faults/matrix.test.ts\`: every operation, in the elements where a person meets it, answered in the
ways in which a server or the network before it misbehaves. What an answer says is explained in \`fault.ts\`. The main
place of an operation gets every fault; the others get one of each sort (\`cells.ts\`). A device that is offline is in
\`test/backend/http/lost-responses.test.ts\`.

The sentences are those that a person reads in Dutch. What leads on is what a person does after the fault is over.
\`expected.ts\` has the rules of what each cell has to be.`;

/** Writes the matrix as a page, in Markdown. */
export async function matrixPage(cells: readonly JudgedCell[], file: string): Promise<string> {
  const sections = PLACE_NAMES.map((place) =>
    sectionOf(
      place,
      cells.filter(({ cell }) => cell.place === place),
    ),
  );
  const options = { ...(await resolveConfig(file)), parser: 'markdown' };
  return format(`${[INTRODUCTION, faultsTable(), ...sections].join('\n\n')}\n`, options);
}
