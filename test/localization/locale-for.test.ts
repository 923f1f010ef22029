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

  it('is the exact tag before the language alone', () => {
    expect(localeFor('nl-BE', ['en', 'nl', 'nl-BE'])).to.equal('nl-BE');
  });

  it('is an error where the locale to fall back to is missing', () => {
    expect(() => localeFor('fr', ['nl'])).to.throw('en');
  });
});
