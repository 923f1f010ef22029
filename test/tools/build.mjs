// Builds what tests look at, when it is older than what it is made of: node test/tools/build.mjs NAME
import { pathToFileURL } from 'node:url';
import { make, runOrPrintError } from '../../demo/tools/prepare.mjs';

const BUILDS = {
  translations: { script: 'locales:build', made: 'src/localization/generated/nl.ts' },
  library: { script: 'build:library', made: 'dist/esm/index.d.ts' },
  storybook: {
    script: 'build-stories',
    // Written when it is whole: half of a build would pass for a new one the next time.
    made: 'storybook-static/complete',
    sources: ['src', 'stories', 'locales', 'package.json', 'package-lock.json'],
  },
};

/**
 * @param {keyof typeof BUILDS} name
 * @throws {Error} when it fails
 */
export function build(name) {
  const { script, made, sources } = BUILDS[name];
  make(script, made, sources);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runOrPrintError(async () => build(process.argv[2]));
}
