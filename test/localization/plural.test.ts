import { expect } from '@open-wc/testing';
import { formatNumber } from '../../src/localization/format-number.js';
import { allLocales } from '../../src/localization/generated/locale-codes.js';
import { setLocale, type Locale } from '../../src/localization/locale.js';
import { plural } from '../../src/localization/plural.js';

const form = (count: number) => plural(count, { one: () => 'one', other: () => 'other' });

describe('the plural form of a count', () => {
  afterEach(() => setLocale('nl'));

  for (const locale of ['nl', 'nl-x-formal', 'en', 'de'] as const satisfies readonly Locale[]) {
    it(`is one for 1 alone in ${locale}`, async () => {
      await setLocale(locale);
      expect([0, 1, 2, 10].map(form)).to.deep.equal(['other', 'one', 'other', 'other']);
    });
  }

  it('is one for 0 and 1 in fr', async () => {
    await setLocale('fr');
    expect([0, 1, 2, 10].map(form)).to.deep.equal(['one', 'one', 'other', 'other']);
  });

  it('is other if there is no message for a form of the language', async () => {
    await setLocale('fr');
    expect(form(1_000_000)).to.equal('other');
  });
});

describe('a number', () => {
  afterEach(() => setLocale('nl'));

  it('is written as the language writes it', async () => {
    const written: string[] = [];
    for (const locale of ['nl', 'en', 'de', 'fr'] as const) {
      await setLocale(locale);
      written.push(formatNumber(1200).replace(/\s/, ' '));
    }
    expect(written).to.deep.equal(['1.200', '1,200', '1.200', '1 200']);
  });

  it('is written as the formatter of each locale does, also without one', async () => {
    const numbers = [...Array.from({ length: 1001 }, (_, index) => index), 0.5, 99.5, -1, NaN];
    for (const locale of allLocales) {
      await setLocale(locale);
      const formatter = new Intl.NumberFormat(locale);
      expect(numbers.map(formatNumber), locale).to.deep.equal(
        numbers.map((number) => formatter.format(number)),
      );
    }
  });
});
