import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import { challengeFlow, type ChallengeState } from '../../src/flow/challenge.js';
import { testEveryPair } from './ignored-events.js';

const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;
const lost = new MfaError('unknown-outcome', '');

const states = {
  idle: { step: 'idle' },
  asking: { step: 'asking', proof: 'code' },
  verifying: { step: 'verifying', proof: 'recovery-code', code: 'H7KQ-2MXR-9TPD' },
  rechecking: { step: 'rechecking', proof: 'recovery-code', error: lost },
  verified: { step: 'verified', verification: {} },
  failed: { step: 'failed', error: new MfaError('signed-out', '') },
} as const satisfies Record<ChallengeState['step'], ChallengeState>;

const transition: typeof challengeFlow.transition = (state, event) =>
  challengeFlow.transition(state, event);

describe('the challenge flow', () => {
  testEveryPair(
    challengeFlow,
    states,
    {
      start: { type: 'start' },
      'choose-proof': { type: 'choose-proof', proof: 'recovery-code' },
      submit: { type: 'submit', code: '123456' },
      verified: { type: 'verified', verification: {} },
      rechecked: { type: 'rechecked', state: 'verified' },
      failed: failed('offline'),
    },
    {
      start: ['idle'],
      'choose-proof': ['asking'],
      submit: ['asking'],
      verified: ['verifying'],
      rechecked: ['rechecking'],
      failed: ['verifying', 'rechecking'],
    },
  );

  const END = ['signed-out', 'login-expired', 'misconfigured'];
  const stepAfter = (kind: MfaErrorKind): ChallengeState['step'] => {
    if (kind === 'unknown-outcome') return 'rechecking';
    return END.includes(kind) ? 'failed' : 'asking';
  };

  for (const kind of MFA_ERROR_KINDS) {
    it(`is ${stepAfter(kind)} after a code met ${kind}, for the same kind of code`, () => {
      const next = transition(states.verifying, failed(kind));
      expect(next.step).to.equal(stepAfter(kind));
      if (next.step === 'asking') expect(next.proof).to.equal('recovery-code');
    });
  }

  it('says what was lost, not why the second look failed', () => {
    const next = transition(states.rechecking, failed('offline'));
    expect(next).to.deep.equal({ step: 'asking', proof: 'recovery-code', error: lost });
  });

  for (const state of ['enrollment-required', 'code-required', 'signed-out'] as const) {
    it(`asks again when the second look says ${state}`, () => {
      expect(transition(states.rechecking, { type: 'rechecked', state }).step).to.equal('asking');
    });
  }

  it('leaves the old error behind when another kind of code is chosen', () => {
    const refused = { step: 'asking', proof: 'code', error: lost } as const;
    const chosen = transition(refused, { type: 'choose-proof', proof: 'recovery-code' });
    expect(chosen).to.deep.equal({ step: 'asking', proof: 'recovery-code' });
  });
});
