// Builds something that tests need, if it is older than its sources: node test/tools/build.mjs NAME
import { pathToFileURL } from 'node:url';
import { make, runOrPrintError } from '../../demo/tools/prepare.mjs';

const BUILDS = {
  translations: { script: 'locales:build', made: 'src/localization/generated/nl.ts' },
  library: { script: 'build:library', made: 'dist/esm/index.d.ts' },
  storybook: {
    script: 'build-stories',
    // Written at the end of a build, so that an interrupted build does not count as up to date.
    made: 'storybook-static/complete',
    sources: ['src', 'stories', 'locales', 'package.json', 'package-lock.json'],
  },
};

/**
 * Builds one of these, if it is older than its sources.
 *
 * @param {keyof typeof BUILDS} name
 * @throws {Error} if the build fails
 */
export function build(name) {
  const { script, made, sources } = BUILDS[name];
  make(script, made, sources);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runOrPrintError(async () => build(process.argv[2]));
}
