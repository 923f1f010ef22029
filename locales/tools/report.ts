import type { UpdatedLocale } from './update-locale.js';

/** What is kept apart in the table and named below it. */
const LISTS = {
  missing: 'missing',
  stale: 'stale: the English has changed',
  wrong: 'wrong placeholders',
  restored: 'back: the message is in the code again',
  renamed: 'renamed',
} as const satisfies Partial<Record<keyof UpdatedLocale, string>>;

const HEADINGS = ['locale', 'translated', 'missing', 'stale', 'wrong placeholders', 'kept aside'];

/** How the locales are, as a table, and below it by name what a translator has to look at. */
export function report(locales: ReadonlyMap<string, UpdatedLocale>): string {
  const rows = [...locales].map(([locale, { units, missing, stale, wrong, removed }]) => [
    locale,
    `${units.length - missing.length} of ${units.length}`,
    ...[missing.length, stale.length, wrong.length, Object.keys(removed).length].map(String),
  ]);
  return [...table([HEADINGS, ...rows]), ...[...locales].flatMap(namesOf)].join('\n');
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

function namesOf([locale, updated]: readonly [string, UpdatedLocale]): readonly string[] {
  const lists = Object.entries(LISTS).map(
    ([key, title]) => [title, updated[key as keyof typeof LISTS]] as const,
  );
  const kept = ['kept aside: no longer in the code', Object.keys(updated.removed)] as const;
  return [...lists, kept]
    .filter(([, names]) => names.length > 0)
    .flatMap(([title, names]) => ['', `${locale}, ${title}:`, ...names.map((name) => `  ${name}`)]);
}
