import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '../../locales/languages.js';
import { ProjectLocales } from '../../locales/tools/project-locales.js';
import { report } from '../../locales/tools/report.js';

describe('The locales', () => {
  const { locales, faults } = new ProjectLocales(
    fileURLToPath(new URL('../../', import.meta.url)),
  ).check();

  it('are up to date with the code, and Dutch is complete; if not, run npm run locales', () => {
    assert.deepEqual(faults, []);
  });

  it('report their state', (test) => {
    // The other locales fail no test: this report is for their translators.
    for (const line of report(locales).split('\n')) test.diagnostic(line);
    const translated = LOCALES.filter((locale) => locale !== 'en');
    assert.deepEqual([...locales.keys()].sort(), translated.sort());
  });

  it('tell translators for every message where it is shown', () => {
    for (const [locale, { units }] of locales) {
      for (const { id, description } of units) {
        assert.match(description, /^[A-Z][^:]+: .{4,}/, `${locale}: ${id}`);
      }
    }
  });
});
