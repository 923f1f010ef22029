import { spawn } from 'node:child_process';

/**
 * Runs a program, ends its process group at the end of stdin, waits until the program is gone, and
 * takes away what it wrote.
 */
const LEASHED = 'folder=$1; shift; "$@" & trap : TERM; read -r _; kill 0; wait; rm -rf "$folder"';

/**
 * Starts a program that cannot outlive this process. Its stdin is a pipe from here, and a pipe ends
 * with the process that holds it, also when that crashes or is killed; with the program goes
 * everything that it started.
 *
 * @param {string[]} command the program and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, descriptors?: ('ignore' | 'inherit' | 'pipe')[], folder?: string }} [options]
 *   `descriptors`: what the program finds from file descriptor 1 on; nothing when left out.
 *   `folder`: where the program writes; goes with it
 * @returns {{ process: import('node:child_process').ChildProcess, end: () => void }}
 */
export function spawnWithCleanup(
  command,
  { env = process.env, descriptors = ['ignore', 'inherit'], folder = '' } = {},
) {
  const started = spawn('sh', ['-c', LEASHED, 'sh', folder, ...command], {
    // A process group of its own, so that ending the group does not end this process.
    detached: true,
    stdio: ['pipe', ...descriptors],
    env,
  });
  // What is on the spawnWithCleanup may be gone already.
  started.stdin.on('error', () => {});
  return { process: started, end: () => started.stdin.end() };
}

/**
 * Ends a process that another tool started when this process ends, however that comes.
 *
 * @param {number} pid
 * @returns {() => void} to be called when that process has ended by itself
 */
export function killOnExit(pid) {
  const guard = spawn('sh', ['-c', 'read -r _; kill "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return () => guard.kill();
}
