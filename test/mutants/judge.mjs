/**
 * What is used of Stryker's report.
 *
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {{ readonly start: Position, readonly end: Position }} Location
 * @typedef {{ readonly status: string, readonly replacement?: string, readonly location: Location }} Mutant
 * @typedef {{ readonly source: string, readonly mutants: readonly Mutant[] }} MutatedFile
 * @typedef {{ readonly files: Readonly<Record<string, MutatedFile>> }} Report
 * @typedef {import('./guards.mjs').Guard} Guard
 */

/** The share of the mutants of a folder that tests have to notice, in percent. */
export const LEAST = 85;

const KILLED = ['Killed', 'Timeout'];
const ALIVE = ['Survived', 'NoCoverage'];

const isAlive = ({ status }) => ALIVE.includes(status);
/** A mutant that was left out, or could not be run, says nothing. */
const isValid = ({ status }) => KILLED.includes(status) || ALIVE.includes(status);

/**
 * Counts the mutants of a report.
 *
 * @param {Report} report
 * @returns {{ killed: number, mutants: number }}
 */
export function scoreOf(report) {
  const mutants = Object.values(report.files).flatMap((file) => file.mutants.filter(isValid));
  return { killed: mutants.filter((mutant) => !isAlive(mutant)).length, mutants: mutants.length };
}

/** @param {{ killed: number, mutants: number }} score */
export const percentOf = ({ killed, mutants }) => (100 * killed) / mutants;

/** Returns a part of a text, in one line. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ').replace(/\s+/g, ' ');
}

const describe = (file, source, { location, replacement = '' }) =>
  `${file}:${location.start.line} ${textAt(source, location)} → ${replacement.replace(/\s+/g, ' ')}`;

/**
 * Lists the mutants that no test noticed, as `file:line code → code in its place`.
 *
 * @param {Report} report
 * @returns {string[]}
 */
export const survivorsOf = ({ files }) =>
  Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(isAlive).map((mutant) => describe(file, source, mutant)),
  );

/**
 * Finds the lines of a guard, from 1.
 *
 * @param {string} source
 * @param {Guard} guard
 * @returns {{ first: number, last: number } | undefined} `undefined` if they are not there
 */
export function linesOf(source, { from, to = from }) {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.includes(from));
  if (first < 0) return undefined;
  const last = lines.findIndex((line, index) => index >= first && line.includes(to));
  return last < 0 ? undefined : { first: first + 1, last: last + 1 };
}

/**
 * Judges a guard.
 *
 * @param {Report} report
 * @param {Guard} guard
 * @returns {string[]} what is wrong with it
 */
export function faultsOfGuard(report, guard) {
  const { name, file, keepsOut, equal = {} } = guard;
  const { source, mutants } = report.files[file] ?? { source: '', mutants: [] };
  const lines = linesOf(source, guard);
  if (!lines) return [`The guard "${name}" is not in ${file}.`];
  const own = mutants.filter(
    ({ location }) => location.start.line >= lines.first && location.end.line <= lines.last,
  );
  if (!own.some(isValid)) return [`The guard "${name}" has no mutants.`];
  const alive = own.filter((mutant) => isAlive(mutant)).map((it) => describe(file, source, it));
  const isEqual = (mutant) => Object.keys(equal).some((code) => mutant.endsWith(code));
  return [
    ...alive
      .filter((mutant) => !isEqual(mutant))
      .map((mutant) => `The guard "${name}" keeps out ${keepsOut}, but no test notices ${mutant}`),
    ...Object.keys(equal)
      .filter((code) => !alive.some((mutant) => mutant.endsWith(code)))
      .map((code) => `The guard "${name}" names an equal change that is noticed: ${code}`),
  ];
}

/**
 * Judges the report of a folder.
 *
 * @param {string} folder
 * @param {Report} report
 * @param {readonly Guard[]} guards those in this folder
 * @returns {string[]} what is not good enough
 */
export function faultsOf(folder, report, guards) {
  const percent = percentOf(scoreOf(report));
  return [
    ...(percent < LEAST ? [`src/${folder}: fewer than ${LEAST} % of the mutants are killed.`] : []),
    ...guards.flatMap((guard) => faultsOfGuard(report, guard)),
  ];
}
