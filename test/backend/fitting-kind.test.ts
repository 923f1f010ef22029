import { expect } from '@open-wc/testing';
import { fittingKind } from '../../src/backend/fitting-kind.js';
import { MFA_ERROR_KINDS } from '../../src/backend/mfa-error.js';

describe('the kind of error that fits what was sent', () => {
  for (const [sent, refused, reused] of [
    [['code', 'rememberDevice'], 'invalid-code', 'code-reused'],
    [['code', 'password'], 'invalid-code', 'code-reused'],
    [['recoveryCode'], 'invalid-recovery-code', 'invalid-recovery-code'],
    [['password'], 'invalid-password', 'invalid-password'],
    [['authenticatorId', 'password'], 'invalid-password', 'invalid-password'],
    [['authenticatorId', 'name'], 'invalid-code', 'code-reused'],
  ] as const) {
    it(`is ${refused} if a code is refused, and ${sent.join(' and ')} was sent`, () => {
      expect(fittingKind('invalid-code', sent)).to.equal(refused);
      expect(fittingKind('code-reused', sent)).to.equal(reused);
    });
  }

  it('is what the server says otherwise', () => {
    for (const kind of MFA_ERROR_KINDS) {
      if (kind === 'invalid-code' || kind === 'code-reused') continue;
      expect(fittingKind(kind, ['recoveryCode'])).to.equal(kind);
      expect(fittingKind(kind, ['password'])).to.equal(kind);
    }
  });
});
