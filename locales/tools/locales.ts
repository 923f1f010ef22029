// npm run locales: brings the translators' files up to date with the code, reports what is left to do,
// and builds. `build` only builds.
import { fileURLToPath } from 'node:url';
import { ProjectLocales } from './project-locales.js';
import { report } from './report.js';

const project = new ProjectLocales(fileURLToPath(new URL('../../', import.meta.url)));

switch (process.argv[2]) {
  case undefined:
    console.log(report(await project.update()));
    break;
  case 'build':
    await project.build();
    break;
  default:
    console.error('Usage: locales.ts [build]');
    process.exitCode = 1;
}
