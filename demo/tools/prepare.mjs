// Installs and builds what `npm start` and `npm test` need. This file imports only Node's own modules,
// because a fresh clone has no others.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of the project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const OLDEST_NODE = [20, 19];
const LIBRARY_SOURCES = ['src', 'locales', 'build', 'vite.config.ts', 'package-lock.json'];

const inProject = (path) => join(projectRoot, path);

function npm(npmArguments) {
  const { status } = spawnSync('npm', npmArguments, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${npmArguments.join(' ')} failed. See the lines above.`);
}

function modifiedAt(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // Files that a build writes among the sources do not make them newer.
  const children = readdirSync(path).filter((name) => name !== 'generated');
  // The folder's own time is that of the last file that was added or removed.
  return Math.max(stats.mtimeMs, ...children.map((name) => modifiedAt(join(path, name))));
}

const isOlder = (made, sources) =>
  modifiedAt(inProject(made)) < Math.max(...sources.map((source) => modifiedAt(inProject(source))));

/** @throws {Error} If Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** Installs the dependencies if they are missing or the lock file has changed since. */
export function installDependencies() {
  if (!isOlder('node_modules/.package-lock.json', ['package-lock.json'])) return;
  console.log('Installing dependencies…');
  npm(['ci', '--no-audit', '--no-fund']);
}

/**
 * Runs an npm script if its output is missing or older than its sources.
 *
 * @param {string} script the npm script
 * @param {string} made the file that the script writes last
 * @param {string[]} [sources] files and folders; defaults to those of the library
 */
export function make(script, made, sources = LIBRARY_SOURCES) {
  if (!isOlder(made, sources)) return;
  console.log(`Running npm run ${script}…`);
  npm(['run', '--silent', script]);
}

/**
 * Runs a program. If it throws, prints the message of the error without its stack and sets the exit code.
 *
 * @param {() => Promise<void>} program
 */
export async function runOrPrintError(program) {
  try {
    await program();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
