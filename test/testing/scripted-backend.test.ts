import { expect } from '@open-wc/testing';
import { MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';

async function kindOf(promise: Promise<unknown>): Promise<MfaErrorKind | 'no error'> {
  return promise.then(
    () => 'no error' as const,
    (error: unknown) => {
      expect(error).to.be.instanceOf(MfaError);
      return (error as MfaError).kind;
    },
  );
}

describe('scriptedBackend', () => {
  it('supports the first sign-in: an app is linked, then the person is signed in', async () => {
    const backend = scriptedBackend();
    expect(await backend.status()).to.deep.include({
      state: 'enrollment-required',
      issuer: 'ProfiPortaal',
      account: 'profiklant@voorbeeld.nl',
    });
    const enrollment = await backend.startEnrollment();
    const again = await backend.startEnrollment();
    expect(again.secret).to.equal(enrollment.secret);
    expect(enrollment.otpauthUri).to.include(enrollment.secret);
    const asked = { enrollmentId: enrollment.id, secret: enrollment.secret, code: '654321' };
    expect(await kindOf(backend.confirmEnrollment(asked))).to.equal('invalid-code');
    const linked = await backend.confirmEnrollment({
      ...asked,
      code: SAMPLE.code,
      name: 'Mijn app',
    });
    expect(linked.authenticator.name).to.equal('Mijn app');
    expect(linked.recoveryCodes).to.have.length(10);
    expect((await backend.status()).state).to.equal('verified');
    expect(await backend.listAuthenticators()).to.have.length(1);
  });

  it('requires a code at every later sign-in', async () => {
    const backend = scriptedBackend({ state: 'code-required', redirectTo: '/portaal' });
    expect(await kindOf(backend.verify({ code: '000000' }))).to.equal('invalid-code');
    expect(await backend.verify({ code: SAMPLE.code })).to.deep.equal({ redirectTo: '/portaal' });
    expect(backend.state).to.equal('verified');
  });

  it('accepts a recovery code once', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const recoveryCode = SAMPLE.recoveryCodes[0].toLowerCase().replaceAll('-', ' ');
    expect(await backend.verifyRecoveryCode({ recoveryCode })).to.deep.equal({
      recoveryCodesLeft: 9,
    });
    expect(await kindOf(backend.verifyRecoveryCode({ recoveryCode }))).to.equal(
      'invalid-recovery-code',
    );
    expect(await backend.recoveryCodesStatus()).to.include({ left: 9, total: 10 });
    expect(await backend.generateRecoveryCodes()).to.have.length(10);
    expect((await backend.recoveryCodesStatus()).left).to.equal(10);
  });

  it('requires the password before unlinking, and an enrollment at the next sign-in', async () => {
    const backend = scriptedBackend({ state: 'verified', stepUp: ['password'] });
    const asked = { authenticatorId: SAMPLE.authenticator.id };
    expect(await kindOf(backend.unlinkAuthenticator(asked))).to.equal('step-up-required');
    expect(await kindOf(backend.stepUp({ password: 'iets anders' }))).to.equal('invalid-password');
    await backend.stepUp({ password: SAMPLE.password });
    await backend.unlinkAuthenticator(asked);
    expect(await backend.listAuthenticators()).to.be.empty;
    expect(await kindOf(backend.unlinkAuthenticator(asked))).to.equal('not-found');
    backend.signInAgain();
    expect(backend.state).to.equal('enrollment-required');
  });

  it('renames an app', async () => {
    const backend = scriptedBackend({ state: 'verified' });
    await backend.renameAuthenticator({ authenticatorId: 'app-1', name: 'Werktelefoon' });
    expect((await backend.listAuthenticators())[0]?.name).to.equal('Werktelefoon');
  });

  it('settles as the script says: with a value, a kind, an error or the result of a function', async () => {
    const backend = scriptedBackend({
      on: {
        status: { state: 'signed-out', methods: [] },
        verify: 'rate-limited',
        stepUp: new MfaError('locked', 'Locked.', { retryAfter: 60 }),
        cancelEnrollment: () => undefined,
        listAuthenticators: ({ proceed }) => [...proceed(), SAMPLE.authenticator],
      },
    });
    expect((await backend.status()).state).to.equal('signed-out');
    expect(await kindOf(backend.verify({ code: '123456' }))).to.equal('rate-limited');
    expect(await kindOf(backend.stepUp({ code: '123456' }))).to.equal('locked');
    expect(await kindOf(backend.cancelEnrollment({ enrollmentId: 'x' }))).to.equal('no error');
    expect(await backend.listAuthenticators()).to.have.length(1);
    delete backend.on.verify;
    expect(await kindOf(backend.verify({ code: '123456' }))).to.equal('no error');
  });

  it('holds a call until the test settles it, and only that one', async () => {
    const backend = scriptedBackend({ state: 'code-required', on: { verify: 'timeout' } });
    const held = backend.hold('verify');
    const verifying = kindOf(backend.verify({ code: '123456', rememberDevice: true }));
    expect((await held.called).input).to.deep.equal({ code: '123456', rememberDevice: true });
    held.settle('unknown-outcome');
    expect(await verifying).to.equal('unknown-outcome');
    expect(await kindOf(backend.verify({ code: '123456' }))).to.equal('timeout');
    const status = backend.hold('status');
    const asking = backend.status();
    status.proceed();
    expect((await asking).state).to.equal('code-required');
  });

  it('lets two calls of one operation wait at once', async () => {
    const backend = scriptedBackend();
    const [first, second] = [backend.hold('status'), backend.hold('status')];
    const answers = [backend.status(), backend.status()];
    second.settle({ state: 'signed-out', methods: [] });
    first.settle({ state: 'verified', methods: [] });
    expect((await Promise.all(answers)).map(({ state }) => state)).to.deep.equal([
      'verified',
      'signed-out',
    ]);
  });

  it('records every call in order', async () => {
    const backend = scriptedBackend();
    await backend.status();
    await kindOf(backend.verify({ code: '1' }));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['status', 'verify']);
  });

  it('rejects with the reason of the signal, before the call and while it waits', async () => {
    const backend = scriptedBackend({ delay: 60_000 });
    const reason = new Error('the element left the page');
    const caught: unknown = await backend
      .status({ signal: AbortSignal.abort(reason) })
      .catch((error: unknown) => error);
    expect(caught).to.equal(reason);
    const controller = new AbortController();
    const waiting = backend.status({ signal: controller.signal }).catch((error: unknown) => error);
    controller.abort(reason);
    expect(await waiting).to.equal(reason);
  });

  it('can change its delay between two calls', async () => {
    const backend = scriptedBackend();
    backend.delay = 60_000;
    const controller = new AbortController();
    let answered = false;
    const slow = backend.status({ signal: controller.signal }).then(
      () => (answered = true),
      () => 'given up',
    );
    backend.delay = 0;
    await backend.listAuthenticators();
    expect(answered).to.be.false;
    controller.abort();
    expect(await slow).to.equal('given up');
  });

  it('has no operation that the script leaves out', () => {
    const backend = scriptedBackend({ without: ['renameAuthenticator'] });
    expect('renameAuthenticator' in backend).to.be.false;
    expect('verify' in backend).to.be.true;
  });

  it('refuses every other operation after signing out', async () => {
    const backend = scriptedBackend({ state: 'signed-out' });
    expect(await kindOf(backend.verify({ code: '123456' }))).to.equal('signed-out');
    expect(await kindOf(backend.startEnrollment())).to.equal('signed-out');
  });
});
