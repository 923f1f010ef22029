import { spawn } from 'node:child_process';

/** A shell script. Its first argument is a folder (or empty), and the others are a command. */
const SPAWN_WITH_CLEANUP = [
  'folder=$1; shift',
  // Starts the command in the background.
  '"$@" &',
  // Ignores the signal that `kill 0` below also sends to this shell.
  'trap : TERM',
  // Waits for the end of stdin, which is a pipe from the process that started this shell.
  'read -r _',
  // Ends the process group: the command and everything that it started.
  'kill 0',
  // Waits until the command has ended, and then deletes what it wrote.
  'wait',
  'rm -rf "$folder"',
].join('\n');

/**
 * Starts a program that cannot outlive this process. The stdin of its shell is a pipe from this process,
 * which closes when this process ends, also if it crashes or is killed. The shell then ends the program
 * and everything that it started.
 *
 * @param {string[]} command the program and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, descriptors?: ('ignore' | 'inherit' | 'pipe')[], folder?: string }} [options]
 *   `descriptors` are the program's file descriptors from 1 on.
 *   `folder` is where the program writes; it is deleted at the end
 * @returns {{ process: import('node:child_process').ChildProcess, end: () => void }}
 */
export function spawnWithCleanup(
  command,
  { env = process.env, descriptors = ['ignore', 'inherit'], folder = '' } = {},
) {
  const started = spawn('sh', ['-c', SPAWN_WITH_CLEANUP, 'sh', folder, ...command], {
    // A process group of its own, so that ending the group does not end this process.
    detached: true,
    stdio: ['pipe', ...descriptors],
    env,
  });
  // The shell may have ended already; writing to its stdin then fails.
  started.stdin.on('error', () => {});
  return { process: started, end: () => started.stdin.end() };
}

/**
 * Ends a process of another tool when this process ends, also if it crashes or is killed.
 *
 * @param {number} pid
 * @returns {() => void} a function that cancels this, for when that process has ended by itself
 */
export function killOnExit(pid) {
  const guard = spawn('sh', ['-c', 'read -r _; kill "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return () => guard.kill();
}
