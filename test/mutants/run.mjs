// Changes the code of a folder in one place after the other, and sees whether its tests notice. Fails if too many
// changes, or one of a guard of security, are not noticed. Folders may be named: npm run test:mutants -- otp
import { readFile } from 'node:fs/promises';
import { Stryker } from '@stryker-mutator/core';
import { GUARDS } from './guards.mjs';
import { faultsOf, percentOf, scoreOf, survivorsOf } from './judge.mjs';
import { optionsFor, reportOf } from './options.mjs';
import { acceptScores } from './score.mjs';
import { FOLDERS } from './tests-in-node.mjs';

const given = process.argv.slice(2);
const unknown = given.filter((folder) => !FOLDERS.includes(folder));
if (unknown.length > 0) throw new Error(`There is no folder ${unknown.join(', ')} to change.`);

const faults = [];
for (const folder of given.length > 0 ? given : FOLDERS) {
  await new Stryker(optionsFor(folder)).runMutationTest();
  const report = JSON.parse(await readFile(reportOf(folder), 'utf8'));
  const score = scoreOf(report);
  const guards = GUARDS.filter(({ file }) => file.startsWith(`src/${folder}/`));
  for (const survivor of survivorsOf(report)) console.log(survivor);
  console.log(`src/${folder}: ${score.killed} of ${score.mutants} mutants killed`);
  console.log(`${percentOf(score).toFixed(1)} %, with ${guards.length} guards`);
  faults.push(...faultsOf(folder, report, guards));
  acceptScores({ [folder]: score });
}
for (const fault of faults) console.log(`Error: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
