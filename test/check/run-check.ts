import { runCommand } from '../../src/check/run-command.js';
import type { Report } from '../../src/check/report.js';
import type { SettableClock } from '../../demo/tools/settable-clock.js';

export interface CommandOutput {
  readonly exitCode: number;
  readonly printed: string;
  readonly notices: string;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called when the command starts to wait. The wait rejects if the signal is aborted by then. */
  readonly onWait?: () => void;
}

/** Runs the command in this process with the clock of a test, so that waiting takes no time. */
export async function runCheck(
  args: readonly string[],
  clock: SettableClock,
  environment: Readonly<Record<string, string>> = {},
  { signal, onWait }: RunOptions = {},
): Promise<CommandOutput> {
  const printed: string[] = [];
  const notices: string[] = [];
  const exitCode = await runCommand(['check', ...args], {
    env: environment,
    version: '0.0.0',
    paint: (_outcome, text) => text,
    print: (line) => printed.push(line),
    notify: (line) => notices.push(line),
    ...(signal && { signal }),
    now: () => clock.read().getTime(),
    sleep: (milliseconds) => {
      onWait?.();
      if (signal?.aborted) return Promise.reject(new Error('Aborted.'));
      clock.advance({ seconds: milliseconds / 1000 });
      return Promise.resolve();
    },
  });
  return { exitCode, printed: printed.join('\n'), notices: notices.join('\n') };
}

/** Runs the command with `--json`, and returns its report. */
export async function readReport(...run: Parameters<typeof runCheck>): Promise<Report> {
  const [args, ...others] = run;
  const { printed } = await runCheck([...args, '--json'], ...others);
  return JSON.parse(printed) as Report;
}
