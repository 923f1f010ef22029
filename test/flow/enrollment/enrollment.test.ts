import { expect } from '@open-wc/testing';
import type { MfaState } from '../../../src/backend/backend.js';
import { MFA_ERROR_KINDS, MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';
import { enrollmentFlow, type EnrollmentState } from '../../../src/flow/enrollment/enrollment.js';
import type { CodeDiagnosis } from '../../../src/otp/diagnosis/code-diagnosis.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { testEveryPair } from '../ignored-events.js';
import { enrollment } from './sample-enrollment.js';

const confirmation = { authenticator: SAMPLE.authenticator, redirectTo: '/portaal' } as const;
const failed = (kind: MfaErrorKind) => ({ type: 'failed', error: new MfaError(kind, '') }) as const;

const previous = { code: '654321', diagnosis: { kind: 'mistyped' } } as const;
const wrongCode = new MfaError('invalid-code', '');
const lost = new MfaError('unknown-outcome', '', {}, new MfaError('timeout', ''));

const states = {
  idle: { step: 'idle' },
  starting: { step: 'starting' },
  resuming: { step: 'resuming', error: lost, mayBeLinked: true },
  failed: { step: 'failed', error: new MfaError('offline', '') },
  proving: { step: 'proving', next: { step: 'starting' }, proofs: ['password'] },
  'checking-proof': {
    step: 'checking-proof',
    next: { step: 'starting' },
    proofs: ['code'],
    proof: { code: '123456' },
  },
  scanning: { step: 'scanning', enrollment },
  rechecking: { step: 'rechecking', enrollment, previous, error: lost, mayBeLinked: true },
  confirming: { step: 'confirming', enrollment, previous, code: '123456' },
  diagnosing: { step: 'diagnosing', enrollment, previous, code: '123456', error: wrongCode },
  extending: { step: 'extending', enrollment, previous },
  expired: { step: 'expired' },
  enrolled: { step: 'enrolled', confirmation },
  done: { step: 'done' },
  canceling: { step: 'canceling', enrollmentId: '1' },
  canceled: { step: 'canceled' },
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
      rechecked: { type: 'rechecked' },
      diagnosed: { type: 'diagnosed', diagnosis: { kind: 'just-expired' } },
      extend: { type: 'extend' },
      expire: { type: 'expire' },
      continue: { type: 'continue' },
      cancel: { type: 'cancel' },
      canceled: { type: 'canceled' },
      failed: failed('offline'),
    },
    {
      start: { idle: 'starting', failed: 'starting', expired: 'starting', canceled: 'starting' },
      started: { starting: 'scanning', extending: 'scanning' },
      'submit-proof': { proving: 'checking-proof' },
      proved: { 'checking-proof': 'starting' },
      'submit-code': { scanning: 'confirming' },
      confirmed: { confirming: 'enrolled' },
      rechecked: { resuming: 'failed', rechecking: 'failed' },
      diagnosed: { diagnosing: 'scanning' },
      extend: { scanning: 'extending' },
      expire: { scanning: 'expired' },
      continue: { enrolled: 'done' },
      cancel: {
        idle: 'canceled',
        starting: 'canceled',
        resuming: 'canceled',
        failed: 'canceled',
        proving: 'canceled',
        scanning: 'canceling',
        diagnosing: 'canceling',
        extending: 'canceling',
        expired: 'canceled',
      },
      canceled: { canceling: 'canceled' },
      failed: {
        starting: 'failed',
        resuming: 'failed',
        'checking-proof': 'proving',
        confirming: 'scanning',
        rechecking: 'failed',
        diagnosing: 'scanning',
        extending: 'scanning',
      },
    },
  );

  const GONE_BY_CANCELING: readonly MfaErrorKind[] = [
    'not-found',
    'already-linked',
    'enrollment-expired',
    'unexpected',
  ];
  const END = ['signed-out', 'login-expired', 'misconfigured'];
  const GONE: readonly MfaErrorKind[] = ['enrollment-expired', 'not-found', 'already-linked'];
  const STEP_AFTER_REFUSED_CODE = (kind: MfaErrorKind): EnrollmentState['step'] => {
    if (kind === 'invalid-code') return 'diagnosing';
    if (kind === 'step-up-required') return 'proving';
    if (kind === 'unknown-outcome' || GONE.includes(kind)) return 'rechecking';
    return END.includes(kind) ? 'failed' : 'scanning';
  };

  for (const kind of MFA_ERROR_KINDS) {
    const step = STEP_AFTER_REFUSED_CODE(kind);
    it(`is ${step} after a code fails with ${kind}`, () => {
      const next = transition(states.confirming, failed(kind));
      expect(next.step).to.equal(step);
      if (next.step !== 'scanning') return;
      expect(next.error?.kind).to.equal(kind);
      expect(next.enrollment).to.equal(enrollment);
      expect(next.previous).to.equal(previous);
    });
  }

  const rechecked = (state: MfaState) =>
    transition(states.rechecking, { type: 'rechecked', status: { state, methods: ['totp'] } });

  it('keeps the QR code if linking is still due after a response that decides nothing', () => {
    expect(rechecked('enrollment-required')).to.deep.equal({
      step: 'scanning',
      enrollment,
      previous,
      error: lost.cause,
      mayBeLinked: true,
    });
  });

  it('says that the sign-in is over if a sign-in page came in place of the response', () => {
    const cause = new MfaError('login-expired', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    const status = { state: 'enrollment-required', methods: ['totp'] } as const;
    const next = transition({ ...states.rechecking, error }, { type: 'rechecked', status });
    expect(next).to.deep.equal({ step: 'failed', error: cause, mayBeLinked: true });
  });

  for (const state of ['code-required', 'verified'] as const) {
    it(`stays unknown if ${state} may be because of another app, and shows no QR code`, () => {
      expect(rechecked(state)).to.deep.equal({
        step: 'failed',
        error: lost,
        isUnknown: true,
        mayBeLinked: true,
        status: { state, methods: ['totp'] },
      });
    });
  }

  it('stays unknown if nothing can be looked up', () => {
    const unknown = { step: 'failed', error: lost, isUnknown: true, mayBeLinked: true };
    expect(transition(states.rechecking, { type: 'rechecked' })).to.deep.equal(unknown);
    expect(transition(states.rechecking, failed('offline'))).to.deep.equal(unknown);
    expect(transition(states.rechecking, failed('misconfigured'))).to.deep.equal(unknown);
  });

  describe('if the server no longer has the enrollment when a code is sent', () => {
    const verified = { state: 'verified', methods: ['totp'] } as const;
    const due = { state: 'enrollment-required', methods: ['totp'] } as const;
    const refused = (kind: MfaErrorKind, confirming: EnrollmentState = states.confirming) =>
      transition(confirming, failed(kind));

    for (const kind of ['enrollment-expired', 'not-found'] as const) {
      it(`has expired if linking is still due (${kind})`, () => {
        const next = transition(refused(kind), { type: 'rechecked', status: due });
        expect(next).to.deep.equal({ step: 'expired' });
      });

      it(`has expired, but may have been completed elsewhere, if another step is due (${kind})`, () => {
        const next = transition(refused(kind), { type: 'rechecked', status: verified });
        expect(next).to.deep.include({
          step: 'expired',
          isUnknown: true,
          mayBeLinked: true,
          status: verified,
        });
        expect(next).to.have.nested.property('error.kind', 'enrollment-expired');
      });

      it(`has expired, but may have been completed elsewhere, if that cannot be looked up (${kind})`, () => {
        for (const event of [{ type: 'rechecked' }, failed('offline')] as const) {
          const next = transition(refused(kind), event);
          expect(next).to.deep.include({ step: 'expired', isUnknown: true, mayBeLinked: true });
          expect(next).not.to.have.property('status');
        }
      });

      it(`stays unknown if a code before may have completed it (${kind})`, () => {
        const doubtful = { ...states.confirming, mayBeLinked: true } as const;
        const next = transition(refused(kind, doubtful), { type: 'rechecked', status: verified });
        expect(next).to.deep.include({ step: 'failed', isUnknown: true, status: verified });
        expect(next).to.have.nested.property('error.kind', 'unknown-outcome');
        expect(
          transition(refused(kind, doubtful), { type: 'rechecked', status: due }),
        ).to.deep.equal({ step: 'expired', mayBeLinked: true });
      });
    }

    for (const status of [due, verified, undefined]) {
      it(`says that an app is linked if the server says so, also if ${status?.state ?? 'no step'} is due`, () => {
        const event = { type: 'rechecked', ...(status && { status }) } as const;
        const next = transition(refused('already-linked'), event);
        expect(next).to.deep.include({ step: 'failed', isUnknown: true, mayBeLinked: true });
        expect(next).to.have.nested.property('error.kind', 'already-linked');
      });
    }

    it('says that the sign-in is over if it is', () => {
      const next = transition(refused('not-found'), failed('login-expired'));
      expect(next).to.have.nested.property('error.kind', 'login-expired');
      expect(next).to.have.property('mayBeLinked', true);
    });
  });

  it('says that the sign-in is over if the server says so when it is looked up, or has said so before', () => {
    expect(rechecked('signed-out').step).to.equal('failed');
    expect(rechecked('signed-out')).to.have.nested.property('error.kind', 'signed-out');
    expect(transition(states.rechecking, failed('login-expired'))).to.have.nested.property(
      'error.kind',
      'login-expired',
    );
    const cause = new MfaError('signed-out', '');
    const error = new MfaError('unknown-outcome', '', {}, cause);
    expect(transition({ ...states.rechecking, error }, failed('offline'))).to.deep.equal({
      step: 'failed',
      error: cause,
      mayBeLinked: true,
    });
  });

  it('tells a start that may have been done as a failure, because another start does no harm', () => {
    expect(transition(states.starting, { type: 'failed', error: lost })).to.deep.equal({
      step: 'failed',
      error: lost.cause,
    });
  });

  it('remembers a refused code and why, for the next one', () => {
    const diagnosis = { kind: 'just-expired' } as const;
    expect(transition(states.diagnosing, { type: 'diagnosed', diagnosis })).to.deep.equal({
      step: 'scanning',
      enrollment,
      error: wrongCode,
      diagnosis,
      previous: { code: '123456', diagnosis },
    });
  });

  it('remembers a right code that was refused, also after a wrong one (host page 11)', () => {
    const diagnosed = (diagnosis: CodeDiagnosis, state: EnrollmentState = states.diagnosing) => {
      const next = transition(state, { type: 'diagnosed', diagnosis });
      return next.step === 'scanning' ? next.previous : undefined;
    };
    const right = { code: '123456', diagnosis: { kind: 'unexplained' }, valid: '123456' } as const;
    expect(diagnosed({ kind: 'unexplained' })).to.deep.equal(right);
    expect(diagnosed({ kind: 'other-secret' })).to.deep.include({ valid: '123456' });
    const first = { step: 'diagnosing', enrollment, code: '123456', error: wrongCode } as const;
    expect(diagnosed({ kind: 'mistyped' }, first)).to.not.have.property('valid');
    const wrong = { ...states.diagnosing, code: '000000', previous: right } as const;
    expect(diagnosed({ kind: 'mistyped' }, wrong)).to.include({ code: '000000', valid: '123456' });
    const again = { ...states.diagnosing, previous: right } as const;
    expect(diagnosed({ kind: 'reused' }, again)).to.equal(right);
  });

  it('makes a new QR code only if this one is certain not to work (host page 11)', () => {
    const start = { type: 'start' } as const;
    const useless = { ...states.scanning, diagnosis: { kind: 'other-secret' } } as const;
    expect(transition(useless, start)).to.deep.equal({ step: 'starting' });
    const doubtful = { ...states.scanning, diagnosis: { kind: 'unexplained' } } as const;
    expect(transition(doubtful, start)).to.equal(doubtful);
  });

  describe('a refusal whose reason takes longer than a moment', () => {
    const told = transition(states.diagnosing, failed('unexpected'));

    it('is told, with the error of the server, and another code can be entered (D4)', () => {
      expect(told).to.deep.equal({
        step: 'scanning',
        enrollment,
        previous,
        error: wrongCode,
        refused: states.diagnosing,
      });
      expect(transition(told, { type: 'submit-code', code: '1' }).step).to.equal('confirming');
    });

    it('is explained as soon as the reason is known (D4)', () => {
      const diagnosis = { kind: 'just-expired' } as const;
      const diagnosed = { type: 'diagnosed', diagnosis } as const;
      expect(transition(told, diagnosed)).to.deep.equal(transition(states.diagnosing, diagnosed));
    });

    it('stays as it is if the reason cannot be found (D4)', () => {
      expect(transition(told, failed('unexpected'))).to.equal(told);
    });

    it('is diagnosed once (D4)', async () => {
      const request = () => Promise.reject(new Error('Nothing is requested for a diagnosis.'));
      const diagnosed = async () => {
        const event = await enrollmentFlow.effect(told, request, () => true);
        return event?.type === 'diagnosed' ? event.diagnosis : undefined;
      };
      const diagnosis = await diagnosed();
      expect(diagnosis).to.have.property('kind');
      expect(await diagnosed()).to.equal(diagnosis);
    });
  });

  it('sends the name of the app if it is known', () => {
    const next = transition(states.scanning, { type: 'submit-code', code: '1', name: 'Aegis' });
    expect(next).to.deep.equal({ step: 'confirming', enrollment, code: '1', name: 'Aegis' });
    const unnamed = transition(states.scanning, { type: 'submit-code', code: '1' });
    expect(unnamed).to.deep.equal({ step: 'confirming', enrollment, code: '1' });
  });

  describe('a request for more time', () => {
    const expiresAt = new Date('2026-03-01T12:10:00Z');
    const extending = { step: 'extending', enrollment: { ...enrollment, expiresAt } } as const;
    const given = (more: object) =>
      transition(extending, { type: 'started', enrollment: { ...enrollment, ...more } });

    it('succeeds if the server returns a later time', () => {
      const later = new Date('2026-03-01T12:20:00Z');
      expect(given({ expiresAt: later })).to.deep.equal({
        step: 'scanning',
        enrollment: { ...enrollment, expiresAt: later },
        extension: 'longer',
      });
    });

    it('succeeds if it is not known how long the enrollment lasts', () => {
      expect(given({})).to.include({ extension: 'longer' });
      const started = { type: 'started', enrollment: { ...enrollment, expiresAt } } as const;
      const next = transition({ step: 'extending', enrollment }, started);
      expect(next).to.include({ extension: 'longer' });
    });

    it('keeps what is known of the code before', () => {
      const started = { type: 'started', enrollment } as const;
      expect(transition(states.extending, started)).to.include({ previous });
      expect(given({})).to.not.have.property('previous');
    });

    it('has no effect if the server returns the same time', () => {
      const next = given({ expiresAt });
      expect(next).to.deep.include({ step: 'scanning', extension: 'no-longer' });
    });

    it('expires the enrollment if the server returns another secret', () => {
      expect(given({ secret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU' })).to.deep.equal({
        step: 'expired',
      });
    });

    it('expires the enrollment if the server says so', () => {
      const next = transition(extending, failed('enrollment-expired'));
      expect(next).to.deep.equal({ step: 'expired' });
    });

    it('ends if the sign-in is over', () => {
      const next = transition(extending, failed('signed-out'));
      expect(next).to.have.property('step', 'failed');
      expect(next).to.have.nested.property('error.kind', 'signed-out');
    });

    it('keeps the QR code if there is no response', () => {
      const next = transition(extending, failed('offline'));
      expect(next.step === 'scanning' && next.extension).to.be.instanceOf(MfaError);
    });
  });

  it('requires one of the proofs that the server accepts, or else the password', () => {
    const error = new MfaError('step-up-required', '', { stepUp: ['code'] });
    expect(transition(states.starting, { type: 'failed', error })).to.deep.equal({
      step: 'proving',
      next: { step: 'starting' },
      proofs: ['code'],
    });
    expect(transition(states.starting, failed('step-up-required'))).to.deep.equal({
      step: 'proving',
      next: { step: 'starting' },
      proofs: ['password'],
    });
  });

  for (const step of ['starting', 'confirming', 'extending'] as const) {
    it(`continues with ${step} after the step-up: a new start could return another secret`, () => {
      for (const error of [
        new MfaError('step-up-required', '', { stepUp: ['password'] }),
        new MfaError('invalid-password', '', { stepUp: ['password'] }),
      ]) {
        const proving = transition(states[step], { type: 'failed', error });
        expect(proving).to.have.property('step', 'proving');
        const proof = { password: 'x' };
        const checking = transition(proving, { type: 'submit-proof', proof });
        expect(transition(checking, { type: 'proved' })).to.include(states[step]);
      }
    });
  }

  it('shows at the field of the proof that the one that was sent is wrong', () => {
    const error = new MfaError('invalid-code', '', { stepUp: ['code'] });
    const next = transition(states.confirming, { type: 'failed', error });
    expect(next).to.deep.equal({
      step: 'proving',
      next: states.confirming,
      proofs: ['code'],
      error,
    });
  });

  it('does not forget that an app may be linked: not by a later look-up, nor by another start', () => {
    let state = transition(states.confirming, { type: 'failed', error: lost });
    for (const event of [
      { type: 'rechecked', status: { state: 'enrollment-required', methods: ['totp'] } },
      { type: 'expire' },
      { type: 'start' },
      failed('step-up-required'),
      failed('login-expired'),
      { type: 'start' },
      { type: 'started', enrollment },
      { type: 'cancel' },
      { type: 'canceled' },
    ] as const) {
      state = transition(state, event);
      expect(state, event.type).to.have.property('mayBeLinked', true);
    }
    expect(state.step).to.equal('canceled');
  });

  for (const kind of MFA_ERROR_KINDS) {
    const isGone = GONE_BY_CANCELING.includes(kind);
    it(`${isGone ? 'does not know whether' : 'knows that no'} app is linked if canceling fails with ${kind}`, async () => {
      const request = () => Promise.reject(new MfaError(kind, ''));
      const event = await enrollmentFlow.effect(states.canceling, request, () => true);
      expect(event).to.have.property('type', 'canceled');
      expect(event && transition(states.canceling, event)).to.deep.equal({
        step: 'canceled',
        ...(isGone && { mayBeLinked: true }),
      });
    });
  }

  for (const cause of GONE_BY_CANCELING) {
    it(`does not know whether an app is linked if what became of canceling is unknown because of ${cause}`, async () => {
      const thrown = new MfaError('unknown-outcome', '', {}, new MfaError(cause, ''));
      const request = () => Promise.reject(thrown);
      const event = await enrollmentFlow.effect(states.canceling, request, () => true);
      expect(event).to.deep.equal({ type: 'canceled', isGone: true });
    });
  }

  describe('once an app may be linked', () => {
    const doubtful = { ...states.confirming, mayBeLinked: true } as const;
    const verified = { state: 'verified', methods: ['totp'] } as const;
    const due = { state: 'enrollment-required', methods: ['totp'] } as const;

    for (const kind of [
      'unexpected',
      'code-reused',
      'limit-reached',
      'forbidden',
      'signed-out',
      'login-expired',
    ] as const) {
      it(`looks up whether it is before ${kind} is told of the next code`, () => {
        const rechecking = transition(doubtful, failed(kind));
        expect(rechecking).to.deep.include({ step: 'rechecking', mayBeLinked: true });
        const found = transition(rechecking, { type: 'rechecked', status: verified });
        expect(found).to.deep.include({ step: 'failed', isUnknown: true, status: verified });
        expect(found).to.have.nested.property('error.kind', 'unknown-outcome');
        const refused = transition(rechecking, { type: 'rechecked', status: due });
        expect(refused).to.have.nested.property('error.kind', kind);
      });
    }

    for (const kind of ['offline', 'csrf', 'rate-limited', 'locked', 'timeout'] as const) {
      it(`keeps the QR code if the next code fails with ${kind}`, () => {
        expect(transition(doubtful, failed(kind))).to.include({ step: 'scanning' });
      });
    }
  });

  describe('when everything is forgotten', () => {
    const ended = transition(states.confirming, failed('enrollment-expired'));
    const left = (state: EnrollmentState) => enrollmentFlow.afterForgetting?.(state, true);

    for (const [when, state] of [
      ['while a code is sent', states.confirming],
      ['while it is looked up', states.rechecking],
      ['while the end of the enrollment is looked up', ended],
      ['once it is unknown', transition(states.rechecking, failed('offline'))],
      ['after it was looked up too soon', rechecked('enrollment-required')],
      ['once that was forgotten before', { step: 'idle', mayBeLinked: true, isInterrupted: true }],
    ] as const) {
      it(`remembers that an app may be linked, and no secret, ${when}`, () => {
        const idle = left(state);
        expect(idle).to.deep.equal({ step: 'idle', mayBeLinked: true, isInterrupted: true });
        const resuming = idle && transition(idle, { type: 'start' });
        expect(resuming).to.include({ step: 'resuming', mayBeLinked: true });
        expect(resuming).to.have.nested.property('error.kind', 'unknown-outcome');
        expect(resuming && left(resuming)).to.deep.equal(idle);
      });
    }

    it('begins anew once the app is linked, and remembers no secret', () => {
      const idle = left(states.enrolled);
      expect(idle).to.deep.equal({ step: 'idle', mayBeLinked: true });
      const starting = idle && transition(idle, { type: 'start' });
      expect(starting).to.deep.equal({ step: 'starting', mayBeLinked: true });
    });

    it('begins another enrollment only if linking is still due', () => {
      const after = (state: MfaState) =>
        transition(states.resuming, {
          type: 'rechecked',
          status: { state, methods: ['totp'] },
        });
      expect(after('enrollment-required')).to.deep.equal({ step: 'starting', mayBeLinked: true });
      expect(after('verified')).to.include({ step: 'failed', isUnknown: true, error: lost });
      expect(after('code-required')).to.include({ step: 'failed', isUnknown: true, error: lost });
      expect(after('signed-out')).to.have.nested.property('error.kind', 'signed-out');
      expect(transition(states.resuming, failed('offline'))).to.include({ error: lost });
    });

    for (const step of [
      'starting',
      'scanning',
      'diagnosing',
      'expired',
      'canceled',
      'done',
    ] as const) {
      it(`begins anew while ${step}`, () => {
        expect(left(states[step])).to.equal(undefined);
      });
    }

    it('no longer says so once a code has linked the app', () => {
      const doubtful = { ...states.confirming, mayBeLinked: true } as const;
      const enrolled = transition(doubtful, { type: 'confirmed', confirmation });
      expect(left(transition(enrolled, { type: 'continue' }))).to.equal(undefined);
    });
  });

  it('holds no secret while it is canceling', () => {
    const proving = { step: 'proving', proofs: ['password'] } as const;
    for (const state of [
      states.scanning,
      { ...proving, next: states.confirming },
      { ...proving, next: states.extending },
    ] as const) {
      expect(transition(state, { type: 'cancel' })).to.deep.equal({
        step: 'canceling',
        enrollmentId: '1',
      });
    }
  });

  it('holds no secret once it is done', () => {
    const recoveryCodes = SAMPLE.recoveryCodes;
    const enrolled = {
      step: 'enrolled',
      confirmation: { ...confirmation, recoveryCodes },
    } as const;
    expect(transition(enrolled, { type: 'continue' })).to.deep.equal({
      step: 'done',
      redirectTo: '/portaal',
    });
    const { authenticator } = confirmation;
    const staying = { step: 'enrolled', confirmation: { authenticator } } as const;
    expect(transition(staying, { type: 'continue' })).to.deep.equal({ step: 'done' });
  });
});
