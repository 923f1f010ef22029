import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.js';

/** The process that holds a lock. Its start time tells two processes with the same number apart. */
interface Holder {
  readonly pid: number;
  /** Only known on Linux. */
  readonly started: string | undefined;
  readonly id: string;
}

/** The age at which the guard of a take-over counts as abandoned; a take-over takes milliseconds. */
const TAKE_OVER_MS = 10_000;

/**
 * Locks a folder for this process. PGlite has no lock of its own: two processes on one folder both report
 * success, and the writes of one are lost.
 *
 * A lock whose process no longer runs is taken over.
 *
 * @returns A function that unlocks the folder.
 * @throws {StartError} If a running process holds the lock.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'server.lock');
  const own: Holder = { pid: process.pid, started: startTimeOf(process.pid), id: randomUUID() };
  if (!create(path, own) && !takeOver(path, own)) {
    throw new StartError(
      `The data folder ${folder} is in use by another process; stop it first, or set DATA_DIR to another folder.`,
    );
  }
  return () => {
    if (holderOf(path)?.id === own.id) rmSync(path, { force: true });
  };
}

function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process at a time may take over: a second one would remove the lock of the first. */
function takeOver(path: string, own: Holder): boolean {
  const guard = `${path}.taking-over`;
  try {
    if (Date.now() - statSync(guard).mtimeMs > TAKE_OVER_MS) rmSync(guard, { force: true });
  } catch {
    // No other process is taking over.
  }
  if (!create(guard, own)) return false;
  try {
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder)) return false;
    rmSync(path, { force: true });
    return create(path, own);
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Undefined if there is no lock, or if its process ended while writing it. */
function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const current = startTimeOf(pid);
  return started === undefined || current === undefined || started === current;
}

/**
 * The start time of a process as an opaque text (Linux, proc(5): field 22 of stat, in ticks since boot). In a
 * container every start has the same few process numbers, so a number alone proves nothing.
 */
function startTimeOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${boot}/${ticks}`;
  } catch {
    return undefined;
  }
}
