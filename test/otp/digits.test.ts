import { expect } from '@open-wc/testing';
import { findCode, onlyDigits, toAsciiDigits } from '../../src/otp/digits.js';

const LAST_CODE_POINT = 0x10ffff;

/** Returns every decimal digit that the browser knows, in order of code point. */
function everyDecimalDigit(): string[] {
  const digits: string[] = [];
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    if (/^\p{Nd}$/u.test(character)) digits.push(character);
  }
  return digits;
}

describe('toAsciiDigits', () => {
  it('reads every decimal digit of Unicode', () => {
    const digits = everyDecimalDigit();
    expect(digits.length).to.be.at.least(650);
    expect(digits.length % 10).to.equal(0);
    digits.forEach((digit, index) => {
      expect(toAsciiDigits(digit), digit).to.equal(String(index % 10));
    });
  });

  it('agrees with the digits the browser itself writes in every numbering system', () => {
    let systems = 0;
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
      if (!/^\p{Nd}{10}$/u.test(format.format(1234567890))) continue;
      systems += 1;
      expect(toAsciiDigits(format.format(1234567890)), numberingSystem).to.equal('1234567890');
    }
    expect(systems).to.be.at.least(40);
  });

  it('does not change numbers that are not decimal digits, or other text', () => {
    expect(toAsciiDigits('²³½Ⅷ① 三 a\uD835 é')).to.equal('²³½Ⅷ① 三 a\uD835 é');
  });

  it('keeps digits in the middle of text', () => {
    expect(toAsciiDigits('code: １٢३4!')).to.equal('code: 1234!');
  });
});

describe('onlyDigits', () => {
  it('returns only the digits', () => {
    expect(onlyDigits('12a3 -.')).to.equal('123');
    expect(onlyDigits('１２３')).to.equal('123');
    expect(onlyDigits('²³½Ⅷ①')).to.equal('');
  });
});

describe('findCode', () => {
  const clear: Record<string, string> = {
    'the code alone (24)': '123456',
    'two groups (25)': '123 456',
    'a hyphen (25)': '123-456',
    'an en dash': '123 – 456',
    'odd spaces and a line end (25)': '\u00a0123\u2009456\n',
    'three groups (25)': '12 34 56',
    'a zero-width space': '123\u200B456',
    'a sentence with a spaced code (26, 38)': 'Your code is 123 456',
    'a prefix (27)': 'G-123456 is your code.',
    'another number before it (28)': 'Order 42: your code is 123456',
    'a phone number after it': 'Je code is 123 456. Vragen? Bel 088 123 45 67.',
    'the same code twice': '123456. @profi.nl #123456',
    'full-width digits (29, 47)': '１２３４５６',
    'Arabic-Indic digits (30)': '١٢٣٤٥٦',
    'Persian digits (30)': '۱۲۳۴۵۶',
    'mathematical digits (host page 17)': '𝟏𝟐𝟑𝟒𝟓𝟔',
    'six emoji keycaps (host page 17)': '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣',
    'six emoji keycaps in groups (host page 17)': '1️⃣2️⃣3️⃣ 4️⃣5️⃣6️⃣',
    'digits with marks on them (host page 17)': '1\u03332\u03333\u03334\u03335\u03336\u0333',
    'a Chinese sentence without spaces': '您的验证码是123456，请勿泄露。',
    'a Japanese sentence without spaces': 'コード：123456です',
    'a prefix with a group (host page 12)': 'G-123 456',
    'quotes around it': '"123-456"',
    'a number before it': '2026-11-29 08:15 123456',
  };
  for (const [name, text] of Object.entries(clear)) {
    it(`finds the code: ${name}`, () => {
      expect(findCode(text, 6)).to.equal('123456');
    });
  }

  const unclear: Record<string, string> = {
    'too long a run (32)': '1234567890',
    'too few digits (34)': '99',
    'no digits (33)': 'abc',
    'nothing (36)': '',
    'numbers that are no digits (31)': '²³½Ⅷ①',
    'two different codes': '123456 of 654321',
    'groups that make more than a code': '123 456 789',
    'groups in a recovery code (host page 12)': 'H123-456K-9TPD',
    'a run in a recovery code (host page 12)': 'H7KQ2M-123456-9TPD1X',
    'a run in a longer number (host page 12)': '123456-7890',
    'a run among letters (host page 12)': 'a1b2123456ff',
    'a run right before letters (host page 12)': '123456ff',
    'a phone number (host page 12)': '088-123456',
    'digits among letters (host page 12)': 'a1b2-c3d4-e5f6',
  };
  for (const [name, text] of Object.entries(unclear)) {
    it(`finds no code: ${name}`, () => {
      expect(findCode(text, 6)).to.be.undefined;
    });
  }

  it('keeps a leading zero, and finds codes of other lengths', () => {
    expect(findCode('012345', 6)).to.equal('012345');
    expect(findCode('1234 5678', 8)).to.equal('12345678');
  });

  it('is fast for a very long paste', () => {
    const started = performance.now();
    findCode('1 '.repeat(200_000), 6);
    findCode('1'.repeat(400_000), 6);
    expect(performance.now() - started).to.be.below(2000);
  });
});
