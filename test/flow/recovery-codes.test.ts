import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import type { FlowInput } from '../../src/flow/flow-controller.js';
import {
  recoveryCodesFlow,
  type RecoveryCodesEvent,
  type RecoveryCodesState,
} from '../../src/flow/recovery-codes.js';
import { testEveryPair } from './ignored-events.js';

const status = { left: 7, total: 10 };
const codes = ['AAAA-AAAA', 'BBBB-BBBB'];
const generating = { step: 'generating', status } as const;
const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;

const states = {
  idle: { step: 'idle' },
  loading: { step: 'loading' },
  failed: { step: 'failed', error: new MfaError('offline', '') },
  status: { step: 'status', status },
  asking: { step: 'asking', status },
  generating,
  proving: { step: 'proving', next: generating, proofs: ['code'] },
  'checking-proof': {
    step: 'checking-proof',
    next: generating,
    proofs: ['code'],
    proof: { code: '1' },
  },
  generated: { step: 'generated', codes },
} as const satisfies Record<RecoveryCodesState['step'], RecoveryCodesState>;

const transition: typeof recoveryCodesFlow.transition = (state, event) =>
  recoveryCodesFlow.transition(state, event);

describe('the recovery codes flow', () => {
  testEveryPair(
    recoveryCodesFlow,
    states,
    {
      start: { type: 'start' },
      loaded: { type: 'loaded', status },
      'choose-generate': { type: 'choose-generate' },
      cancel: { type: 'cancel' },
      generate: { type: 'generate' },
      generated: { type: 'generated', codes },
      continue: { type: 'continue' },
      'submit-proof': { type: 'submit-proof', proof: { password: 'x' } },
      proved: { type: 'proved' },
      failed: failed('offline'),
    },
    {
      start: { idle: 'loading', failed: 'loading' },
      loaded: { loading: 'status' },
      'choose-generate': { status: 'asking' },
      cancel: { asking: 'status', proving: 'status' },
      generate: { asking: 'generating' },
      generated: { generating: 'generated' },
      continue: { generated: 'loading' },
      'submit-proof': { proving: 'checking-proof' },
      proved: { 'checking-proof': 'generating' },
      failed: { loading: 'failed', generating: 'asking', 'checking-proof': 'proving' },
    },
  );

  const END = ['signed-out', 'login-expired', 'misconfigured'];
  const stepAfter = (kind: MfaErrorKind): RecoveryCodesState['step'] => {
    if (kind === 'step-up-required') return 'proving';
    if (kind === 'unknown-outcome') return 'loading';
    return END.includes(kind) ? 'failed' : 'asking';
  };

  for (const kind of MFA_ERROR_KINDS) {
    it(`is ${stepAfter(kind)} after generating fails with ${kind}`, () => {
      expect(transition(generating, failed(kind)).step).to.equal(stepAfter(kind));
    });
  }

  it('loads the status again after a lost response, and shows both', () => {
    const loading = transition(generating, failed('unknown-outcome'));
    expect(loading).to.include({ step: 'loading', outcome: 'unknown' });
    expect(transition(loading, { type: 'loaded', status })).to.deep.equal({
      step: 'status',
      status,
      outcome: 'unknown',
    });
  });

  it('sends the request again once the proof is accepted', () => {
    expect(transition(states['checking-proof'], { type: 'proved' })).to.include(generating);
  });

  it('drops a proof that was refused', () => {
    const next = transition(states['checking-proof'], failed('invalid-password'));
    expect(next).to.have.property('step', 'proving');
    expect(next).not.to.have.property('proof');
  });

  it('drops the codes once they are stored', () => {
    expect(transition(states.generated, { type: 'continue' })).to.deep.equal({
      step: 'loading',
      outcome: 'replaced',
    });
  });

  it('tells an account without codes that it has them now, not that old ones stopped working', () => {
    const none = { ...states.generated, status: { left: 0, total: 0 } };
    expect(transition(none, { type: 'continue' })).to.deep.equal({
      step: 'loading',
      outcome: 'generated',
    });
    const used = { ...states.generated, status: { left: 0, total: 10 } };
    expect(transition(used, { type: 'continue' })).to.deep.include({ outcome: 'replaced' });
  });

  it('asks with the same numbers, whatever the last outcome was', () => {
    const replaced = { ...states.status, outcome: 'replaced' } as const;
    expect(transition(replaced, { type: 'choose-generate' })).to.deep.equal(states.asking);
  });

  it('never shows the old codes as valid again, until new ones show', () => {
    let state: RecoveryCodesState = { step: 'status', status, outcome: 'unknown' };
    for (const event of [
      { type: 'choose-generate' },
      { type: 'cancel' },
      { type: 'choose-generate' },
      { type: 'generate' },
      failed('step-up-required'),
      { type: 'cancel' },
    ] as const) {
      state = transition(state, event);
    }
    expect(state).to.deep.equal({ step: 'status', status, outcome: 'unknown' });
  });

  describe('that may have made codes which nobody has seen', () => {
    const unknown = { step: 'status', status, outcome: 'unknown' } as const;
    const afterAll = (
      events: readonly FlowInput<RecoveryCodesEvent>[],
      from: RecoveryCodesState = unknown,
    ) => events.reduce(transition, from);

    const again = [{ type: 'choose-generate' }, { type: 'generate' }] as const;
    const proved = [
      failed('step-up-required'),
      { type: 'submit-proof', proof: { password: 'x' } },
      { type: 'proved' },
    ] as const;

    for (const [what, state] of [
      ['the server forgets a proof', afterAll([...again, ...proved, failed('step-up-required')])],
      ['the sign-in ends', afterAll([...again, failed('signed-out')])],
      [
        'the sign-in ends during the step-up',
        afterAll([...again, ...proved.slice(0, 2), failed('signed-out')]),
      ],
      [
        'the sign-in ends during the look-up',
        afterAll([failed('unknown-outcome'), failed('signed-out')], generating),
      ],
    ] as const) {
      it(`still says so with the next try, after ${what}`, () => {
        expect(state).to.include({ step: 'failed', outcome: 'unknown' });
        expect(afterAll([{ type: 'start' }, { type: 'loaded', status }], state)).to.deep.equal(
          unknown,
        );
      });
    }

    for (const state of [
      unknown,
      generating,
      transition(generating, failed('unknown-outcome')),
      transition(unknown, { type: 'choose-generate' }),
      { ...states['checking-proof'], next: { ...generating, outcome: 'unknown' } },
      { ...states.failed, outcome: 'unknown' },
    ] as const satisfies readonly RecoveryCodesState[]) {
      it(`still says so after everything was forgotten at "${state.step}"`, () => {
        const forgotten = recoveryCodesFlow.afterForgetting?.(state, true);
        expect(forgotten).to.deep.equal({ step: 'idle', outcome: 'unknown' });
        const events = [{ type: 'start' }, { type: 'loaded', status }] as const;
        expect(afterAll(events, forgotten)).to.deep.equal(unknown);
      });
    }

    it('no longer says so once new codes show', () => {
      const shown = afterAll([...again, { type: 'generated', codes }]);
      const kept = afterAll([{ type: 'continue' }, { type: 'loaded', status }], shown);
      expect(recoveryCodesFlow.afterForgetting?.(kept, true)).to.equal(undefined);
      for (const state of Object.values(states)) {
        if (state.step === 'generating' || state.step === 'generated') continue;
        expect(recoveryCodesFlow.afterForgetting?.(state, true), state.step).to.equal(undefined);
      }
    });

    for (const [what, status, isShown, outcome] of [
      [
        'that the old ones no longer work, of new ones that showed',
        { left: 7, total: 10 },
        true,
        'replaced',
      ],
      [
        'that there are codes, of the first ones that showed',
        { left: 0, total: 0 },
        true,
        'generated',
      ],
      [
        'that nobody may have seen them, of new ones that did not show',
        { left: 7, total: 10 },
        false,
        'unknown',
      ],
      [
        'that nobody may have seen them, of first ones that did not show',
        { left: 0, total: 0 },
        false,
        'unknown',
      ],
    ] as const) {
      it(`says ${what} before everything was forgotten`, () => {
        const forgotten = recoveryCodesFlow.afterForgetting?.(
          { ...states.generated, status },
          isShown,
        );
        const events = [{ type: 'start' }, { type: 'loaded', status }] as const;
        expect(afterAll(events, forgotten)).to.deep.equal({ step: 'status', status, outcome });
      });
    }

    it('does not say so after the server has refused', () => {
      expect(transition(generating, failed('signed-out'))).not.to.have.property('outcome');
    });
  });

  for (const kind of ['not-found', 'misconfigured'] as const) {
    it(`continues without numbers if the server does not report them: ${kind}`, () => {
      expect(transition(states.loading, failed(kind))).to.deep.equal({ step: 'status' });
    });
  }

  for (const outcome of ['replaced', 'unknown'] as const) {
    it(`still shows "${outcome}" if the numbers cannot be loaded`, () => {
      const loading = { step: 'loading', outcome } as const;
      expect(transition(loading, failed('offline'))).to.deep.equal({ step: 'status', outcome });
      expect(transition(loading, failed('signed-out')).step).to.equal('failed');
    });
  }

  for (const [what, first, look] of [
    ['a response to it', 'signed-out', 'misconfigured'],
    ['the look-up', 'timeout', 'signed-out'],
  ] as const) {
    it(`offers to sign in again if ${what} says so, after an unknown outcome`, () => {
      const error = new MfaError('unknown-outcome', '', {}, new MfaError(first, ''));
      const failedTwice = transition(
        transition(generating, { type: 'failed', error }),
        failed(look),
      );
      expect(failedTwice).to.deep.include({ step: 'failed', outcome: 'unknown' });
      expect(failedTwice).to.have.nested.property('error.kind', 'signed-out');
    });
  }

  for (const [name, open] of Object.entries({
    asking: states.asking,
    proving: states.proving,
  })) {
    it(`shows the same numbers after ${name} is canceled`, () => {
      expect(transition(open, { type: 'cancel' })).to.deep.equal(states.status);
    });
  }
});
