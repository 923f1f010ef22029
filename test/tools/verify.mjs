// npm run verify: checks the files that have changed since main, and runs the tests that import them.
import { watch } from 'node:fs';
import {
  installDependencies,
  runOrPrintError,
  projectRoot,
  requireNode,
} from '../../demo/tools/prepare.mjs';
import { findBrowser } from '../../demo/tools/browser/find-browser.mjs';

const HELP = `npm run verify               types, lint, format, and the tests that the changes since main can break
npm run verify -- --watch    the same, again at every change

A test runs if it imports or reads a changed file, directly or indirectly, in Chromium or in Node.
The stories, the package and the portal, which are built from src/, are tested by npm test only.`;

/** The milliseconds within which files that are saved together are reported. */
const TOGETHER = 200;

const WATCHED = ['demo', 'locales', 'src', 'stories', 'test'];

/** Matches files and folders that a run writes. */
const WRITTEN = /^(dist|storybook-static|node_modules|\.data)$|(^|[\\/])(generated|built)([\\/]|$)/;

/** Matches the sources of the library, Storybook and the portal. */
const BUILT_OF = /^(src|stories|locales)\/|^demo\/portal\//;

/** Watches for files that are saved, also during a run. */
class Changes {
  #hasChanged = false;
  #notify = () => undefined;

  constructor() {
    const listen = (_event, file) => {
      if (file && !WRITTEN.test(file)) this.#change();
    };
    for (const folder of WATCHED) watch(folder, { recursive: true }, listen);
    watch('.', listen);
  }

  #change() {
    this.#hasChanged = true;
    setTimeout(() => this.#notify(), TOGETHER);
  }

  /** Resolves shortly after a file is saved, or at once if one was saved since the last call. */
  async next() {
    if (!this.#hasChanged) await new Promise((resolve) => (this.#notify = resolve));
    this.#hasChanged = false;
  }
}

const given = process.argv.slice(2);
const isWatching = given.includes('--watch');

await runOrPrintError(async () => {
  if (given.includes('--help')) {
    console.log(HELP);
    return;
  }
  const unknown = given.find((one) => one !== '--watch');
  if (unknown) throw new Error(`Unknown option ${unknown}. For help: npm run verify -- --help`);
  process.chdir(projectRoot);
  requireNode();
  installDependencies();
  const { register } = await import('tsx/esm/api');
  register();
  const { build } = await import('./build.mjs');
  const { changedFiles } = await import('./changed-files.ts');
  const { runSteps } = await import('./run-steps.ts');
  const { stepsFor } = await import('./steps.ts');
  const { againCommand, report } = await import('./report.ts');

  const verify = async () => {
    const started = performance.now();
    const changed = changedFiles(projectRoot);
    console.log(changed.length > 0 ? changed.join('\n') : 'Nothing has changed since main.');
    // Finding the importers bundles the modules, which import the generated translations.
    if (changed.length > 0) build('translations');
    const steps = changed.length > 0 ? await stepsFor(changed) : [];
    if (steps.some(({ engine }) => engine)) process.env.CHROME_PATH = await findBrowser();
    const results = await runSteps(steps);
    const seconds = (performance.now() - started) / 1000;
    const notes = changed.some((file) => BUILT_OF.test(file))
      ? ['npm test also tests what is built from these files: stories, the package, the portal.']
      : [];
    console.log(report(results, { seconds, alone: againCommand, notes }));
    return results.every(({ failed }) => failed === 0);
  };
  if (!isWatching) {
    process.exitCode = (await verify()) ? 0 : 1;
    return;
  }
  const changes = new Changes();
  for (;;) {
    // A syntax error must not end the watch.
    await verify().catch(({ message }) => console.error(message));
    console.log('Waiting for a change. Ctrl+C ends it.');
    await changes.next();
  }
});
