/** What the tests of attacks count, as README and SECURITY.md show it. */
export const COUNT_ROWS = {
  canaries:
    'leaks made on purpose, five secrets in each way out of the elements, each found by the search for secrets',
  'element-acts':
    'random acts on the elements in a browser, each followed by a check of what must always hold',
  'matrix-cells':
    'operations in the elements, each answered by a fault of the server or the network (test/faults/matrix.md)',
  'flow-acts': 'random acts on the flows, each followed by a check of what must always hold',
} as const satisfies Readonly<Record<string, string>>;

type Row = keyof typeof COUNT_ROWS;

/** The name of a count: that of its row, or a part of it. The row shows the sum of its parts. */
export type CountName = Row | `${Row}/${string}`;

/** Returns the name of the row that a count is part of. */
export const rowOf = (name: string): string => name.replace(/\/.*/, '');

/** Writes the counts as a table, as Markdown. */
export function countsTable(counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(COUNT_ROWS).map(([row, what]) => {
    const parts = Object.entries(counts).filter(([name]) => rowOf(name) === row);
    const sum = parts.reduce((total, [, count]) => total + count, 0);
    return `| ${sum.toLocaleString('en')} | ${what} |`;
  });
  return ['| count | of |', '| ---: | --- |', ...rows].join('\n');
}
