import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RECORDS } from '../../tools/record-tests.mjs';

/** What a run says of a library: whether all cases passed, and what the count found. */
export interface LibraryResult {
  readonly passed: number;
  readonly failed: number;
  /** For instance `digits 200 of 200, selection 200 of 200, focus 200 of 200`. */
  readonly kept?: string;
}

/** What the tests of one step of `npm test` say. */
export interface StepResults {
  /** The result of each row that has a test in this step, by number. */
  readonly rows: Readonly<Record<string, 'passes' | 'fails'>>;
  readonly libraries: Readonly<Record<string, LibraryResult>>;
}

/** The results of steps, by their names. */
export type RunResults = Readonly<Record<string, StepResults>>;

interface TestNames {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

const rowsIn = (name: string): string[] =>
  [...name.matchAll(/\(host pages? ([\d, and]+)\)/g)].flatMap(
    ([, numbers = '']) => numbers.match(/\d+/g) ?? [],
  );

const LIBRARY = /a page (?:changed|replaced) by (.+?) > ([^:]*)(?:: (digits .+))?/;

/** Reads the results out of the names of tests. */
export function resultsOf({ passed, failed }: TestNames): StepResults {
  const rows: Record<string, 'passes' | 'fails'> = {};
  const libraries: Record<string, LibraryResult> = {};
  const add = (name: string, result: 'passes' | 'fails'): void => {
    for (const row of rowsIn(name)) rows[row] = result;
    const [, library, , kept] = LIBRARY.exec(name) ?? [];
    if (library === undefined) return;
    const {
      passed: passes,
      failed: fails,
      ...rest
    } = libraries[library] ?? { passed: 0, failed: 0 };
    libraries[library] = {
      passed: passes + Number(result === 'passes'),
      failed: fails + Number(result === 'fails'),
      ...rest,
      ...(kept !== undefined && { kept }),
    };
  };
  for (const name of passed) add(name, 'passes');
  // One failed test of a row is enough.
  for (const name of failed) add(name, 'fails');
  return { rows, libraries };
}

/** The accepted results, of which "Works in" is written. */
export const ACCEPTED = fileURLToPath(new URL('results.json', import.meta.url));

export const acceptedResults = (): RunResults =>
  existsSync(ACCEPTED) ? (JSON.parse(readFileSync(ACCEPTED, 'utf8')) as RunResults) : {};

/** The results of a run: those of the steps that test a page or a row, and the names of all its steps. */
export interface Run {
  readonly steps: readonly string[];
  readonly results: RunResults;
}

/** The last run. */
export function lastRun(): Run {
  const files = existsSync(RECORDS) ? readdirSync(RECORDS).sort() : [];
  const read = (file: string): [string, StepResults] => {
    const names = JSON.parse(readFileSync(`${RECORDS}/${file}`, 'utf8')) as TestNames;
    return [file.replace('.json', ''), resultsOf(names)];
  };
  const all = files.map(read);
  return {
    steps: all.map(([step]) => step),
    results: Object.fromEntries(all.filter(([, { rows }]) => Object.keys(rows).length > 0)),
  };
}
