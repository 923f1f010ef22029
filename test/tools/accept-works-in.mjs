// npm run accept -- or by hand with --long: writes the guide "Works in" from a run of the tests that it names.
import { rmSync } from 'node:fs';
import { projectRoot, runOrPrintError } from '../../demo/tools/prepare.mjs';
import { RECORDS } from './record-tests.mjs';

await runOrPrintError(async () => {
  process.chdir(projectRoot);
  process.env.ACCEPT = '1';
  rmSync(RECORDS, { recursive: true, force: true });
  const { register } = await import('tsx/esm/api');
  register();
  const { runSteps } = await import('./run-steps.ts');
  const { worksInSteps } = await import('./steps.ts');
  const { report } = await import('./report.ts');

  const started = performance.now();
  const results = await runSteps(await worksInSteps(process.argv.includes('--long')));
  const seconds = (performance.now() - started) / 1000;
  console.log(report(results, { seconds, alone: ({ name }) => `npm test -- ${name}` }));
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
});
