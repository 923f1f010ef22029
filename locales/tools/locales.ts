// npm run locales: brings the translators' files up to date with the code, says what is left to do, and
// builds. `build` only builds; `check` only looks, and fails where something may not be published.
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
  case 'check': {
    const { locales, faults } = project.check();
    console.log(report(locales));
    if (faults.length > 0) console.error(['', ...faults].join('\n'));
    process.exitCode = faults.length > 0 ? 1 : 0;
    break;
  }
  default:
    console.error(
      'What is to be done with the locales? Nothing (bring up to date), build or check.',
    );
    process.exitCode = 1;
}
