// What `npm start` and `npm test` need before they can begin, made when it is not there yet. Only
// Node's own modules are used here: on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const OLDEST_NODE = [20, 19];
const LIBRARY_SOURCES = ['src', 'locales', 'vite.config.ts', 'package-lock.json'];

const inProject = (path) => join(projectRoot, path);

function npm(npmArguments) {
  const { status } = spawnSync('npm', npmArguments, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${npmArguments.join(' ')} failed: see the lines above.`);
}

function modifiedAt(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // What a build writes among the sources does not make them newer.
  const children = readdirSync(path).filter((name) => name !== 'generated');
  // The folder's own time is that of the last file that came or went.
  return Math.max(stats.mtimeMs, ...children.map((name) => modifiedAt(join(path, name))));
}

const isOlder = (made, sources) =>
  modifiedAt(inProject(made)) < Math.max(...sources.map((source) => modifiedAt(inProject(source))));

/** @throws {Error} with one sentence when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** Installs the dependencies when they are missing or the lock file changed since. */
export function installDependencies() {
  if (!isOlder('node_modules/.package-lock.json', ['package-lock.json'])) return;
  console.log('Installing dependencies…');
  npm(['ci', '--no-audit', '--no-fund']);
}

/**
 * Runs an npm script when what it makes is missing or older than what it is made of.
 *
 * @param {string} script the npm script
 * @param {string} made a file that the script writes last
 * @param {string[]} [sources] files and folders; those of the library when left out
 */
export function make(script, made, sources = LIBRARY_SOURCES) {
  if (!isOlder(made, sources)) return;
  console.log(`Running npm run ${script}…`);
  npm(['run', '--silent', script]);
}

/**
 * Runs a program that may be stopped by a sentence for who started it.
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
