import { expect } from '@open-wc/testing';
import { normalizeRecoveryCode } from '../../src/otp/recovery-code.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a recovery code of a known alphabet', () => {
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

  it('has the digits that look like the letters that it has not', () => {
    expect(normalizeRecoveryCode('O0o-ILil1', CROCKFORD)).to.equal('00011111');
  });

  it('keeps letters that look like digits where it has both', () => {
    expect(normalizeRecoveryCode('o0il1', '01ILO')).to.equal('O0IL1');
  });

  it('has the letter where it has no such digit', () => {
    expect(normalizeRecoveryCode('01l', 'ABCDEFGHIJKMNOPQ')).to.equal('OII');
  });

  it('has the case of the alphabet', () => {
    expect(normalizeRecoveryCode('AB-CD 0O', 'abcdefgho')).to.equal('abcdoo');
    expect(normalizeRecoveryCode('aB', 'aAbB')).to.equal('aB');
  });

  it('keeps hyphens that belong to it', () => {
    expect(normalizeRecoveryCode('h7kq-2mxr ', `${CROCKFORD}-`)).to.equal('H7KQ-2MXR');
  });

  it('reads nothing else into what was typed: S is no 5, B no 8, U no V', () => {
    expect(normalizeRecoveryCode('sbu5', '58V')).to.equal('sbu5');
  });

  it('leaves what cannot be in it to the server, which refuses it', () => {
    expect(normalizeRecoveryCode('h7k!é', CROCKFORD)).to.equal('H7K!é');
  });

  it('is empty when nothing was typed', () => {
    expect(normalizeRecoveryCode(' - \u200B', CROCKFORD)).to.equal('');
  });
});

describe('a recovery code of an unknown alphabet', () => {
  it('is sent as it was typed, but for what surrounds it', () => {
    expect(normalizeRecoveryCode('\u200B \ta3-Bx O0 il1\uFEFF\n')).to.equal('a3-Bx O0 il1');
    expect(normalizeRecoveryCode('-a–b-')).to.equal('-a–b-');
  });

  it('is empty when nothing was typed', () => {
    expect(normalizeRecoveryCode(' \u200B\n')).to.equal('');
    expect(normalizeRecoveryCode('', '')).to.equal('');
  });
});
