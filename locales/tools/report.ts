import type { UpdatedLocale } from './update-locale.js';

/** The columns of the table, and the titles of the lists below it. */
const LISTS = {
  missing: ['missing', 'missing'],
  stale: ['stale', 'stale: the English has changed'],
  wrong: ['wrong placeholders', 'wrong placeholders'],
} as const satisfies Partial<
  Record<keyof UpdatedLocale, readonly [heading: string, title: string]>
>;

const COLUMNS = Object.keys(LISTS) as readonly (keyof typeof LISTS)[];

const HEADINGS = ['locale', 'translated', ...COLUMNS.map((column) => LISTS[column][0])];

/** A table of the locales, and below it the ids of the messages that need a translator. */
export function report(locales: ReadonlyMap<string, UpdatedLocale>): string {
  const rows = [...locales].map(([locale, updated]) => [
    locale,
    `${updated.units.length - updated.missing.length} of ${updated.units.length}`,
    ...COLUMNS.map((column) => String(updated[column].length)),
  ]);
  return [...table([HEADINGS, ...rows]), ...[...locales].flatMap(listsOf)].join('\n');
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}

const listsOf = ([locale, updated]: readonly [string, UpdatedLocale]): readonly string[] =>
  COLUMNS.filter((column) => updated[column].length > 0).flatMap((column) => [
    '',
    `${locale}, ${LISTS[column][1]}:`,
    ...updated[column].map((name) => `  ${name}`),
  ]);
