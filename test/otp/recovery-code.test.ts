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
];

/** The dashes that pages, phones and word processors write in place of a hyphen. */
const DASHES = ['‐', '\u2011', '‒', '–', '—', '―', '−', '﹣', '－'];

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
  ]) {
    it(`are ${JSON.stringify(text)} (host page 16)`, () => {
      expect([holdsSeveralCodes(text), holdsSeveralCodes(text, CROCKFORD)]).to.deep.equal([
        true,
        true,
      ]);
    });
  }

  for (const text of ['H7KQ-2MXR', '\n1. H7KQ 2MXR,\n\n', '', 'Your codes:\n1. H7KQ-2MXR\n']) {
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
    ['KANAROEF', [CROCKFORD, '']],
    ['1. 12345678', [DIGITS, '']],
    ['1234-5678', [DIGITS, '']],
    ['1234567890', [DIGITS, '']],
    ['123456789012', [DIGITS]],
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
    ['', ['', CROCKFORD]],
  ] as const) {
    it(`is not ${text || 'an empty text'} (host page 12)`, () => {
      for (const alphabet of alphabets)
        expect(looksLikeRecoveryCode(text, alphabet), alphabet).to.be.false;
    });
  }
});
