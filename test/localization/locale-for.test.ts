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

  for (const [language, locale] of [
    ['nl_NL', 'nl'],
    ['nl-nl', 'nl'],
    [' nl ', 'nl'],
    ['\nnl_BE\n', 'nl'],
    ['nl_NL.UTF-8', 'nl'],
    ['nl_NL.utf8', 'nl'],
    ['nl_BE@euro', 'nl'],
    ['nl-NL,nl;q=0.9,en;q=0.8', 'nl'],
    ['nl, en', 'nl'],
    ['dut', 'nl'],
    ['nld', 'nl'],
    ['NLD', 'nl'],
    ['nld-NL', 'nl'],
    ['Dutch', 'nl'],
    ['dutch', 'nl'],
    ['Nederlands', 'nl'],
    ['Dutch_Netherlands.1252', 'nl'],
    ['deu', 'de'],
    ['ger_DE', 'de'],
    ['German', 'de'],
    ['deutsch', 'de'],
    ['de_DE_formal', 'de'],
    ['de-DE-formal', 'de'],
    ['de-CH-1996', 'de'],
    ['eng', 'en'],
    ['English', 'en'],
    ['en_US.UTF-8', 'en'],
    ['fra', 'fr'],
    ['fre', 'fr'],
    ['français', 'fr'],
    ['C', 'en'],
    ['POSIX', 'en'],
    ['zh_Hans', 'en'],
    ['zh-cmn-Hans-CN', 'en'],
    ['klingon', 'en'],
    ['zzz', 'en'],
    ['123', 'en'],
    ['{{ lang }}', 'en'],
    ['nl_NL_formal', 'nl-x-formal'],
    ['nl-NL-formal', 'nl-x-formal'],
    ['nl-formal', 'nl-x-formal'],
    ['nl-informal', 'nl'],
    ['und', 'nl'],
    ['null', 'nl'],
    ['undefined', 'nl'],
  ] as const) {
    it(`is ${locale} for lang="${language}", as a server may spell it (host page 3)`, () => {
      expect(localeFor(language, ['de', 'en', 'fr', 'nl', 'nl-x-formal'])).to.equal(locale);
    });
  }

  it('is the exact tag before the language alone', () => {
    expect(localeFor('nl-BE', ['en', 'nl', 'nl-BE'])).to.equal('nl-BE');
    expect(localeFor('nl_be.UTF-8', ['en', 'nl', 'nl-BE'])).to.equal('nl-BE');
  });

  it('is an error if the fallback locale is missing', () => {
    expect(() => localeFor('fr', ['nl'])).to.throw('en');
  });
});
