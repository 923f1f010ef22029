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
      linking: { type: 'linking', lostCodes: true },
      unknown: { type: 'unknown', error: new MfaError('unknown-outcome', '') },
      continue: { type: 'continue' },
      failed: { type: 'failed', error: new MfaError('offline', '') },
    },
    {
      start: { idle: 'checking', failed: 'checking' },
      checked: { checking: 'challenging' },
      found: { enrolling: 'challenging' },
      recheck: { enrolling: 'checking' },
      linking: { enrolling: 'enrolling' },
      unknown: { enrolling: 'failed' },
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
    const found = { type: 'found', status: required } as const;
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

  describe('of recovery codes that may be lost', () => {
    const after = (state: LoginState, ...events: Parameters<typeof loginFlow.transition>[1][]) =>
      events.reduce((before, event) => loginFlow.transition(before, event), state);
    const verified = { ...status, state: 'verified' } as const;
    const due = { ...status, state: 'enrollment-required' } as const;
    const offline = { type: 'failed', error: new MfaError('offline', '') } as const;
    const unknown = {
      type: 'unknown',
      error: new MfaError('unknown-outcome', ''),
      lostCodes: true,
    } as const;
    const sent = { type: 'linking', lostCodes: true } as const;
    const start = { type: 'start' } as const;
    const away = (state: LoginState) =>
      loginFlow.afterForgetting?.(state, true) ?? loginFlow.initial;

    for (const [when, state] of [
      ['that could not be looked up', after(states.enrolling, unknown, start)],
      [
        'that could not be looked up twice',
        after(states.enrolling, unknown, start, offline, start),
      ],
      ['and is said to have been done before', after(states.enrolling, sent, { type: 'recheck' })],
      [
        'and is said to have been done before, once another is begun',
        after(
          states.enrolling,
          unknown,
          start,
          { type: 'checked', status: due },
          { type: 'recheck' },
        ),
      ],
      ['while the page is away', after(away(after(states.enrolling, sent)), start)],
      ['and told of before the page was away', after(away(states.linked), start)],
      [
        'and unknown before the page was away',
        after(away(after(states.enrolling, unknown)), start),
      ],
    ] as const) {
      it(`tells after a code ${when}, as soon as an app is linked`, () => {
        expect(state.step).to.equal('checking');
        for (const found of [verified, status]) {
          expect(after(state, { type: 'checked', status: found })).to.deep.equal({
            step: 'linked',
            due: found,
          });
        }
        expect(after(state, { type: 'checked', status: due }).step).to.equal('enrolling');
      });
    }

    it('says again that the outcome is unknown if it still cannot be looked up', () => {
      const { error } = unknown;
      expect(after(states.enrolling, unknown, start, offline)).to.include({
        step: 'failed',
        error,
      });
      const ended = { type: 'failed', error: new MfaError('login-expired', '') } as const;
      expect(after(states.enrolling, unknown, start, ended)).to.include({ error: ended.error });
    });

    it('still tells so after a wrong code of a later enrollment: the first code may be accepted late', () => {
      const checked = { type: 'checked', status: due } as const;
      const wrong = [sent, { type: 'linking', lostCodes: false }] as const;
      const later = after(states.enrolling, unknown, start, checked, ...wrong);
      expect(later.step).to.equal('enrolling');
      for (const next of [
        after(away(later), start, { type: 'checked', status: verified }),
        after(later, { type: 'found', status: verified, lostCodes: false }),
        after(later, { ...unknown, lostCodes: false }, start, {
          type: 'checked',
          status: verified,
        }),
      ]) {
        expect(next).to.deep.equal({ step: 'linked', due: verified });
      }
    });

    it('tells nothing once the code is known to be refused, nor before one was sent', () => {
      const decided = { type: 'linking', lostCodes: false } as const;
      const refused = after(states.enrolling, sent, decided);
      for (const state of [refused, states.enrolling, states.challenging, states.verified]) {
        expect(away(state)).to.equal(loginFlow.initial);
      }
    });
  });
});
