import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingCharacters } from './picture-fonts.js';

describe('the fonts of the pictures', () => {
  const HAD = {
    'Dutch, German and French': 'Typ je code over. Möchtest du? Où ça, œuvre – “…” €',
    'the letters of the pseudo-locales': 'Ẋẋ Ṽṽ Ṁ ɱ Ǫǫ Ƒƒ Ɓƀ Ž ⟦⟧',
    Arabic: 'تطبيق المصادقة على هاتفي',
    'marks above and below a letter': 'z\u0335\u0489\u0321',
    'emoji, also those of several': '👩‍👩‍👧‍👦 🔑 ✔️ 🇳🇱',
  };
  for (const [what, text] of Object.entries(HAD)) {
    it(`have ${what}`, () => assert.deepEqual(missingCharacters(text), []));
  }

  it('lack a character, which is reported once with its number', () => {
    const [complaint, ...others] = missingCharacters('中中 a');
    assert.deepEqual(others, []);
    assert.match(complaint ?? '', /“中” \(U\+4E2D\): add one/);
  });
});
