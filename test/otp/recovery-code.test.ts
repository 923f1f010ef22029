import { expect } from '@open-wc/testing';
import {
  holdsSeveralCodes,
  looksLikeRecoveryCode,
  normalizeRecoveryCode,
} from '../../src/otp/recovery-code.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What lists, sentences and tables put round a code. */
const SURROUNDED = (code: string): string[] => [
  `1. ${code}`,
  `12. ${code}`,
  `1) ${code}`,
  `(1) ${code}`,
  `1: ${code}`,
  `1\t${code}`,
  `- ${code}`,
  `– ${code}`,
  `• ${code}`,
  `* ${code}`,
  `☐ ${code}`,
  `[ ] ${code}`,
  `- [ ] ${code}`,
  `${code}.`,
  `${code},`,
  `${code};`,
  `"${code}"`,
  `“${code}”.`,
  `„${code}“`,
  `'${code}',`,
  `«${code}»`,
  `(${code})`,
  `\`${code}\``,
  `**${code}**`,
  `Code: ${code}`,
  `Herstelcode 3: ${code}.`,
  `1. “${code}”,`,
  `\u00A0${code}\u00A0`,
  `\u200B\uFEFF${code}\u2060`,
  `\r\n${code}\r\n`,
  `\u2022\u00A0${code}`,
  `① ${code}`,
  `❿ ${code}`,
  `⒈${code}`,
  `1️⃣ ${code}`,
  `| ${code} |`,
  `${code} ✓`,
  `✅ ${code}`,
];

/** The words and numbers that stand next to a code, and are no part of it. */
const BETWEEN_WORDS = (code: string): string[] => [
  `#1 ${code}`,
  `code:${code}`,
  `1)${code}`,
  `Herstelcode ${code}`,
  `Herstelcode 3 ${code}`,
  `Recovery code ${code}`,
  `Backup code ${code} ✓`,
  `No. 1 ${code}`,
  `№ 1 ${code}`,
  `1/10 ${code}`,
  `${code} (gebruikt)`,
  `Herstelcode “${code}” (niet gebruikt)`,
];

/** The dashes that pages, phones and word processors write in place of a hyphen. */
const DASHES = ['‐', '\u2011', '‒', '–', '—', '―', '−', '﹣', '－'];

describe('a recovery code among words', () => {
  for (const [code, alphabet, normalized] of [
    ['ABCD-1234', CROCKFORD, 'ABCD1234'],
    ['h7kq 2mxr 9tpd', CROCKFORD, 'H7KQ2MXR9TPD'],
    ['1234-5678', '0123456789', '12345678'],
    ['12345678', '0123456789', '12345678'],
    ['ABCD-1234', '', 'ABCD-1234'],
    ['a1b2c3d4e5', '', 'a1b2c3d4e5'],
  ] as const) {
    for (const typed of BETWEEN_WORDS(code)) {
      it(`is found in ${JSON.stringify(typed)} of ${alphabet || 'any characters'} (host page 16)`, () => {
        expect(normalizeRecoveryCode(typed, alphabet)).to.equal(normalized);
        expect(looksLikeRecoveryCode(typed, alphabet)).to.equal(true);
      });
    }
  }

  it('is found after a number with a full stop that cannot be a part of it (host page 16)', () => {
    expect(normalizeRecoveryCode('1.ABCD-1234', CROCKFORD)).to.equal('ABCD1234');
    expect(normalizeRecoveryCode('1.ABCD-1234')).to.equal('ABCD-1234');
    expect(normalizeRecoveryCode('1.23456789', '0123456789')).to.equal('1.23456789');
    expect(normalizeRecoveryCode('1.2345678')).to.equal('1.2345678');
  });

  for (const [typed, normalized] of [
    ['1 23456789', '123456789'],
    ['12 3456-7890', '1234567890'],
    ['12-3456-78', '12345678'],
    ['Kana r0e2 9tpd', 'KANAR0E29TPD'],
    ['kana R0E2-9TPD', 'KANAR0E29TPD'],
    ['KANA-R0E2 9TPD', 'KANAR0E29TPD'],
    ['ABCD-1234 56', 'ABCD123456'],
    ['a1b2  c3d4', 'A1B2C3D4'],
    ['3W2TMCY3C  H', '3W2TMCY3CH'],
    ['WC - AFNPNET5MTDG', 'WCAFNPNET5MTDG'],
    ['CODE ABCD 1234', 'C0DEABCD1234'],
  ] as const) {
    it(`keeps every character of ${typed} (host page 16)`, () => {
      expect(normalizeRecoveryCode(typed, CROCKFORD)).to.equal(normalized);
      expect(normalizeRecoveryCode(typed)).to.equal(typed);
    });
  }

  it('in groups is found after a long word that is no group of it (host page 16)', () => {
    expect(normalizeRecoveryCode('Noodsleutel H7KQ-2MXR-9TPD', CROCKFORD)).to.equal('H7KQ2MXR9TPD');
    expect(normalizeRecoveryCode('Noodsleutel H7KQ-2MXR-9TPD')).to.equal('H7KQ-2MXR-9TPD');
  });

  for (const [typed, why] of [
    ['Sleutel H7KQ2MX-R9TPDA1', 'the word may be a group of it'],
    ['Kana H7KQ-2MXR-9TPD', 'the word is short'],
    ['Noodsleutel H7KQ2MXR9TPD', 'the code has no groups'],
    ['Noodsleutel 1234-5678', 'the code has no letters'],
  ] as const) {
    it(`is left as it is in ${typed}, because ${why} (host page 16)`, () => {
      expect(normalizeRecoveryCode(typed)).to.equal(typed);
    });
  }

  it('is looked for among twelve words, and not among more', () => {
    const among = (words: number) => `${'Herstelcode '.repeat(words - 1)}ABCD-1234`;
    expect(looksLikeRecoveryCode(among(12))).to.equal(true);
    expect(looksLikeRecoveryCode(among(13))).to.equal(false);
  });

  it('of digits is not what a text has next to a number (host page 12)', () => {
    for (const text of ['Order 12345678', 'Telefoon 0612 3456', 'Code 123456, order 12345678'])
      expect(looksLikeRecoveryCode(text), text).to.equal(false);
  });
});

describe('a recovery code of a known alphabet', () => {
  for (const typed of SURROUNDED('h7kq-2mxr')) {
    it(`is found in ${JSON.stringify(typed)} (host page 16)`, () => {
      expect(normalizeRecoveryCode(typed, CROCKFORD)).to.equal('H7KQ2MXR');
    });
  }

  for (const typed of SURROUNDED('1234-5678')) {
    it(`of digits keeps its digits and gets no other in ${JSON.stringify(typed)} (host page 16)`, () => {
      expect(normalizeRecoveryCode(typed, '0123456789')).to.equal('12345678');
    });
  }

  it('of digits keeps the first ones, however they are grouped (host page 16)', () => {
    for (const typed of ['1 2345678', '12 34 56 78', '12-345678', '1234 - 5678']) {
      expect(normalizeRecoveryCode(typed, '0123456789'), typed).to.equal('12345678');
    }
  });

  it('may have any dash in it (host page 16)', () => {
    for (const dash of DASHES) {
      expect(normalizeRecoveryCode(`H7KQ${dash}2MXR`, CROCKFORD), dash).to.equal('H7KQ2MXR');
    }
    expect(normalizeRecoveryCode('Ｈ７ＫＱ－２ＭＸＲ', CROCKFORD)).to.equal('H7KQ2MXR');
  });

  for (const typed of [
    'h7kq-2mxr',
    ' H7KQ 2MXR\n',
    'h7kq–2mxr',
    'H7KQ—2MXR',
    'H7KQ−2MXR',
    'H7KQ\u20112MXR',
    '\u200Bh7kq\u00A02m\u00ADxr',
    'Ｈ7KQ2MXR',
  ]) {
    it(`is read from ${JSON.stringify(typed)}`, () => {
      expect(normalizeRecoveryCode(typed, CROCKFORD)).to.equal('H7KQ2MXR');
    });
  }

  it('replaces letters that are not in the alphabet by the digits that look like them', () => {
    expect(normalizeRecoveryCode('O0o-ILil1', CROCKFORD)).to.equal('00011111');
  });

  it('keeps letters that look like digits if the alphabet has both', () => {
    expect(normalizeRecoveryCode('o0il1', '01ILO')).to.equal('O0IL1');
  });

  it('replaces a digit that is not in the alphabet by the letter', () => {
    expect(normalizeRecoveryCode('01l', 'ABCDEFGHIJKMNOPQ')).to.equal('OII');
  });

  it('uses the case of the alphabet', () => {
    expect(normalizeRecoveryCode('AB-CD 0O', 'abcdefgho')).to.equal('abcdoo');
    expect(normalizeRecoveryCode('aB', 'aAbB')).to.equal('aB');
  });

  it('keeps hyphens that are part of the alphabet', () => {
    expect(normalizeRecoveryCode('h7kq-2mxr ', `${CROCKFORD}-`)).to.equal('H7KQ-2MXR');
  });

  it('replaces nothing else: not S by 5, B by 8 or U by V', () => {
    expect(normalizeRecoveryCode('sbu5', '58V')).to.equal('sbu5');
  });

  it('keeps unknown characters, so that the server refuses the code', () => {
    expect(normalizeRecoveryCode('h7k!é', CROCKFORD)).to.equal('H7K!é');
  });

  it('is empty when nothing was typed', () => {
    expect(normalizeRecoveryCode(' - \u200B', CROCKFORD)).to.equal('');
  });
});

describe('a recovery code of an unknown alphabet', () => {
  it('is sent as typed, without surrounding white space', () => {
    expect(normalizeRecoveryCode('\u200B \ta3-Bx O0 il1\uFEFF\n')).to.equal('a3-Bx O0 il1');
    expect(normalizeRecoveryCode('-a-b-')).to.equal('-a-b-');
  });

  for (const typed of SURROUNDED('aB3-x9_Q')) {
    it(`is found in ${JSON.stringify(typed)} (host page 16)`, () => {
      expect(normalizeRecoveryCode(typed)).to.equal('aB3-x9_Q');
    });
  }

  it('has plain characters, also if a word processor replaced them (host page 16)', () => {
    for (const dash of DASHES) expect(normalizeRecoveryCode(`a3${dash}Bx`)).to.equal('a3-Bx');
    expect(normalizeRecoveryCode('a3\u00AD\u200BBx')).to.equal('a3Bx');
    expect(normalizeRecoveryCode('ａ３-Ｂｘ')).to.equal('a3-Bx');
  });

  it('is empty when nothing was typed', () => {
    expect(normalizeRecoveryCode(' \u200B\n')).to.equal('');
    expect(normalizeRecoveryCode('', '')).to.equal('');
  });
});

describe('several recovery codes', () => {
  for (const text of [
    'H7KQ-2MXR\nA1B2-C3D4',
    '1. H7KQ-2MXR\r\n2. A1B2-C3D4\r\n',
    'H7KQ-2MXR, A1B2-C3D4',
    'H7KQ-2MXR\tA1B2-C3D4',
    'H7KQ-2MXR A1B2-C3D4',
    'H7KQ-2MXR  A1B2-C3D4',
    'H7KQ2MXR  A1B2C3D4',
    '1. H7KQ-2MXR 2. A1B2-C3D4',
    'Herstelcode 1 H7KQ-2MXR\nHerstelcode 2 A1B2-C3D4',
  ]) {
    it(`are ${JSON.stringify(text)} (host page 16)`, () => {
      expect([holdsSeveralCodes(text), holdsSeveralCodes(text, CROCKFORD)]).to.deep.equal([
        true,
        true,
      ]);
    });
  }

  for (const text of [
    'H7KQ-2MXR',
    'H7KQ 2MXR',
    'H7KQ  2MXR',
    'H7KQ2MXR 9TPDA1B2',
    '1\tH7KQ-2MXR',
    '\n1. H7KQ 2MXR,\n\n',
    '',
    'Your codes:\n1. H7KQ-2MXR\n',
  ]) {
    it(`are not ${JSON.stringify(text)} (host page 16)`, () => {
      expect(holdsSeveralCodes(text, CROCKFORD)).to.equal(false);
    });
  }
});

describe('what looks like a recovery code', () => {
  const HEX = '0123456789abcdef';
  const DIGITS = '0123456789';
  for (const [text, alphabets] of [
    ['KANA-R0E2-9TPD', [CROCKFORD, '']],
    ['kana-r0e2', [CROCKFORD, '']],
    ['KANA R0E2 9TPD', [CROCKFORD, '']],
    ['a1b2-c3d4', [HEX, CROCKFORD, '']],
    ['a1b2c3d4e5', [HEX, '']],
    ['“KANAR0E2”,', [CROCKFORD, '']],
    ['KANAROEF', ['ABCDEFGHIJKLMNOPQRSTUVWXYZ']],
    ['a1b2c-d3e4f', [CROCKFORD, '']],
    ['KANA-ROEF', [CROCKFORD, '']],
    ['aB3xY9Qz', ['0123456789ABQXYZabqxyz']],
    ['COVID2019', [CROCKFORD, '']],
    ['1. 12345678', [DIGITS, '']],
    ['1234-5678', [DIGITS, '']],
    ['1234567890', [DIGITS, '']],
    ['123456789012', [DIGITS]],
    ['1KANAR0E29TPD', [CROCKFORD, '']],
    ['KANAR0E29TPDKANAR0E29TPD', [CROCKFORD, '']],
    [Array(8).fill('KANAR0E2').join('-'), [CROCKFORD, '']],
  ] as const) {
    it(`is ${text} (host page 12)`, () => {
      for (const alphabet of alphabets)
        expect(looksLikeRecoveryCode(text, alphabet), alphabet).to.be.true;
    });
  }

  for (const [text, alphabets] of [
    ['123456', [CROCKFORD, DIGITS, '']],
    ['Order 42', [CROCKFORD, DIGITS, '']],
    ['Ref 99999999999', [CROCKFORD, DIGITS, '']],
    ['herstelcode', [CROCKFORD, DIGITS, '']],
    ['Your code is 123 456', [CROCKFORD, DIGITS, '']],
    ['https://example.com/a1', [CROCKFORD, DIGITS, '']],
    ['anna@example.com', [CROCKFORD, DIGITS, '']],
    ['12345678', [CROCKFORD, HEX]],
    ['KANA-R0E2-9TPD', [DIGITS]],
    ['123456789012', ['']],
    ['KANAROEF', [CROCKFORD, '']],
    ['Password1', [CROCKFORD, HEX, DIGITS, '']],
    ['Amsterdam2024', [CROCKFORD, HEX, DIGITS, '']],
    ['WACHTWOORD', [CROCKFORD, HEX, DIGITS, '']],
    ['Windows-11-Pro', [CROCKFORD, HEX, DIGITS, '']],
    ['NL91ABNA0417164300', [CROCKFORD, HEX, DIGITS, '']],
    ['BE68 5390 0754 7034', [CROCKFORD, HEX, DIGITS, '']],
    ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6', [CROCKFORD, HEX, DIGITS, '']],
    ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', [CROCKFORD, HEX, DIGITS, '']],
    ['JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP', [CROCKFORD, HEX, DIGITS, '']],
    ['KANA-R0E2-9TPD', [HEX]],
    ['06-12345678', [CROCKFORD, DIGITS, '']],
    ['KANAROEF', ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567']],
    ['KANAR0E29TPDKANAR0E29TPD1', [CROCKFORD, '']],
    [Array(9).fill('KANAR0E2').join('-'), [CROCKFORD, '']],
    ['', ['', CROCKFORD]],
  ] as const) {
    it(`is not ${text || 'an empty text'} (host page 12)`, () => {
      for (const alphabet of alphabets)
        expect(looksLikeRecoveryCode(text, alphabet), alphabet).to.be.false;
    });
  }
});
