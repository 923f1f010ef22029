// What `npm start` and `npm test` need before they can begin, made when it is not there yet. Only
// Node's own modules are used here: on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const OLDEST_NODE = [20, 19];

const inProject = (path) => join(projectRoot, path);

const npm = (npmArguments) =>
  spawnSync('npm', npmArguments, {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0;

function modifiedAt(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const children = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(0, ...children.map((name) => modifiedAt(join(path, name))));
}

const isOlder = (made, sources) =>
  modifiedAt(inProject(made)) < Math.max(...sources.map((source) => modifiedAt(inProject(source))));

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Ends the program with one sentence when Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Installs the dependencies when they are missing or the lock file changed since. */
export function installDependencies() {
  if (!isOlder('node_modules/.package-lock.json', ['package-lock.json'])) return;
  console.log('Installing dependencies…');
  if (!npm(['ci', '--no-audit', '--no-fund'])) stop('npm ci failed: see the lines above.');
}

/**
 * Builds the library when its sources are newer than what was built.
 *
 * @param {{ script: string, made: string }} target the npm script that builds, and a file it makes
 */
export function buildLibrary({ script, made }) {
  if (!isOlder(made, ['src', 'locales', 'vite.config.ts', 'package-lock.json'])) return;
  console.log('Building the library…');
  if (!npm(['run', '--silent', script])) stop(`npm run ${script} failed: see the lines above.`);
}
