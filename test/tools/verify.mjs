// npm run verify: checks what has changed since main, and runs the tests that import it.
import { watch } from 'node:fs';
import {
  installDependencies,
  orSayWhy,
  projectRoot,
  requireNode,
} from '../../demo/tools/prepare.mjs';

const HELP = `npm run verify               types, lint, format, and the tests that what has changed since main can break
npm run verify -- --watch    again at every change

A test is run when it imports a file that changed, by however many steps, in Chromium or in Node. A change
in src/ reaches no test by what is built of it: stories, the package and the portal are left to npm test.`;

/** Milliseconds in which files that are saved together arrive. */
const TOGETHER = 200;

const WATCHED = ['demo', 'locales', 'src', 'stories', 'test'];

/** What a run writes by itself. */
const WRITTEN = /(^|[\\/])(generated|built)[\\/]/;

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

const isWatching = process.argv.includes('--watch');

await orSayWhy(async () => {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  process.chdir(projectRoot);
  requireNode();
  installDependencies();
  const { findBrowser } = await import('./find-browser.mjs');
  process.env.CHROME_PATH = await findBrowser();
  const { register } = await import('tsx/esm/api');
  register();
  const { changedFiles } = await import('./changed-files.ts');
  const { runSteps } = await import('./run-steps.ts');
  const { stepsFor } = await import('./steps.ts');
  const { report } = await import('./report.ts');

  const verify = async () => {
    const started = performance.now();
    const changed = changedFiles(projectRoot);
    console.log(changed.length > 0 ? changed.join('\n') : 'Nothing has changed since main.');
    const results = changed.length > 0 ? await runSteps(await stepsFor(changed)) : [];
    const seconds = (performance.now() - started) / 1000;
    const notes = ['npm test also looks at what is built: stories, the package, the portal.'];
    console.log(report(results, { seconds, alone: () => 'npm run verify', notes }));
    return results.every(({ failed }) => failed === 0);
  };
  if (!isWatching) {
    process.exitCode = (await verify()) ? 0 : 1;
    return;
  }
  const changes = new Changes();
  for (;;) {
    // A file that cannot be read is mended while this watches.
    await verify().catch(({ message }) => console.error(message));
    console.log('Waiting for a change. Ctrl+C ends it.');
    await changes.next();
  }
});
