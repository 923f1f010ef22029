// Measures which branches of the code that renders nothing are run by its own tests. Fails if a folder has fewer
// than 95 %, and says where.
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import libCoverage from 'istanbul-lib-coverage';
import { createInstrumenter } from 'istanbul-lib-instrument';
import {
  FOLDERS,
  loadTests,
  MEASURED,
  runTests,
  testsOf,
  withoutTraces,
} from './tests-in-node.mjs';

const LEAST = 95;

const pathOf = (file) => relative(process.cwd(), file).replaceAll('\\', '/');

const instrumenter = createInstrumenter({
  esModules: true,
  parserPlugins: ['typescript'],
  coverageGlobalScopeFunc: false,
  coverageGlobalScope: 'globalThis',
});

const instrument = {
  name: 'instrument',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      if (!MEASURED.test(pathOf(path))) return undefined;
      const code = await readFile(path, 'utf8');
      return { contents: instrumenter.instrumentSync(code, path), loader: 'ts' };
    });
  },
};

const coverage = libCoverage.createCoverageMap();
const failures = [];
for (const file of await loadTests(instrument)) {
  await withoutTraces(async () => {
    for await (const { test, error } of runTests(testsOf(file))) {
      if (error) failures.push(`${test.name}: ${error.message}`);
    }
    coverage.merge(globalThis.__coverage__ ?? {});
  });
}

/** The branches that no test runs, as `file:line`. */
function missedBranches(file) {
  const { branchMap, b: runs } = coverage.fileCoverageFor(file);
  return Object.entries(branchMap).flatMap(([id, { locations, loc }]) =>
    locations
      .filter((_branch, index) => runs[id][index] === 0)
      .map(({ start }) => `${pathOf(file)}:${start?.line ?? loc.start.line}`),
  );
}

for (const folder of FOLDERS) {
  const files = coverage.files().filter((file) => pathOf(file).startsWith(`src/${folder}/`));
  const summary = libCoverage.createCoverageSummary();
  for (const file of files) summary.merge(coverage.fileCoverageFor(file).toSummary());
  const { covered, total, pct } = summary.branches;
  const missed = [...new Set(files.flatMap(missedBranches))];
  console.log(
    `src/${folder}: ${covered} of ${total} branches (${pct} %). Not run: ${missed.join(', ') || 'none'}`,
  );
  if (pct < LEAST) failures.push(`src/${folder}: fewer than ${LEAST} % of the branches are run`);
}
for (const failure of failures) console.log(`Error: ${failure}`);
// Tests may leave a timer or a request that nobody waits for.
process.exit(failures.length > 0 ? 1 : 0);
