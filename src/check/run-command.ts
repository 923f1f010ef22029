import { DEFAULT_PRESET } from '../backend/presets/index.js';
import { browsersAt } from './visitor.js';
import { formatRow, type Paint } from './format-row.js';
import { leavingOperations } from './leaving-operations.js';
import { loadDefinitions, type FileMistakes, type LoadedDefinitions } from './load-definitions.js';
import { readCommand, type Command, type Environment } from './read-command.js';
import { EXIT_CODES, makeReport, type Findings } from './report.js';
import type { Row } from './row.js';
import { signInAdvice } from './sign-in-advice.js';
import { unwalkedRows } from './unwalked-rows.js';
import { UsageError } from './usage-error.js';
import { USAGE } from './usage.js';
import { walk, type WalkEnd } from './walk.js';
import type { WalkClock } from './walk-clock.js';
import { Witness } from './request-recorder.js';

/** Where the command runs: what it reads, writes, and waits by. */
export interface Surroundings {
  readonly environment: Environment;
  readonly version: string;
  /** Ends the walk; what was linked is still unlinked. */
  readonly signal?: AbortSignal;
  readonly paint: Paint;
  /** Prints a line of the report. */
  print(line: string): void;
  /** Tells the person beside the report: mistakes, and what is waited for. */
  tell(line: string): void;
  readonly clock: Pick<WalkClock, 'now' | 'sleep'>;
}

/**
 * Carries out what the command line asks for.
 *
 * @param args What follows the name of the command: `check <base-url> …`.
 * @returns The exit code.
 */
export async function runCommand(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { version, environment } = surroundings;
  if (args.includes('--help') || args.length === 0) {
    surroundings.print(USAGE.trimEnd());
    return EXIT_CODES.good;
  }
  if (args.includes('--version')) {
    surroundings.print(version);
    return EXIT_CODES.good;
  }
  try {
    return await check(readCommand(args, environment), surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    surroundings.tell(error.message);
    return EXIT_CODES.wrongUsage;
  }
}

async function check(command: Command, surroundings: Surroundings): Promise<number> {
  const { baseUrl, account, json, preset = DEFAULT_PRESET, definitionFile } = command;
  const definition = definitionFile ?? preset;
  const { paint } = surroundings;
  const print = (line: string) => {
    surroundings.print(line);
  };
  const loaded = await loadDefinitions(command);
  const about = { baseUrl, definition, account };
  if (!json) {
    const walked = account === undefined ? [] : [account];
    print([baseUrl, definition, ...walked].join(' · '));
  }
  const rows: Row[] = [];
  const show = (row: Row) => {
    rows.push(row);
    if (!json) print(formatRow(row, paint));
  };
  const found: Pick<Findings, 'mistakes' | 'end'> =
    'definition' in loaded
      ? { end: await showWalk(command, loaded, surroundings, show) }
      : { mistakes: loaded };
  const report = makeReport({ ...about, rows, ...found });
  if (json) {
    print(JSON.stringify(report, null, 2));
    return report.exitCode;
  }
  report.mistakes.flatMap(formatMistakes).forEach(print);
  if (report.left !== undefined) print(report.left);
  print(report.verdict);
  return report.exitCode;
}

async function showWalk(
  command: Command,
  loaded: LoadedDefinitions,
  surroundings: Surroundings,
  show: (row: Row) => void,
): Promise<WalkEnd> {
  const { baseUrl, account, password, existingApp, only } = command;
  const { version, clock, signal } = surroundings;
  const witness = new Witness(new URL(baseUrl).origin);
  const openBrowser = browsersAt(command, loaded, witness, version);
  const leaving = leavingOperations(loaded.definition, baseUrl);
  if (account === undefined) {
    const { backend } = openBrowser();
    const unwalked = { backend, leaving, reported: new Set<never>(), obstacle: 'Give --account.' };
    for (const row of unwalkedRows({ ...unwalked, ...(only && { only }) })) show(row);
    return { left: undefined, stopped: undefined };
  }
  const advice = signInAdvice(command, loaded.signIn);
  const walking = walk({
    openBrowser,
    witness,
    leaving,
    clock: {
      ...clock,
      say: (line) => {
        surroundings.tell(line);
      },
    },
    ...(signal && { signal }),
    ...(advice !== undefined && { signInAdvice: advice }),
    ...(password !== undefined && { password }),
    ...(existingApp && { existingApp }),
    ...(only && { only }),
  });
  let next = await walking.next();
  while (!next.done) {
    show(next.value);
    next = await walking.next();
  }
  return next.value;
}

function formatMistakes({ source, mistakes }: FileMistakes): readonly string[] {
  return mistakes.map(({ pointer, message }) => `${source} at "${pointer}": ${message}`);
}
