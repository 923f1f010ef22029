import { expect } from '@open-wc/testing';
import { decodeBase32, groupSecret, normalizeBase32 } from '../../src/otp/base32.js';
import { encodeBase32 } from '../../src/otp/encode-base32.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('base32', () => {
  // RFC 4648 section 10, without the padding.
  for (const [plain, encoded] of [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const) {
    it(`writes "${plain}" as "${encoded}" and reads it back`, () => {
      expect(encodeBase32(utf8(plain))).to.equal(encoded);
      if (encoded) expect(decodeBase32(encoded)).to.deep.equal(utf8(plain));
    });
  }

  it('reads back any bytes', () => {
    for (let length = 1; length <= 70; length += 1) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      expect(decodeBase32(encodeBase32(bytes))).to.deep.equal(bytes);
    }
  });

  it('accepts lower case, spaces, hyphens and padding', () => {
    expect(decodeBase32(' mzxw-6ytb oi======\n')).to.deep.equal(utf8('foobar'));
    expect(normalizeBase32('mzxw 6ytb oi==')).to.equal('MZXW6YTBOI');
  });

  it('rejects other text, without repeating it', () => {
    for (const text of [
      '',
      '====',
      'MZXW0',
      'MZXW1',
      'MZXW8',
      'MZ=XW',
      'A',
      'ABC',
      'ſ2ABCDEF',
      'ABCDEFGı',
      'é2',
    ]) {
      expect(normalizeBase32(text), text).to.be.undefined;
    }
    expect(() => decodeBase32('GEHEIM0189')).to.throw(RangeError, /^Not base32 \(RFC 4648\)\.$/);
  });
});

describe('groupSecret', () => {
  it('groups the key by four characters', () => {
    expect(groupSecret('jbswy3dpehpk3pxp')).to.equal('JBSW Y3DP EHPK 3PXP');
    expect(groupSecret('JBSW Y3DP EH')).to.equal('JBSW Y3DP EH');
    expect(groupSecret('')).to.equal('');
  });
});
