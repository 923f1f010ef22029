import { runCommand } from '../../src/check/run-command.js';
import type { Report } from '../../src/check/report.js';
import type { SettableClock } from '../../demo/tools/settable-clock.js';

/** What a command printed, said beside it, and ended with. */
export interface Ran {
  readonly exitCode: number;
  readonly printed: string;
  readonly told: string;
}

/** How a test takes part in a run. */
export interface Partaking {
  readonly signal?: AbortSignal;
  /** Called when the command begins to wait; the wait fails when the signal is aborted by then. */
  readonly onWait?: () => void;
}

/** Runs the command in this process, by the clock of a test: waiting takes no time. */
export async function runCheck(
  args: readonly string[],
  clock: SettableClock,
  environment: Readonly<Record<string, string>> = {},
  { signal, onWait }: Partaking = {},
): Promise<Ran> {
  const printed: string[] = [];
  const told: string[] = [];
  const exitCode = await runCommand(['check', ...args], {
    env: environment,
    version: '0.0.0',
    paint: (_outcome, text) => text,
    print: (line) => printed.push(line),
    notify: (line) => told.push(line),
    ...(signal && { signal }),
    now: () => clock.read().getTime(),
    sleep: (milliseconds) => {
      onWait?.();
      if (signal?.aborted) return Promise.reject(new Error('Called off.'));
      clock.advance({ seconds: milliseconds / 1000 });
      return Promise.resolve();
    },
  });
  return { exitCode, printed: printed.join('\n'), told: told.join('\n') };
}

/** The same with `--json`, read. */
export async function readReport(...run: Parameters<typeof runCheck>): Promise<Report> {
  const [args, ...others] = run;
  const { printed } = await runCheck([...args, '--json'], ...others);
  return JSON.parse(printed) as Report;
}
