import type { Paint } from './format-row.js';

/** The environment, output and timers of the command. `cli.ts` passes those of the process. */
export interface CommandEnvironment {
  /** The environment variables, as in `process.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Ends the check; what was linked is still unlinked. */
  readonly signal?: AbortSignal;
  readonly paint: Paint;
  /** Prints a line of the report. */
  print(line: string): void;
  /** Prints a line that is not part of the report: usage errors and waiting times. */
  notify(line: string): void;
  /** Returns the milliseconds since 1970. */
  now(): number;
  /** Waits for a number of milliseconds. Rejects if the check is aborted meanwhile. */
  sleep(milliseconds: number): Promise<void>;
}
