// npm run handleiding [-- nl en …]: makes what is missing, then the manual, by walking the portal.
import { fileURLToPath } from 'node:url';
import { installDependencies, make, runOrPrintError, requireNode } from '../tools/prepare.mjs';

const BUILT = fileURLToPath(new URL('built/', import.meta.url));

function chosenLocales(asked, all) {
  const unknown = asked.filter((locale) => !all.includes(locale));
  if (unknown.length > 0) {
    throw new Error(`The manual is made in ${all.join(', ')}, and not in ${unknown.join(', ')}.`);
  }
  return asked.length === 0 ? all : asked;
}

await runOrPrintError(async () => {
  requireNode();
  installDependencies();
  make('build:script-tag', 'dist/mfa-elements.js');
  const { register } = await import('tsx/esm/api');
  register();
  const { LOCALES } = await import('../server/pages/languages.ts');
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
