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

  it('are up to date with the code, and Dutch is whole; if not, run npm run locales', () => {
    assert.deepEqual(faults, []);
  });

  it('say how they are', (test) => {
    // Of the other locales nothing fails: this is where their translators are told.
    for (const line of report(locales).split('\n')) test.diagnostic(line);
    const translated = LOCALES.filter((locale) => locale !== 'en');
    assert.deepEqual([...locales.keys()].sort(), translated.sort());
  });

  it('say for translators, with every message, where it stands', () => {
    for (const [locale, { units }] of locales) {
      for (const { id, description } of units) {
        assert.match(description, /^[A-Z][^:]+: .{4,}/, `${locale}: ${id}`);
      }
    }
  });
});
