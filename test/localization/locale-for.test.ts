import { expect } from '@open-wc/testing';
import { localeFor } from '../../src/localization/locale-for.js';

describe('the locale for a page', () => {
  for (const [language, locale] of [
    ['', 'nl'],
    ['  ', 'nl'],
    ['nl', 'nl'],
    ['NL', 'nl'],
    ['nl-BE', 'nl'],
    ['nl-Latn-NL', 'nl'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['nld', 'en'],
    ['x-nl', 'en'],
    ['-', 'en'],
  ] as const) {
    it(`is ${locale} for lang="${language}"`, () => {
      expect(localeFor(language, ['en', 'nl'])).to.equal(locale);
    });
  }

  for (const [language, locale] of [
    ['nl-x-formal', 'nl-x-formal'],
    ['NL-X-Formal', 'nl-x-formal'],
    ['nl-BE-x-formal', 'nl-x-formal'],
    ['nl-x-other', 'nl'],
    ['x-formal', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['de-x-formal', 'de'],
    ['fr-CA', 'fr'],
    ['fr-Latn-CA-x-formal', 'fr'],
    ['es', 'en'],
    ['frr', 'en'],
  ] as const) {
    it(`is ${locale} for lang="${language}" among all locales of the library`, () => {
      expect(localeFor(language, ['de', 'en', 'fr', 'nl', 'nl-x-formal'])).to.equal(locale);
    });
  }

  it('is the exact tag before the language alone', () => {
    expect(localeFor('nl-BE', ['en', 'nl', 'nl-BE'])).to.equal('nl-BE');
  });

  it('is an error if the fallback locale is missing', () => {
    expect(() => localeFor('fr', ['nl'])).to.throw('en');
  });
});
