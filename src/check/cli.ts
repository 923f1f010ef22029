#!/usr/bin/env node
/** `npx mfa-elements`: the one place of the check that touches the process. */
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

// The first Ctrl+C ends the walk, which still unlinks what it linked; the second ends the process.
const callingOff = new AbortController();
process.once('SIGINT', () => {
  callingOff.abort();
});

// Nobody reads on (`| head`): the same, or the app would stay linked.
process.stdout.on('error', () => {
  callingOff.abort();
});

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  version,
  signal: callingOff.signal,
  paint,
  print: (line) => {
    process.stdout.write(`${line}\n`);
  },
  tell: (line) => {
    process.stderr.write(`${line}\n`);
  },
  clock: {
    now: () => Date.now(),
    sleep: (milliseconds) => {
      const { signal } = callingOff;
      return wait(milliseconds, undefined, signal.aborted ? {} : { signal });
    },
  },
});
