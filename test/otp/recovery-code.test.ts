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
    expect(normalizeRecoveryCode('-a–b-')).to.equal('-a–b-');
  });

  it('is empty when nothing was typed', () => {
    expect(normalizeRecoveryCode(' \u200B\n')).to.equal('');
    expect(normalizeRecoveryCode('', '')).to.equal('');
  });
});
