import { DEFAULT_PRESET } from '../backend/presets/index.js';
import { checkBackend, type CheckEnd } from './check-backend.js';
import { CheckRun } from './check-run.js';
import type { CommandEnvironment } from './command-environment.js';
import { formatRow } from './format-row.js';
import { loadDefinitions, type FileMistakes, type LoadedDefinitions } from './load-definitions.js';
import { readCommand, UsageError, type Command } from './read-command.js';
import { EXIT_CODES, makeReport } from './report.js';
import { RequestRecorder } from './request-recorder.js';
import type { Row } from './row.js';
import { USAGE } from './usage.js';
import { createVisitorFactory } from './visitor.js';
import { stepUp } from './steps/step-up.js';

/**
 * Runs the command line `mfa-elements <args>`.
 *
 * @returns The exit code.
 */
export async function runCommand(
  args: readonly string[],
  environment: CommandEnvironment,
): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    environment.print(USAGE.trimEnd());
    return EXIT_CODES.good;
  }
  if (args.includes('--version')) {
    environment.print(environment.version);
    return EXIT_CODES.good;
  }
  try {
    return await check(readCommand(args, environment.env), environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    environment.notify(error.message);
    return EXIT_CODES.wrongUsage;
  }
}

async function check(command: Command, environment: CommandEnvironment): Promise<number> {
  const { baseUrl, account, json, preset = DEFAULT_PRESET, definitionFile } = command;
  const definition = definitionFile ?? preset;
  const loaded = await loadDefinitions(command);
  const printLine = (line: string) => {
    if (!json) environment.print(line);
  };
  printLine([baseUrl, definition, ...(account === undefined ? [] : [account])].join(' · '));
  const rows: Row[] = [];
  const onRow = (row: Row) => {
    rows.push(row);
    printLine(formatRow(row, environment.paint));
  };
  const isLoaded = 'definition' in loaded;
  const end = isLoaded ? await checkOperations(command, environment, loaded, onRow) : NOTHING_DONE;
  const mistakes = isLoaded ? [] : loaded;
  const report = makeReport({ baseUrl, definition, account, rows, mistakes, ...end });
  mistakes.flatMap(formatMistakes).forEach(printLine);
  if (report.left !== undefined) printLine(report.left);
  printLine(report.verdict);
  if (json) environment.print(JSON.stringify(report, null, 2));
  return report.exitCode;
}

const NOTHING_DONE: CheckEnd = { left: undefined, stopped: undefined };

async function checkOperations(
  command: Command,
  environment: CommandEnvironment,
  loaded: LoadedDefinitions,
  onRow: (row: Row) => void,
): Promise<CheckEnd> {
  const { leavingOperations } = loaded;
  const recorder = new RequestRecorder(new URL(command.baseUrl).origin);
  const openVisitor = createVisitorFactory(command, loaded, recorder, environment.version);
  const options = { command, environment, recorder, openVisitor, leavingOperations, onRow };
  if (command.account !== undefined) return checkBackend(options);
  new CheckRun(options, stepUp).reportUnchecked('Give --account.');
  return NOTHING_DONE;
}

function formatMistakes({ source, mistakes }: FileMistakes): readonly string[] {
  return mistakes.map(({ pointer, message }) => `${source} at "${pointer}": ${message}`);
}
