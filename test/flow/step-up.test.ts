import { expect } from '@open-wc/testing';
import { MfaError, type StepUpProof } from '../../src/backend/mfa-error.js';
import { afterProof, askProof, wantsProof, type StepUp } from '../../src/flow/step-up.js';

const next = { step: 'changing' } as const;
const proof = { password: 'x' } as const;
const failed = (kind: 'invalid-password' | 'signed-out') =>
  ({ type: 'failed', error: new MfaError(kind, '') }) as const;
const asked = (error: MfaError) => askProof(next, error) as StepUp<typeof next>;
const proving = asked(new MfaError('step-up-required', '', { stepUp: ['code'] }));
const checking = afterProof(proving, { type: 'submit-proof', proof }) as typeof proving;

describe('the proof of a step-up', () => {
  it('is the one that the server lists, or else the password', () => {
    expect(proving).to.deep.equal({ step: 'proving', next, proofs: ['code'] });
    expect(asked(new MfaError('step-up-required', '')).proofs).to.deep.equal(['password']);
  });

  it('is also required if the server refused the one that was sent', () => {
    const refused = new MfaError('invalid-password', '', { stepUp: ['password'] });
    expect(wantsProof(refused)).to.equal(true);
    expect(askProof(next, refused)).to.deep.equal({
      step: 'proving',
      next,
      proofs: ['password'],
      error: refused,
    });
    expect(wantsProof(new MfaError('invalid-password', ''))).to.equal(false);
  });

  it('is first the one that was refused, so that the error shows at its own field', () => {
    for (const [kind, first] of [
      ['invalid-code', 'code'],
      ['code-reused', 'code'],
      ['invalid-password', 'password'],
      ['rate-limited', 'password'],
      ['step-up-required', 'password'],
    ] as const) {
      const error = new MfaError(kind, '', { stepUp: ['password', 'code'] });
      expect(asked(error).proofs[0], kind).to.equal(first);
    }
  });

  it('is in the state only while it is being checked', () => {
    expect(checking).to.deep.equal({ step: 'checking-proof', next, proofs: ['code'], proof });
    const refused = afterProof(checking, failed('invalid-password'));
    expect(refused).to.have.property('step', 'proving');
    expect(refused).not.to.have.property('proof');
  });

  it('leads to the refused state, once it is accepted', () => {
    expect(afterProof(checking, { type: 'proved' })).to.deep.equal({ ...next, proved: 'password' });
  });

  for (const [name, stepUp] of [
    ['the same proof', ['password']],
    ['any proof', ['code', 'password']],
  ] as const) {
    it(`is not required again and again by a server that forgets it and asks for ${name}`, () => {
      const error = new MfaError('step-up-required', '', { stepUp });
      expect(askProof({ ...next, proved: 'password' }, error)).to.deep.equal({
        step: 'failed',
        error,
      });
    });
  }

  it('is not required if the server accepts none that can be given here', () => {
    const onlyPasskey = ['webauthn'] as unknown as StepUpProof[];
    for (const stepUp of [onlyPasskey, []]) {
      const error = new MfaError('step-up-required', '', { stepUp });
      expect(askProof(next, error)).to.deep.equal({ step: 'failed', error });
      expect(wantsProof(new MfaError('invalid-code', '', { stepUp }))).to.equal(false);
    }
  });

  it('may be followed by another one', () => {
    const error = new MfaError('step-up-required', '', { stepUp: ['code'] });
    expect(askProof({ ...next, proved: 'password' }, error)).to.have.property('step', 'proving');
  });

  it('may be followed by the same one if that turns out to be wrong', () => {
    const error = new MfaError('invalid-password', '', { stepUp: ['password'] });
    const refused = askProof({ ...next, proved: 'password' }, error);
    expect(refused).to.have.property('error', error);
  });

  it('is required again after a refusal, unless the sign-in has ended', () => {
    const { error } = failed('invalid-password');
    const refused = afterProof(checking, { type: 'failed', error });
    expect(refused).to.deep.equal({ step: 'proving', next, proofs: ['code'], error });
    expect(afterProof(checking, failed('signed-out'))).to.have.property('step', 'failed');
  });

  it('is ignored at the other step', () => {
    expect(afterProof(proving, { type: 'proved' })).to.equal(proving);
    expect(afterProof(proving, failed('signed-out'))).to.equal(proving);
    expect(afterProof(checking, { type: 'submit-proof', proof })).to.equal(checking);
  });
});
