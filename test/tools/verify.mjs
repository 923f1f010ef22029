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

A test is run when it imports a file that changed, by however many steps, in Chromium or in Node. What
looks at a build is left to npm test: stories, the package, and the portal with the library in it.`;

/** Milliseconds in which files that are saved together arrive. */
const TOGETHER = 200;

const WATCHED = ['demo', 'locales', 'src', 'stories', 'test'];

/** What a run writes by itself. */
const WRITTEN = /(^|[\\\\/])(generated|built)[\\\\/]/;

/** Resolves soon after the next file was saved. */
function nextChange() {
  const watchers = [];
  return new Promise((resolve) => {
    for (const folder of WATCHED) {
      const listen = (_event, file) => {
        if (file && !WRITTEN.test(file)) setTimeout(resolve, TOGETHER);
      };
      watchers.push(watch(folder, { recursive: true }, listen));
    }
  }).finally(() => watchers.forEach((watcher) => watcher.close()));
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

  do {
    const started = performance.now();
    const changed = changedFiles();
    console.log(changed.length > 0 ? changed.join('\n') : 'Nothing has changed since main.');
    const results = changed.length > 0 ? await runSteps(await stepsFor(changed)) : [];
    const seconds = (performance.now() - started) / 1000;
    const notes = [
      'npm test also looks at stories, the package, and the portal with the library in it.',
    ];
    console.log(report(results, { seconds, alone: () => 'npm run verify', notes }));
    process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
    if (isWatching) console.log('Waiting for a change. Ctrl+C ends it.');
  } while (isWatching && (await nextChange(), true));
});
