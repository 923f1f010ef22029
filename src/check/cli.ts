#!/usr/bin/env node
/** `npx mfa-elements`: the only module of the command that uses the process. */
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { styleText } from 'node:util';
import type { Paint } from './format-row.js';
import { runCommand } from './run-command.js';

const COLORS = { passed: 'green', failed: 'red', unsupported: 'gray', skipped: 'yellow' } as const;
const { version } = createRequire(import.meta.url)('mfa-elements/package.json') as {
  readonly version: string;
};
const hasColors = process.stdout.isTTY && !process.env.NO_COLOR;
const paint: Paint = (outcome, text) => (hasColors ? styleText(COLORS[outcome], text) : text);

// The first Ctrl+C ends the check, which still unlinks what it linked. The second ends the process.
const abortController = new AbortController();
const { signal } = abortController;
process.once('SIGINT', () => {
  abortController.abort();
});

// The reader of the output has stopped (`| head`). The app is unlinked here too.
process.stdout.on('error', () => {
  abortController.abort();
});

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  version,
  signal,
  paint,
  print: (line) => {
    process.stdout.write(`${line}\n`);
  },
  notify: (line) => {
    process.stderr.write(`${line}\n`);
  },
  now: () => Date.now(),
  // After an abort the wait is one of the cleaning up, which goes on.
  sleep: (milliseconds) => wait(milliseconds, undefined, signal.aborted ? {} : { signal }),
});
