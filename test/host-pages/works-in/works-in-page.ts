import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { ROWS, type Row } from '../rows.js';
import type { LibraryResult, RunResults, StepResults } from './run-results.js';

/** Where the tests of a step run. */
const placeOf = (step: string): string => {
  if (step.includes('firefox')) return 'Firefox';
  if (step.includes('webkit')) return 'WebKit';
  return ['browser', 'journey', 'stories', 'walk-chromium'].includes(step) ? 'Chromium' : 'Node';
};

/** The packages of the libraries, whose versions the guide names. */
const PACKAGES = [
  '@alpinejs/morph',
  '@hotwired/turbo',
  'htmx.org',
  'idiomorph',
  'morphdom',
  'preact',
  'react',
  'solid-js',
  'vue',
] as const;

function versions(): string {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return PACKAGES.map((name) => `${name} ${devDependencies[name] ?? ''}`).join(', ');
}

const ENGINES = ['Chromium', 'Firefox', 'WebKit'] as const;

const PLACES = [...ENGINES, 'Node'] as const;

/** Writes the tables of "Works in", as Markdown. */
export function worksInPage(results: RunResults): Promise<string> {
  const text = [
    '## Libraries',
    'Each library changes a page while somebody types: the news beside the element, a help text in it, a form of the author. Real keys are pressed. The table has the cases that pass, and how often a rewrite of the page kept the digits, the selection and the focus. Where the page puts a new element in place of the old one, there is nothing to keep, and fewer cases.',
    `Tested with ${versions()}.`,
    librariesTable(results),
    '## Reports about other products',
    'Each row is a kind of fault that people reported about another product. “Now” is what our tests say.',
    rowsTable(results),
  ].join('\n\n');
  return format(text, { parser: 'markdown' });
}

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...body] = rows;
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

function librariesTable(results: RunResults): string {
  const steps = Object.entries(results);
  const names = new Set(steps.flatMap(([, { libraries }]) => Object.keys(libraries)));
  const cell = (name: string, engine: string): string =>
    steps
      .filter(([step]) => placeOf(step) === engine)
      .flatMap(([, { libraries }]) => libraries[name] ?? [])
      .map(asText)
      .join('; ') || 'not tried';
  return table([
    ['page changed by', ...ENGINES],
    ...[...names]
      .sort((one, other) => one.localeCompare(other, 'en'))
      .map((name) => [name, ...ENGINES.map((engine) => cell(name, engine))]),
  ]);
}

const asText = ({ passed, failed, kept }: LibraryResult): string =>
  [`${passed} of ${passed + failed} cases`, ...(kept === undefined ? [] : [`kept ${kept}`])].join(
    '; ',
  );

const rowsTable = (results: RunResults): string =>
  table([
    ['#', 'reports', 'what happens', 'what the elements do', 'now'],
    ...ROWS.map((row) => [
      String(row.number),
      row.reports.map(linkTo).join(', ') || '–',
      row.given,
      row.right,
      nowOf(row, results),
    ]),
  ]);

function linkTo(report: string): string {
  const [repository = '', issue = ''] = report.split('#');
  return `[${report}](https://github.com/${repository}/issues/${issue})`;
}

function nowOf({ number }: Row, results: RunResults): string {
  const found = Object.entries(results).map(
    ([step, { rows }]: [string, StepResults]) => [placeOf(step), rows[number]] as const,
  );
  const placesOf = (result: 'passes' | 'fails'): string[] =>
    PLACES.filter((place) => found.some(([one, its]) => one === place && its === result));
  const [passes, fails] = [placesOf('passes'), placesOf('fails')];
  if (fails.length > 0) return `**fails** in ${fails.join(', ')}`;
  return passes.length > 0 ? `passes in ${passes.join(', ')}` : 'no test';
}
