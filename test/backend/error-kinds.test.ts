import { expect } from '@open-wc/testing';
import { endsSignIn, ERROR_KINDS } from '../../src/backend/error-kinds.js';
import { MFA_ERROR_KINDS, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import schema from '../../src/backend/definition/schema.json' with { type: 'json' };

const kindsWith = (trait: keyof (typeof ERROR_KINDS)[MfaErrorKind]): readonly MfaErrorKind[] =>
  MFA_ERROR_KINDS.filter((kind) => ERROR_KINDS[kind][trait]);

describe('the error kinds', () => {
  it('are those that a definition can name', () => {
    expect(schema.definitions.MfaErrorKind.enum).to.have.members([...MFA_ERROR_KINDS]);
  });

  it('say which try has to wait, if the server says how long: the kinds with `retryAfter`', () => {
    expect(kindsWith('waits').map((kind) => [kind, ERROR_KINDS[kind].waits])).to.deep.equal([
      ['invalid-code', 'next-try'],
      ['code-reused', 'next-try'],
      ['invalid-password', 'next-try'],
      ['invalid-recovery-code', 'next-try'],
      ['rate-limited', 'this-try'],
      ['locked', 'this-try'],
      ['unavailable', 'this-try'],
    ]);
  });

  it('say which proof was refused, and a recovery code is not a proof', () => {
    expect(kindsWith('refuses').map((kind) => [kind, ERROR_KINDS[kind].refuses])).to.deep.equal([
      ['invalid-code', 'code'],
      ['code-reused', 'code'],
      ['invalid-password', 'password'],
    ]);
  });

  it('say whether trying again cannot help', () => {
    const ending = MFA_ERROR_KINDS.filter((kind) => endsSignIn({ kind }));
    expect(ending).to.have.members(['signed-out', 'login-expired', 'misconfigured']);
  });

  it('say whether the server looked at what was asked, and did not do it', () => {
    expect(kindsWith('refusesRequest')).to.have.members([
      'invalid-code',
      'code-reused',
      'invalid-password',
      'invalid-recovery-code',
      'enrollment-expired',
      'already-linked',
      'limit-reached',
    ]);
  });

  it('say whether the account cannot have another app', () => {
    expect(kindsWith('refusesEnrollment')).to.have.members(['limit-reached', 'already-linked']);
  });

  it('say whether the server may lack what was requested', () => {
    expect(kindsWith('isMissing')).to.have.members(['not-found', 'misconfigured']);
  });

  it('say whether the server may have done what it did not confirm', () => {
    expect(kindsWith('mayHaveSucceeded')).to.have.members([
      'timeout',
      'unavailable',
      'unknown-outcome',
      'unexpected',
    ]);
  });
});
