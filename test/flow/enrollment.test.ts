import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import { enrollmentFlow, type EnrollmentState } from '../../src/flow/enrollment.js';
import { SAMPLE } from '../../src/testing/index.js';
import { testEveryPair } from './ignored-events.js';

const enrollment = {
  id: '1',
  method: 'totp',
  secret: SAMPLE.secret,
  otpauthUri: SAMPLE.otpauthUri,
} as const;
const confirmation = { authenticator: SAMPLE.authenticator, redirectTo: '/portaal' } as const;
const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;

const states = {
  idle: { step: 'idle' },
  starting: { step: 'starting' },
  failed: { step: 'failed', error: new MfaError('offline', '') },
  proving: { step: 'proving', proofs: ['password'] },
  'checking-proof': { step: 'checking-proof', proofs: ['code'], proof: { code: '123456' } },
  scanning: { step: 'scanning', enrollment },
  confirming: { step: 'confirming', enrollment, code: '123456' },
  expired: { step: 'expired' },
  enrolled: { step: 'enrolled', confirmation },
  done: { step: 'done' },
} as const satisfies Record<EnrollmentState['step'], EnrollmentState>;

const transition: typeof enrollmentFlow.transition = (state, event) =>
  enrollmentFlow.transition(state, event);

describe('the enrollment flow', () => {
  testEveryPair(
    enrollmentFlow,
    states,
    {
      start: { type: 'start' },
      started: { type: 'started', enrollment },
      'submit-proof': { type: 'submit-proof', proof: { password: 'x' } },
      proved: { type: 'proved' },
      'submit-code': { type: 'submit-code', code: '123456' },
      confirmed: { type: 'confirmed', confirmation },
      finish: { type: 'finish' },
      failed: failed('offline'),
    },
    {
      start: ['idle', 'failed', 'expired'],
      started: ['starting'],
      'submit-proof': ['proving'],
      proved: ['checking-proof'],
      'submit-code': ['scanning'],
      confirmed: ['confirming'],
      finish: ['enrolled'],
      failed: ['starting', 'checking-proof', 'confirming'],
    },
  );

  const END = ['signed-out', 'login-expired', 'misconfigured', 'unknown-outcome'];
  const STEP_AFTER_REFUSED_CODE = (kind: MfaErrorKind): EnrollmentState['step'] => {
    if (kind === 'enrollment-expired') return 'expired';
    if (kind === 'step-up-required') return 'proving';
    return END.includes(kind) ? 'failed' : 'scanning';
  };

  for (const kind of MFA_ERROR_KINDS) {
    const step = STEP_AFTER_REFUSED_CODE(kind);
    it(`is ${step} after a code met ${kind}`, () => {
      const next = transition(states.confirming, failed(kind));
      expect(next.step).to.equal(step);
      if (next.step === 'scanning') {
        expect(next.enrollment).to.equal(enrollment);
        expect(next.error?.kind).to.equal(kind);
      }
    });
  }

  it('asks for the proofs that the server accepts, or else for the password', () => {
    const error = new MfaError('step-up-required', '', { stepUp: ['code'] });
    expect(transition(states.starting, { type: 'failed', error })).to.deep.equal({
      step: 'proving',
      proofs: ['code'],
    });
    expect(transition(states.starting, failed('step-up-required'))).to.deep.equal({
      step: 'proving',
      proofs: ['password'],
    });
  });

  it('keeps nothing secret once it is done', () => {
    const recoveryCodes = SAMPLE.recoveryCodes;
    const enrolled = {
      step: 'enrolled',
      confirmation: { ...confirmation, recoveryCodes },
    } as const;
    expect(transition(enrolled, { type: 'finish' })).to.deep.equal({
      step: 'done',
      redirectTo: '/portaal',
    });
  });
});
