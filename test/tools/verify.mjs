// npm run verify: checks what has changed since main, and runs the tests that import it.
import { watch } from 'node:fs';
import {
  installDependencies,
  runOrPrintError,
  projectRoot,
  requireNode,
} from '../../demo/tools/prepare.mjs';
import { findBrowser } from '../../demo/tools/browser/find-browser.mjs';

const HELP = `npm run verify               types, lint, format, and the tests that what has changed since main can break
npm run verify -- --watch    again at every change

A test is run when it imports or reads a file that changed, by however many steps, in Chromium or in Node.
What a change in src/ does to what is built of it, stories, package and portal, is left to npm test.`;

/** Milliseconds in which files that are saved together arrive. */
const TOGETHER = 200;

const WATCHED = ['demo', 'locales', 'src', 'stories', 'test'];

/** What a run writes by itself. */
const WRITTEN = /^(dist|storybook-static|node_modules|\.data)$|(^|[\\/])(generated|built)([\\/]|$)/;

/** What the library, Storybook and the portal are built of. */
const BUILT_OF = /^(src|stories|locales)\/|^demo\/portal\//;

/** Hears every file that is saved, also during a run. */
class Changes {
  #hasChanged = false;
  #tell = () => undefined;

  constructor() {
    const listen = (_event, file) => {
      if (file && !WRITTEN.test(file)) this.#change();
    };
    for (const folder of WATCHED) watch(folder, { recursive: true }, listen);
    watch('.', listen);
  }

  #change() {
    this.#hasChanged = true;
    setTimeout(() => this.#tell(), TOGETHER);
  }

  /** Resolves soon after a file was saved since the last time. */
  async next() {
    if (!this.#hasChanged) await new Promise((resolve) => (this.#tell = resolve));
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
  if (unknown) throw new Error(`There is no option ${unknown}: npm run verify -- --help`);
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
    // Without them the modules do not say who imports whom.
    if (changed.length > 0) build('translations');
    const steps = changed.length > 0 ? await stepsFor(changed) : [];
    if (steps.some(({ engine }) => engine)) process.env.CHROME_PATH = await findBrowser();
    const results = await runSteps(steps);
    const seconds = (performance.now() - started) / 1000;
    const notes = changed.some((file) => BUILT_OF.test(file))
      ? ['npm test also looks at what is built of it: stories, the package, the portal.']
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
