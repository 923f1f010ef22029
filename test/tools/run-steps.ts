import { spawn, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** A part of `npm test`. */
export interface Step {
  readonly name: string;
  /** A program and its arguments. */
  readonly command: readonly string[];
  /** Environment variables in addition to those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Set if it counts its tests (count-tests.mjs). Other steps pass or fail as a whole. */
  readonly isRunner?: boolean;
  /** The browser that it runs in. */
  readonly engine?: 'chromium' | 'firefox' | 'webkit';
  /** The time limit in minutes, if it is longer than that of other steps. */
  readonly minutes?: number;
  /** The names of steps that have to pass first. */
  readonly after?: readonly string[];
}

/** The totals that a runner sends at its end. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** The file and the name of each failed test. */
  readonly failures: readonly { readonly file: string; readonly test: string }[];
  /** A line a test. */
  readonly skipped: readonly string[];
}

/** How a step ended. */
export interface StepResult extends Counts {
  readonly name: string;
  readonly seconds: number;
  /** The reason that it failed, in one line. */
  readonly problem?: string;
}

/** How the process of a step ended. */
interface Ended {
  printed: string;
  counts?: Counts;
  code?: number | null;
  signal?: NodeJS.Signals | null;
  /** Why it could not be started. */
  reason?: string;
  isLate: boolean;
}

/** The counts of what has no tests. */
export const NO_TESTS: Counts = { passed: 0, failed: 0, failures: [], skipped: [] };

/** The time limit of a step in minutes, several times what the longest takes on a busy machine. */
const TIME_LIMIT = 30;

/** Whether a step has a process group of its own, which ends as a whole. */
const HAS_GROUPS = process.platform !== 'win32';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const running = new Set<ChildProcess>();

/** Ends a step and its child processes. A browser ends when its pipe closes. */
function end({ pid, stdout, stderr }: ChildProcess): void {
  if (pid === undefined) return;
  // A child process that keeps running would keep these pipes open, and the step would never close.
  stdout?.destroy();
  stderr?.destroy();
  try {
    process.kill(HAS_GROUPS ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('exit', () => running.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

async function execute({ command, environment }: Step, minutes: number): Promise<Ended> {
  const [program = '', ...given] = command;
  const child = spawn(program, given, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: HAS_GROUPS,
  });
  running.add(child);
  const ended: Ended = { printed: '', isLate: false };
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => (ended.printed += text));
  }
  child.on('message', (counts) => (ended.counts = counts as unknown as Counts));
  const limit = setTimeout(() => {
    ended.isLate = true;
    end(child);
  }, minutes * 60_000);
  await new Promise<void>((resolve) => {
    child.on('error', ({ message }) => {
      ended.reason = message;
      resolve();
    });
    child.on('close', (code, signal) => {
      Object.assign(ended, { code, signal });
      resolve();
    });
  });
  clearTimeout(limit);
  running.delete(child);
  return ended;
}

/** The first line that contains an error, without terminal colours. */
function errorIn(printed: string): string {
  const lines = stripVTControlCharacters(printed).split('\n');
  const line = lines.find((one) => /\b(ERROR|Error):/.test(one));
  return line ? `: ${line.trim().replace(/\.$/, '')}` : '';
}

/** The problem of a step that failed. */
function problemOf({ name, isRunner }: Step, ended: Ended, minutes: number): string | undefined {
  const { code, signal, reason, isLate, counts } = ended;
  if (isLate) return `${name} did not end within ${minutes} minutes and was stopped.`;
  if (reason) return `${name} could not be started: ${reason}.`;
  if (signal) return `${name} was ended by ${signal}.`;
  if (counts && counts.failed > 0) return `${name}: ${counts.failed} failed.`;
  if (code !== 0) return `${name} ended with exit code ${code}${errorIn(ended.printed)}.`;
  if (isRunner && !counts?.passed && !counts?.skipped.length)
    return `${name} found no test to run.`;
  return undefined;
}

/** Runs one step. Its output is printed when it ends, because other steps print at the same time. */
async function runStep(step: Step, atMost: number): Promise<StepResult> {
  const { name, isRunner, minutes = atMost } = step;
  console.log(`→ ${name}`);
  const started = performance.now();
  const ended = await execute(step, minutes);
  const seconds = (performance.now() - started) / 1000;
  const problem = problemOf(step, ended, minutes);
  console.log(`\n── ${name} (${Math.round(seconds)} s)\n${ended.printed}`);
  const counts = isRunner ? ended.counts : { passed: problem ? 0 : 1 };
  const result = { name, ...NO_TESTS, ...counts, seconds };
  // One that broke before it could count has failed all the same.
  return problem ? { ...result, failed: Math.max(1, result.failed), problem } : result;
}

/**
 * Runs steps in parallel, as many as there are processors. They start in the given order, unless a later step
 * can start while an earlier one still waits.
 *
 * @param steps Each step comes after the steps that it waits for.
 * @param limits.lanes How many run in parallel.
 * @param limits.minutes The time limit of a step.
 * @returns The results in the order of the steps.
 */
export async function runSteps(
  steps: readonly Step[],
  { lanes = availableParallelism(), minutes = TIME_LIMIT } = {},
): Promise<StepResult[]> {
  const waiting = [...steps];
  const results = new Map<string, StepResult>();
  let free = lanes;

  const isReady = ({ after = [] }: Step) => after.every((name) => results.has(name));

  const perform = async (step: Step): Promise<void> => {
    const missing = step.after?.find((name) => results.get(name)?.failed);
    const result = missing
      ? {
          name: step.name,
          ...NO_TESTS,
          failed: 1,
          seconds: 0,
          problem: `${step.name} did not run, because ${missing} failed.`,
        }
      : await runStep(step, minutes);
    results.set(step.name, result);
    free += 1;
    await performReady();
  };
  const performReady = async (): Promise<void> => {
    const performed: Promise<void>[] = [];
    for (let step = waiting.find(isReady); step && free > 0; step = waiting.find(isReady)) {
      waiting.splice(waiting.indexOf(step), 1);
      free -= 1;
      performed.push(perform(step));
    }
    await Promise.all(performed);
  };
  await performReady();
  const [left] = waiting;
  if (left) throw new Error(`The step ${left.name} waits for a step that does not exist.`);
  return steps.flatMap(({ name }) => results.get(name) ?? []);
}
