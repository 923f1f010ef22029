import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import { authenticatorsFlow, type AuthenticatorsState } from '../../src/flow/authenticators.js';
import { testEveryPair } from './ignored-events.js';

const phone = { id: 'phone', method: 'totp' };
const tablet = { id: 'tablet', method: 'totp' };
const authenticators = [phone, tablet];
const about = { authenticators, target: phone };
const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;

const states = {
  idle: { step: 'idle' },
  loading: { step: 'loading' },
  failed: { step: 'failed', error: new MfaError('offline', '') },
  listed: { step: 'listed', authenticators },
  asking: { step: 'asking', ...about },
  unlinking: { step: 'unlinking', ...about },
  proving: { step: 'proving', ...about, proofs: ['code'] },
  'checking-proof': { step: 'checking-proof', ...about, proofs: ['code'], proof: { code: '1' } },
  refreshing: { step: 'refreshing', authenticators: [tablet], unlinked: phone },
} as const satisfies Record<AuthenticatorsState['step'], AuthenticatorsState>;

const transition: typeof authenticatorsFlow.transition = (state, event) =>
  authenticatorsFlow.transition(state, event);

describe('the authenticators flow', () => {
  testEveryPair(
    authenticatorsFlow,
    states,
    {
      start: { type: 'start' },
      loaded: { type: 'loaded', authenticators: [] },
      choose: { type: 'choose', id: 'tablet' },
      cancel: { type: 'cancel' },
      unlink: { type: 'unlink' },
      unlinked: { type: 'unlinked' },
      'submit-proof': { type: 'submit-proof', proof: { password: 'x' } },
      proved: { type: 'proved' },
      failed: failed('offline'),
    },
    {
      start: ['idle', 'failed'],
      loaded: ['loading', 'refreshing'],
      choose: ['listed'],
      cancel: ['asking', 'proving'],
      unlink: ['asking'],
      unlinked: ['unlinking'],
      'submit-proof': ['proving'],
      proved: ['checking-proof'],
      failed: ['loading', 'unlinking', 'checking-proof', 'refreshing'],
    },
  );

  const END = ['signed-out', 'login-expired', 'misconfigured'];
  const stepAfter = (kind: MfaErrorKind): AuthenticatorsState['step'] => {
    if (kind === 'step-up-required') return 'proving';
    if (kind === 'not-found' || kind === 'unknown-outcome') return 'refreshing';
    return END.includes(kind) ? 'failed' : 'asking';
  };

  for (const kind of MFA_ERROR_KINDS) {
    it(`is ${stepAfter(kind)} after a removal met ${kind}, with every app still on the list`, () => {
      const next = transition(states.unlinking, failed(kind));
      expect(next.step).to.equal(stepAfter(kind));
      if ('authenticators' in next) expect(next.authenticators).to.equal(authenticators);
    });
  }

  it('ignores the choice of an app that is not on the list', () => {
    expect(transition(states.listed, { type: 'choose', id: 'other' })).to.equal(states.listed);
  });

  it('says which link was removed beside the list that was read again', () => {
    const next = transition(states.refreshing, { type: 'loaded', authenticators: [tablet] });
    expect(next).to.deep.equal({ step: 'listed', authenticators: [tablet], unlinked: phone });
  });

  it('says why beside the list that was read again', () => {
    const { error } = failed('not-found');
    const refreshing = { step: 'refreshing', authenticators, error } as const;
    const next = transition(refreshing, { type: 'loaded', authenticators: [] });
    expect(next).to.deep.equal({ step: 'listed', authenticators: [], error });
  });

  it('takes the app off the list when the server said that its link is gone', () => {
    expect(transition(states.unlinking, { type: 'unlinked' })).to.deep.equal({
      step: 'refreshing',
      authenticators: [tablet],
      unlinked: phone,
    });
  });

  it('still says what was removed when no new list comes', () => {
    expect(transition(states.refreshing, failed('offline'))).to.deep.equal({
      step: 'listed',
      authenticators: [tablet],
      unlinked: phone,
    });
  });

  it('fails when it is not known what is linked and no list comes', () => {
    const { error } = failed('unknown-outcome');
    const refreshing = { step: 'refreshing', authenticators, error } as const;
    expect(transition(refreshing, failed('offline')).step).to.equal('failed');
    expect(transition(states.refreshing, failed('signed-out')).step).to.equal('failed');
  });
});
