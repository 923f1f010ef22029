import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALL_LOOKS, coveringLooks, nameOf, ROUND, THEMES, thoroughLooks, WIDTHS } from './looks.js';
import { LOCALES } from '../../locales/languages.js';

const all = new Set(ALL_LOOKS.map(nameOf));

describe('the looks at one story', () => {
  for (const turn of [0, 1, ROUND - 1, 1000]) {
    const looks = coveringLooks(turn);

    it(`have every theme, locale and width (story ${turn})`, () => {
      assert.deepEqual(new Set(looks.map(({ theme }) => theme)), new Set(THEMES));
      assert.deepEqual(new Set(looks.map(({ width }) => width)), new Set(WIDTHS));
      assert.equal(new Set(looks.map(({ locale }) => locale)).size, 7);
    });
  }

  it('have every combination between the stories of a round, from wherever it begins', () => {
    for (const first of [0, 7]) {
      const turns = Array.from({ length: ROUND }, (_, index) => first + index);
      assert.deepEqual(new Set(turns.flatMap(coveringLooks).map(nameOf)), all);
    }
  });
});

describe('the looks at one story in which nothing is left out', () => {
  const stories = Array.from({ length: 2 * ROUND * LOCALES.length }, (_, turn) => turn);
  const locales = stories.map((turn) =>
    [...thoroughLooks(coveringLooks(turn), turn)].map(({ locale }) => locale),
  );

  it('are one from left to right and one from right to left', () => {
    for (const [one, other] of locales) {
      assert.ok(LOCALES.some((locale) => locale === one));
      assert.equal(other, 'ar-XB');
    }
  });

  it('have every theme, locale and width between them', () => {
    const looks = stories.flatMap((turn) => [...thoroughLooks(coveringLooks(turn), turn)]);
    assert.deepEqual(new Set(looks.map(({ theme }) => theme)), new Set(THEMES));
    assert.deepEqual(new Set(looks.map(({ width }) => width)), new Set(WIDTHS));
    assert.deepEqual(new Set(locales.flat()), new Set([...LOCALES, 'ar-XB']));
  });
});

describe('all looks', () => {
  it('are every theme in every locale at every width, once', () => {
    assert.equal(ALL_LOOKS.length, THEMES.length * 7 * WIDTHS.length);
    assert.equal(all.size, ALL_LOOKS.length);
  });
});
