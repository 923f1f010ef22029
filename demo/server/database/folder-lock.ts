import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.js';

/** Who holds a lock. The start of the process tells two processes with one number apart. */
interface Holder {
  readonly pid: number;
  /** Only known on Linux. */
  readonly started: string | undefined;
  readonly id: string;
}

/** How long a take-over, which takes milliseconds, may stand before it counts as left behind. */
const TAKE_OVER_MS = 10_000;

/**
 * Takes a folder for this process alone. PGlite has no lock of its own: two processes on one folder
 * both report success, and the writes of one are lost.
 *
 * A lock whose process is gone is taken over.
 *
 * @returns Gives the folder back.
 * @throws {StartError} when a living process holds the folder.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'server.lock');
  const own: Holder = { pid: process.pid, started: startOf(process.pid), id: randomUUID() };
  if (!create(path, own) && !takeOver(path, own)) {
    throw new StartError(
      `The data folder ${folder} is in use by another process; stop that one first, or set DATA_DIR to another folder.`,
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

/** Only one process at a time may take over, or the second would remove the first one's lock. */
function takeOver(path: string, own: Holder): boolean {
  const guard = `${path}.taking-over`;
  try {
    if (Date.now() - statSync(guard).mtimeMs > TAKE_OVER_MS) rmSync(guard, { force: true });
  } catch {
    // Nobody is taking over.
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

/** Undefined when there is no lock or when its process died while writing it. */
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
  const current = startOf(pid);
  return started === undefined || current === undefined || started === current;
}

/**
 * When a process began, as an opaque text (Linux, proc(5): field 22 of stat, in ticks since boot).
 * In a container every start has the same few process numbers, so a number alone proves nothing.
 */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${boot}/${ticks}`;
  } catch {
    return undefined;
  }
}
