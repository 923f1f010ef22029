// npm run handleiding [-- nl en …]: builds what is missing, then makes the manual from the running portal.
import { fileURLToPath } from 'node:url';
import { installDependencies, make, runOrPrintError, requireNode } from '../tools/prepare.mjs';

const BUILT = fileURLToPath(new URL('built/', import.meta.url));

function chosenLocales(given, all) {
  const unknown = given.filter((locale) => !all.includes(locale));
  if (unknown.length > 0) {
    throw new Error(
      `There is no manual in ${unknown.join(', ')}. The languages are ${all.join(', ')}.`,
    );
  }
  return given.length === 0 ? all : given;
}

await runOrPrintError(async () => {
  requireNode();
  installDependencies();
  make('build:script-tag', 'dist/mfa-elements.js');
  const { register } = await import('tsx/esm/api');
  register();
  const { LOCALES } = await import('../../locales/languages.ts');
  const { makeManual } = await import('./make-manual.ts');
  const { launchChromium } = await import('../tools/browser/launch-chromium.mjs');

  const locales = chosenLocales(process.argv.slice(2), LOCALES);
  const browser = await launchChromium();
  try {
    for (const locale of locales) {
      const { html, pdf } = await makeManual(browser, locale, `${BUILT}${locale}`);
      console.log(`${html}\n${pdf}`);
    }
  } finally {
    await browser.close();
  }
});
