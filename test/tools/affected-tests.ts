import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { browserTests, NODE_FOLDERS, nodeTests } from './test-files.mjs';

/** Files that tests read, or from which modules are generated, without an import. */
const READERS: readonly { readonly read: RegExp; readonly by: (file: string) => string[] }[] = [
  {
    read: /^locales\/[\w-]+\.xlf$/,
    by: (file) => [
      file.replace('locales/', 'src/localization/generated/').replace('.xlf', '.ts'),
      'test/localization/read-units.ts',
      'test/stories/translator-panel/live-edit.test.ts',
    ],
  },
  // It compares the messages of the code, also removed ones, with the translators' files.
  { read: /^src\/(elements|localization)\//, by: () => ['test/locales/locales.test.ts'] },
  // Its page imports them by a name of its own.
  {
    read: /^(stories\/\.storybook\/translator-panel|src\/localization)\//,
    by: () => ['test/stories/translator-panel/live-edit.test.ts'],
  },
  { read: /^locales\//, by: () => nodeTests('locales') },
  {
    // The schema is generated from types, which have no import at run time.
    read: /^src\/backend\//,
    by: () => ['test/package/definition-schema.test.ts', 'test/package/interpreter-size.test.ts'],
  },
  { read: /^src\/elements\//, by: () => ['test/package/documented-looks.test.ts'] },
  { read: /^demo\/(portal|manual)\//, by: () => nodeTests('journey') },
  {
    read: /^demo\/portal\//,
    by: () => ['test/demo/server/routes.test.ts', 'test/demo/server/remembered-device.test.ts'],
  },
  {
    read: /^demo\/server\//,
    by: () => ['test/demo/server/server.test.ts', 'test/demo/start.test.ts'],
  },
  {
    read: /^demo\/server\/openapi\.json$/,
    by: () => ['test/demo/server/contract.test.ts', 'test/backend/contract.test.ts'],
  },
  { read: /^demo\/tools\//, by: () => ['test/demo/start.test.ts'] },
  {
    read: /^(stories\/brands|demo\/portal\/assets)\/.*\.css$/,
    by: () => ['test/styles/themes.ts'],
  },
  {
    read: /^README\.md$/,
    by: () => ['test/presets/presets.test.ts', ...nodeTests('package'), ...nodeTests('security')],
  },
  { read: /^stories\/guides\//, by: () => nodeTests('package') },
  {
    read: /^(stories\/guides\/.*\.md|test\/.*\.test\.ts|test\/stories\/accessibility-tree\/.*)$/,
    by: () => nodeTests('accessibility/statement'),
  },
  {
    read: /^(stories\/guides\/works-in\.md|test\/host-pages\/works-in\/results\.json)$/,
    by: () => nodeTests('host-pages/works-in'),
  },
  {
    read: /^(stories\/guides\/size-and-speed\.md|test\/bench\/budgets\.json)$/,
    by: () => nodeTests('bench'),
  },
  { read: /^test\/security\//, by: () => nodeTests('security') },
  { read: /^test\/cases\.md$/, by: () => ['test/tools/cases.test.ts'] },
  { read: /^test\/.*\.ts$/, by: () => ['test/locales/messages-in-tests.test.ts'] },
  // It uses the list of all tests.
  { read: /^test\/.*\.test\.ts$/, by: () => ['test/tools/affected-tests.test.ts'] },
  {
    read: /^test\/(accessibility|stories)\/in-page\//,
    by: () => ['test/stories/stories.test.ts'],
  },
  { read: /^test\/journey\/better-auth-/, by: () => ['test/journey/better-auth.test.ts'] },
  {
    read: /^test\/elements\/code-input\/code-page\.html$/,
    by: () => ['test/elements/code-input/before-javascript.test.ts'],
  },
];

/** Files that every test depends on. */
const CONCERNS_ALL =
  /^(package(-lock)?\.json|tsconfig\.json|web-test-runner\.config\.mjs|test\/tools\/[\w-]+\.mjs|demo\/tools\/browser\/.*)$/;

/** Maps the path of a module to the modules that import it. */
async function importers(tests: readonly string[]): Promise<Map<string, string[]>> {
  const { metafile } = await build({
    stdin: {
      contents: tests.map((test) => `import './${test}';`).join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    metafile: true,
    write: false,
    outdir: '.',
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    ignoreAnnotations: true,
    logLevel: 'silent',
  });
  const importedBy = new Map<string, string[]>();
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    for (const { path } of imports) importedBy.set(path, [...(importedBy.get(path) ?? []), file]);
  }
  return importedBy;
}

/** The tests that a change can break, as paths from the project's folder. */
export interface AffectedTests {
  readonly inBrowser: readonly string[];
  /** By their folder. */
  readonly inNode: ReadonlyMap<string, readonly string[]>;
  /** The files that import a changed file directly. */
  readonly importers: readonly string[];
}

/**
 * Finds the tests that import a changed file, directly or indirectly, or read it. A test that uses a build
 * (dist/, Storybook) does not import its sources, so a change in src/ affects no story and no journey.
 *
 * @param changed Paths from the project's folder.
 */
export async function affectedTests(changed: readonly string[]): Promise<AffectedTests> {
  const browser = browserTests();
  const folders = NODE_FOLDERS.map((folder) => [folder, nodeTests(folder)] as const);
  const tests = [...browser, ...folders.flatMap(([, files]) => files)];
  const importedBy = await importers(tests);
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    importedBy.get(file)?.forEach(reach);
  };
  for (const file of changed) {
    if (CONCERNS_ALL.test(file)) tests.forEach(reach);
    reach(file);
    for (const { read, by } of READERS) if (read.test(file)) by(file).forEach(reach);
  }
  return {
    importers: changed.flatMap((file) => importedBy.get(file) ?? []).filter(existsSync),
    inBrowser: browser.filter((file) => reached.has(file)),
    inNode: new Map(
      folders
        .map(([folder, files]) => [folder, files.filter((file) => reached.has(file))] as const)
        .filter(([, files]) => files.length > 0),
    ),
  };
}
