import { expect } from '@open-wc/testing';
import type { MfaStatus } from '../../src/backend/backend.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { loginFlow, type LoginState } from '../../src/flow/login.js';
import { testEveryPair } from './ignored-events.js';

const status: MfaStatus = { state: 'code-required', methods: ['totp'] };

const states = {
  idle: { step: 'idle' },
  checking: { step: 'checking' },
  enrolling: { step: 'enrolling', status },
  challenging: { step: 'challenging', status },
  linked: { step: 'linked', due: status },
  verified: { step: 'verified' },
  failed: { step: 'failed', error: new MfaError('offline', '') },
} as const satisfies Record<LoginState['step'], LoginState>;

describe('the login flow', () => {
  testEveryPair(
    loginFlow,
    states,
    {
      start: { type: 'start' },
      checked: { type: 'checked', status },
      found: { type: 'found', status },
      recheck: { type: 'recheck' },
      continue: { type: 'continue' },
      failed: { type: 'failed', error: new MfaError('offline', '') },
    },
    {
      start: { idle: 'checking', failed: 'checking' },
      checked: { checking: 'challenging' },
      found: { enrolling: 'challenging' },
      recheck: { enrolling: 'checking' },
      continue: { linked: 'challenging' },
      failed: { checking: 'failed' },
    },
  );

  it('queries a server that contradicts itself only once before the enrollment', () => {
    const enrolling = { ...states.enrolling, again: true } as const;
    const recheck = { type: 'recheck' } as const;
    expect(loginFlow.transition(states.enrolling, recheck).step).to.equal('checking');
    expect(loginFlow.transition(enrolling, recheck)).to.equal(enrolling);
    const required = { ...status, state: 'enrollment-required' } as const;
    const checked = { type: 'checked', status: required } as const;
    const again = loginFlow.transition({ step: 'checking', again: true }, checked);
    expect(again).to.deep.equal({ step: 'enrolling', status: required, again: true });
    const found = { type: 'found', status: required, lostCodes: false } as const;
    expect(loginFlow.transition(states.enrolling, found)).to.deep.equal(again);
    expect(loginFlow.transition(states.checking, checked)).to.not.have.property('again');
    expect(loginFlow.transition(states.enrolling, recheck)).to.include({ again: true });
  });

  for (const [state, step] of [
    ['enrollment-required', 'enrolling'],
    ['code-required', 'challenging'],
    ['verified', 'verified'],
    ['signed-out', 'failed'],
  ] as const) {
    it(`is ${step} if the server reports ${state}`, () => {
      const event = { type: 'checked', status: { ...status, state } } as const;
      const next = loginFlow.transition(states.checking, event);
      expect(next.step).to.equal(step);
      if (next.step === 'failed') expect(next.error.kind).to.equal('signed-out');
    });

    it(`is ${step} if an enrollment of unknown outcome has found ${state}`, () => {
      const found = { type: 'found', status: { ...status, state } } as const;
      expect(loginFlow.transition(states.enrolling, found).step).to.equal(step);
    });

    it(`is ${step} if recovery codes were lost and ${state} was found, once that is told`, () => {
      const found = { type: 'found', status: { ...status, state }, lostCodes: true } as const;
      let next = loginFlow.transition(states.enrolling, found);
      const isLinked = state === 'code-required' || state === 'verified';
      expect(next.step === 'linked').to.equal(isLinked);
      if (isLinked) next = loginFlow.transition(next, { type: 'continue' });
      expect(next.step).to.equal(step);
    });
  }
});
