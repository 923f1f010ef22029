import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import {
  challengeFlow,
  type ChallengeProof,
  type ChallengeState,
} from '../../src/flow/challenge.js';
import { testEveryPair } from './ignored-events.js';

const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;
const lost = new MfaError('unknown-outcome', '');

const states = {
  idle: { step: 'idle' },
  asking: { step: 'asking', proof: 'code' },
  verifying: { step: 'verifying', proof: 'recovery-code', code: 'H7KQ-2MXR-9TPD' },
  rechecking: {
    step: 'rechecking',
    proof: 'recovery-code',
    mayBeVerifiedBy: 'code',
    error: lost,
  },
  'new-recovery-codes': {
    step: 'new-recovery-codes',
    verification: { redirectTo: '/portaal' },
    codes: ['H7KQ-2MXR-9TPD'],
  },
  'few-recovery-codes': {
    step: 'few-recovery-codes',
    verification: { recoveryCodesLeft: 2 },
    left: 2,
  },
  'lost-recovery-codes': { step: 'lost-recovery-codes', verification: {} },
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
      'remember-device': { type: 'remember-device', remember: true },
      submit: { type: 'submit', code: '123456' },
      verified: { type: 'verified', verification: {} },
      rechecked: { type: 'rechecked', state: 'verified' },
      continue: { type: 'continue' },
      failed: failed('offline'),
    },
    {
      start: { idle: 'asking' },
      'choose-proof': { asking: 'asking' },
      'remember-device': { asking: 'asking' },
      submit: { asking: 'verifying' },
      verified: { verifying: 'verified' },
      rechecked: { rechecking: 'verified' },
      continue: {
        'new-recovery-codes': 'verified',
        'few-recovery-codes': 'verified',
        'lost-recovery-codes': 'verified',
      },
      failed: { verifying: 'asking', rechecking: 'asking' },
    },
  );

  const END = ['signed-out', 'login-expired', 'not-found', 'misconfigured'];
  const stepAfter = (kind: MfaErrorKind): ChallengeState['step'] => {
    if (kind === 'unknown-outcome') return 'rechecking';
    return END.includes(kind) ? 'failed' : 'asking';
  };

  for (const kind of MFA_ERROR_KINDS) {
    it(`is ${stepAfter(kind)} after a code fails with ${kind}, for the same kind of code`, () => {
      const next = transition(states.verifying, failed(kind));
      expect(next.step).to.equal(stepAfter(kind));
      if (next.step === 'asking') expect(next.proof).to.equal('recovery-code');
    });
  }

  it('requires a new sign-in if the server no longer knows the app', () => {
    const next = transition(states.verifying, failed('not-found'));
    expect(next.step === 'failed' && next.error.kind).to.equal('login-expired');
  });

  it('shows the lost response, not the error of the recheck', () => {
    const next = transition(states.rechecking, failed('offline'));
    expect(next).to.deep.include({ step: 'asking', proof: 'recovery-code', error: lost });
  });

  it('asks for a code again if one is still due, and says what went wrong', () => {
    const cause = new MfaError('timeout', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    const rechecking = { ...states.rechecking, error };
    expect(transition(rechecking, { type: 'rechecked', state: 'code-required' })).to.deep.include({
      step: 'asking',
      proof: 'recovery-code',
      error: cause,
    });
  });

  it('says that the server can be reached again, once it has said that a code is still due', () => {
    const next = transition(states.rechecking, { type: 'rechecked', state: 'code-required' });
    expect(next).to.have.nested.property('error.kind', 'unexpected');
  });

  it('requests a new sign-in if the response in its place was a sign-in page, also if a code is still due', () => {
    const cause = new MfaError('login-expired', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    const rechecking = { ...states.rechecking, error };
    expect(transition(rechecking, { type: 'rechecked', state: 'code-required' })).to.deep.equal({
      step: 'failed',
      error: cause,
    });
  });

  for (const state of ['enrollment-required', 'signed-out'] as const) {
    it(`requests a new sign-in if the recheck returns ${state}`, () => {
      const next = transition(states.rechecking, { type: 'rechecked', state });
      expect(next.step).to.equal('failed');
      expect(next).to.have.nested.property('error.kind', 'login-expired');
    });
  }

  it('stays unknown if the backend does not tell which step is due', () => {
    const next = transition(states.rechecking, { type: 'rechecked' });
    expect(next).to.deep.include({ step: 'asking', error: lost });
  });

  it('requests a new sign-in if the response in its place was a sign-in page', () => {
    const cause = new MfaError('login-expired', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    const next = transition({ ...states.rechecking, error }, failed('offline'));
    expect(next).to.have.nested.property('error.kind', 'login-expired');
    expect(next.step).to.equal('failed');
  });

  describe('once the outcome of a code was unknown', () => {
    const after = (
      state: ChallengeState,
      ...events: Parameters<typeof challengeFlow.transition>[1][]
    ): ChallengeState =>
      events.reduce((before, event) => challengeFlow.transition(before, event), state);
    const submit = { type: 'submit', code: 'x' } as const;
    const required = { type: 'rechecked', state: 'code-required' } as const;
    const verified = { type: 'rechecked', state: 'verified' } as const;
    const choose = (proof: ChallengeProof) => ({ type: 'choose-proof', proof }) as const;
    const lose = (proof: ChallengeProof) =>
      after({ step: 'asking', proof }, submit, { type: 'failed', error: lost }, required);

    for (const [kind, step] of [
      ['code-reused', 'asking'],
      ['invalid-code', 'asking'],
      ['invalid-recovery-code', 'asking'],
      ['forbidden', 'asking'],
      ['unexpected', 'asking'],
      ['login-expired', 'failed'],
      ['signed-out', 'failed'],
      ['not-found', 'failed'],
    ] as const) {
      for (const [what, sent] of [
        ['the same code', lose('code')],
        ['another kind of code', after(lose('code'), choose('recovery-code'))],
        [
          'a code, once that was chosen again',
          after(lose('code'), choose('recovery-code'), choose('code')),
        ],
        ['a third code', after(lose('code'), submit, failed('offline'))],
      ] as const) {
        it(`looks up whether it was accepted since before ${kind} is told of ${what}`, () => {
          const rechecking = after(sent, submit, failed(kind));
          if (rechecking.step !== 'rechecking') return expect.fail(rechecking.step);
          expect(after(rechecking, verified)).to.deep.equal({ step: 'verified', verification: {} });
          for (const event of [required, failed('offline')]) {
            expect(after(rechecking, event).step).to.equal(step);
            if (step === 'asking')
              expect(after(rechecking, event)).to.have.property('error', rechecking.error);
          }
        });
      }
    }

    it('looks up refusals until the server has said once more that a code is due', () => {
      const refused = failed('code-reused');
      const unclear = after(lose('code'), submit, refused, failed('offline'), submit, refused);
      expect(after(unclear, verified).step).to.equal('verified');
      const cleared = after(lose('code'), submit, refused, required);
      expect(cleared).not.to.have.property('mayBeVerifiedBy');
      expect(after(cleared, submit, refused).step).to.equal('asking');
    });

    it('tells of no lost codes if a code of the app signs in after a recovery code was refused', () => {
      const cleared = after(
        lose('recovery-code'),
        submit,
        failed('invalid-recovery-code'),
        required,
        choose('code'),
        submit,
      );
      expect(after(cleared, { type: 'failed', error: lost }, verified).step).to.equal('verified');
    });

    it('does not look up what no sign-in leads to', () => {
      for (const kind of ['offline', 'rate-limited', 'locked', 'csrf', 'misconfigured'] as const) {
        expect(after(lose('code'), submit, failed(kind)).step).not.to.equal('rechecking');
      }
    });

    it('tells that new recovery codes may be lost if it was a recovery code, and then continues', () => {
      const rechecking = transition(states.verifying, { type: 'failed', error: lost });
      for (const found of [
        after(rechecking, verified),
        after(lose('recovery-code'), submit, failed('invalid-recovery-code'), verified),
        after(
          lose('recovery-code'),
          choose('code'),
          submit,
          { type: 'failed', error: lost },
          verified,
        ),
      ]) {
        expect(found).to.deep.equal({ step: 'lost-recovery-codes', verification: {} });
        expect(after(found, { type: 'continue' }).step).to.equal('verified');
      }
    });

    it('keeps why a code was refused', () => {
      const wrong = { type: 'failed', error: new MfaError('invalid-code', '') } as const;
      const twice = after(lose('code'), submit, wrong, required, submit, wrong);
      expect(twice).to.have.nested.property('reason.kind', 'repeated');
    });
  });

  describe('when everything is forgotten', () => {
    const start = { type: 'start' } as const;
    const left = (state: ChallengeState) => challengeFlow.afterForgetting?.(state, true);
    const doubtful = (proof: ChallengeProof) =>
      ({
        step: 'asking',
        proof: 'code',
        mayBeVerifiedBy: proof,
        refused: { last: 'x', count: 1 },
      }) as const;

    for (const [when, state, mayBeVerifiedBy, isShown = true] of [
      ['while a code is sent', { ...states.verifying, proof: 'code' }, 'code'],
      ['while a recovery code is sent', states.verifying, 'recovery-code'],
      ['while a code is looked up', states.rechecking, 'code'],
      ['once what became of a code is unknown', doubtful('code'), 'code'],
      [
        'once what became of a recovery code is unknown',
        doubtful('recovery-code'),
        'recovery-code',
      ],
      ['while new recovery codes show', states['new-recovery-codes'], 'code'],
      [
        'while new recovery codes were not on the screen yet',
        states['new-recovery-codes'],
        'recovery-code',
        false,
      ],
      ['while it is told that few recovery codes are left', states['few-recovery-codes'], 'code'],
      ['while it is told that some are lost', states['lost-recovery-codes'], 'recovery-code'],
      ['once the person is signed in', states.verified, 'code'],
      ['once that was forgotten before', { step: 'idle', mayBeVerifiedBy: 'code' }, 'code'],
    ] as const) {
      it(`looks up first whether the person is signed in, and holds no secret, ${when}`, () => {
        const idle = challengeFlow.afterForgetting?.(state, isShown);
        expect(idle).to.deep.equal({ step: 'idle', mayBeVerifiedBy });
        const rechecking = transition(idle ?? states.idle, start);
        expect(rechecking).to.deep.include({ step: 'rechecking', proof: 'code', mayBeVerifiedBy });
        for (const event of [
          failed('offline'),
          { type: 'rechecked' },
          { type: 'rechecked', state: 'code-required' },
        ] as const) {
          const asking = transition(rechecking, event);
          expect(asking).to.deep.equal({ step: 'asking', proof: 'code', mayBeVerifiedBy });
        }
        const next = mayBeVerifiedBy === 'code' ? 'verified' : 'lost-recovery-codes';
        const verified = transition(rechecking, { type: 'rechecked', state: 'verified' });
        expect(verified.step).to.equal(next);
      });
    }

    for (const step of ['idle', 'asking', 'failed'] as const) {
      it(`begins anew while ${step}`, () => expect(left(states[step])).to.equal(undefined));
    }
  });

  it('drops the old error when another kind of code is chosen', () => {
    const refused = { step: 'asking', proof: 'code', error: lost } as const;
    const chosen = transition(refused, { type: 'choose-proof', proof: 'recovery-code' });
    expect(chosen).to.include({ step: 'asking', proof: 'recovery-code' });
    expect(chosen).not.to.have.property('error');
  });

  it('does not remember a recovery code that was refused', () => {
    const next = transition(states.verifying, failed('invalid-code'));
    expect(JSON.stringify(next)).not.to.include(states.verifying.code);
  });

  describe('when codes from the app are refused', () => {
    const asking: ChallengeState = { step: 'asking', proof: 'code' };
    const refuse = (state: ChallengeState, code: string, error: MfaError) =>
      transition(transition(state, { type: 'submit', code }), { type: 'failed', error });
    const wrong = (clockSkew?: number) =>
      new MfaError('invalid-code', '', clockSkew === undefined ? {} : { clockSkew });
    const reasonOf = (state: ChallengeState) => ('reason' in state ? state.reason : undefined);

    it('recognizes a code that was refused just before', () => {
      const once = refuse(asking, '111111', wrong());
      expect(reasonOf(once)).to.equal(undefined);
      const twice = refuse(once, '111111', wrong());
      expect(reasonOf(twice)).to.deep.equal({ kind: 'repeated' });
      expect(reasonOf(refuse(twice, '222222', wrong()))).to.equal(undefined);
    });

    it('adds no reason if the server reports that the code was used', () => {
      const once = refuse(asking, '111111', wrong());
      const reused = refuse(once, '111111', new MfaError('code-reused', ''));
      expect(reasonOf(reused)).to.equal(undefined);
      expect(reasonOf(refuse(reused, '111111', wrong()))).to.deep.equal({ kind: 'repeated' });
    });

    it('recognizes a code that the server reported as used', () => {
      const reused = refuse(asking, '111111', new MfaError('code-reused', ''));
      expect(reasonOf(refuse(reused, '111111', wrong()))).to.deep.equal({ kind: 'repeated' });
    });

    it('suspects the clock after two codes if it is more than a minute off (C83)', () => {
      for (const [skew, reason] of [
        [61, { kind: 'clock-off', seconds: 61 }],
        [-3600, { kind: 'clock-off', seconds: -3600 }],
        [60, undefined],
        [-60, undefined],
        [undefined, undefined],
      ] as const) {
        const once = refuse(asking, '111111', wrong(skew));
        expect(reasonOf(once)).to.equal(undefined);
        expect(reasonOf(refuse(once, '222222', wrong(skew)))).to.deep.equal(reason);
      }
    });

    it('does not suspect the clock for one code that was sent twice', () => {
      const twice = refuse(refuse(asking, '111111', wrong(90)), '111111', wrong(90));
      expect(reasonOf(twice)).to.deep.equal({ kind: 'repeated' });
      expect(reasonOf(refuse(twice, '222222', wrong(90)))).to.include({ kind: 'clock-off' });
    });

    it('remembers refused codes after a failure that is not about the code', () => {
      let state = refuse(asking, '111111', wrong());
      state = refuse(state, '333333', new MfaError('offline', ''));
      state = refuse(state, '333333', lost);
      expect(state.step).to.equal('rechecking');
      state = transition(state, { type: 'rechecked', state: 'code-required' });
      expect(reasonOf(refuse(state, '111111', wrong()))).to.deep.equal({ kind: 'repeated' });
    });

    it('forgets the codes when another kind of code is chosen, and at the end', () => {
      const once = refuse(asking, '111111', wrong());
      const chosen = transition(once, { type: 'choose-proof', proof: 'recovery-code' });
      expect(JSON.stringify(chosen)).not.to.include('111111');
      const sent = transition(once, { type: 'submit', code: '222222' });
      for (const event of [
        { type: 'verified', verification: {} },
        { type: 'verified', verification: { recoveryCodesLeft: 1 } },
        failed('login-expired'),
      ] as const) {
        expect(JSON.stringify(transition(sent, event))).not.to.match(/111111|222222/);
      }
    });
  });

  describe('when a recovery code was accepted', () => {
    const left = (recoveryCodesLeft?: number) =>
      transition(states.verifying, {
        type: 'verified',
        verification: recoveryCodesLeft === undefined ? {} : { recoveryCodesLeft },
      }).step;

    it('stops at few codes left, before going on', () => {
      expect([0, 1, 3].map(left)).to.deep.equal(Array(3).fill('few-recovery-codes'));
      expect([4, 9, undefined].map(left)).to.deep.equal(Array(3).fill('verified'));
    });

    it('stops at new codes regardless of how many are left', () => {
      for (const recoveryCodesLeft of [1, 10]) {
        const verification = { recoveryCodes: ['NIEUW'], recoveryCodesLeft, redirectTo: '/' };
        expect(transition(states.verifying, { type: 'verified', verification })).to.deep.equal({
          step: 'new-recovery-codes',
          codes: ['NIEUW'],
          verification: { recoveryCodesLeft, redirectTo: '/' },
        });
      }
    });

    it('does not stop at an empty list of new codes', () => {
      const verification = { recoveryCodes: [] };
      const next = transition(states.verifying, { type: 'verified', verification });
      expect(next).to.deep.equal({ step: 'verified', verification: {} });
    });

    it('continues with the result of the server, without the new codes', () => {
      expect(transition(states['new-recovery-codes'], { type: 'continue' })).to.deep.equal({
        step: 'verified',
        verification: { redirectTo: '/portaal' },
      });
    });

    it('continues with the result of the server', () => {
      expect(transition(states['few-recovery-codes'], { type: 'continue' })).to.deep.equal({
        step: 'verified',
        verification: { recoveryCodesLeft: 2 },
      });
    });
  });

  it('keeps the choice to remember the device for each attempt and each kind of code', () => {
    let state = transition(states.asking, { type: 'remember-device', remember: true });
    for (const event of [
      { type: 'submit', code: '111111' },
      failed('invalid-code'),
      { type: 'submit', code: '222222' },
      failed('unknown-outcome'),
      { type: 'rechecked', state: 'code-required' },
      { type: 'choose-proof', proof: 'recovery-code' },
      { type: 'choose-proof', proof: 'code' },
    ] as const) {
      state = transition(state, event);
      expect(state).to.include({ rememberDevice: true });
    }
  });

  it('sends rememberDevice only with a code of the app, and only if chosen', async () => {
    const sent: unknown[] = [];
    const request = ((...given: unknown[]) => {
      sent.push(given);
      return Promise.resolve({});
    }) as Parameters<typeof challengeFlow.effect>[1];
    for (const proof of ['code', 'recovery-code'] as const) {
      for (const rememberDevice of [true, false]) {
        const state = { step: 'verifying', proof, code: 'x', rememberDevice } as const;
        await challengeFlow.effect(state, request, () => true);
      }
    }
    expect(sent).to.deep.equal([
      ['verify', { code: 'x', rememberDevice: true }],
      ['verify', { code: 'x' }],
      ['verifyRecoveryCode', { recoveryCode: 'x' }],
      ['verifyRecoveryCode', { recoveryCode: 'x' }],
    ]);
  });
});
