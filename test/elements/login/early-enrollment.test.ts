import { expect, fixture, html } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { EarlyEnrollment } from '../../../src/elements/login/early-enrollment.js';
import '../../../src/elements/login/mfa-login.js';
import { lazyEnrollment } from '../../../src/elements/enrollment/lazy-enrollment.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { HeldBackend } from '../../support/held-backend.js';
import { message } from '../../support/message.js';
import { field, until, untilText } from '../../support/page.js';

const ENROLLMENT = {
  id: 'e1',
  method: 'totp',
  secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  otpauthUri: 'otpauth://totp/Site:klant?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Site',
};

const operations = (calls: readonly { operation: string }[]) =>
  calls.map(({ operation }) => operation);

const aTask = () => new Promise((resolve) => setTimeout(resolve));

// First, because the element that links is not loaded yet.
describe('the first sign-in of a page', () => {
  it('starts the enrollment while the element that shows it is loading, and only once', async () => {
    const backend = scriptedBackend();
    const element = document.createElement('mfa-login');
    element.backend = backend;
    await fixture(html`${element}`);
    await until(() => operations(backend.calls).includes('startEnrollment'), 'nothing was started');
    expect(lazyEnrollment.exports).to.be.undefined;
    expect(element.querySelector('mfa-enrollment')).to.be.null;
    await untilText(element, message('enrollment.heading'));
    await until(() => element.querySelector('input') !== null, 'there is no field');
    expect(field(element).value).to.equal('');
    expect(operations(backend.calls)).to.deep.equal(['status', 'startEnrollment']);
    expect(element.querySelector('mfa-enrollment')?.backend?.capabilities).to.deep.equal(
      backend.capabilities,
    );
  });
});

describe('an enrollment that starts early', () => {
  it('is what the first request for one gets', async () => {
    const { backend, waiting, requested } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    expect(requested).to.deep.equal(['startEnrollment']);
    const first = early.backend.startEnrollment?.();
    expect(requested).to.have.length(1);
    waiting[0]?.succeed(ENROLLMENT);
    expect(await first).to.equal(ENROLLMENT);
  });

  it('is used once: another request is another enrollment', () => {
    const { backend, requested } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    void early.backend.startEnrollment?.();
    void early.backend.startEnrollment?.();
    expect(requested).to.deep.equal(['startEnrollment', 'startEnrollment']);
  });

  for (const [what, error] of Object.entries({
    'by a server': new MfaError('unexpected', 'Refused.', { status: 503 }),
    'for there is an app': new MfaError('already-linked', 'There is one.'),
    'for a proof is missing': new MfaError('step-up-required', 'Who is there?'),
    'after too many tries': new MfaError('rate-limited', 'Too many.'),
  })) {
    it(`is refused for whoever asks for it, also afterwards: ${what}`, async () => {
      const { backend, waiting, requested } = new HeldBackend();
      const early = new EarlyEnrollment(backend);
      waiting[0]?.fail(error);
      await aTask();
      const thrown = await early.backend
        .startEnrollment?.()
        .then(undefined, (reason: unknown) => reason);
      expect(thrown).to.equal(error);
      expect(requested).to.deep.equal(['startEnrollment']);
    });
  }

  for (const [what, error] of Object.entries({
    'its response was lost': new MfaError('unknown-outcome', 'Lost.'),
    'what reads it came too late': new MfaError('timeout', 'Late.'),
  })) {
    it(`is started anew if ${what}`, async () => {
      const { backend, waiting, requested } = new HeldBackend();
      const early = new EarlyEnrollment(backend);
      waiting[0]?.fail(error);
      await aTask();
      void early.backend.startEnrollment?.();
      expect(requested).to.deep.equal(['startEnrollment', 'startEnrollment']);
    });
  }

  it('is not started anew while the server asks to wait', async () => {
    const { backend, waiting, requested } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    waiting[0]?.fail(new MfaError('unavailable', 'Wait.', { retryAfter: 30 }));
    await aTask();
    early.backend.startEnrollment?.().catch(() => undefined);
    expect(requested).to.deep.equal(['startEnrollment']);
  });

  it('is called off whatever another script has added to Object.prototype (C30)', () => {
    const { backend, waiting } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    const caller = new AbortController();
    Object.defineProperty(Object.prototype, 'signal', {
      value: AbortSignal.abort(),
      configurable: true,
    });
    early.backend.startEnrollment?.({ signal: caller.signal }).catch(() => undefined);
    Reflect.deleteProperty(Object.prototype, 'signal');
    caller.abort();
    expect(waiting[0]?.isAborted).to.be.true;
  });

  it('is called off when its step is left, also while somebody waits for it', async () => {
    const { backend, waiting } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    const caller = new AbortController();
    const first = early.backend.startEnrollment?.({ signal: caller.signal });
    caller.abort(new Error('Left.'));
    expect(await first?.then(undefined, String)).to.equal('Error: Left.');
    expect(waiting[0]?.isAborted).to.be.true;
  });

  it('is called off and forgotten when nobody has asked for it', () => {
    const { backend, waiting, requested } = new HeldBackend();
    const early = new EarlyEnrollment(backend);
    early.drop();
    expect(waiting[0]?.isAborted).to.be.true;
    void early.backend.startEnrollment?.();
    expect(requested).to.have.length(2);
  });

  it('is none at a backend that links nothing', async () => {
    const early = new EarlyEnrollment({ verify: () => Promise.resolve({ redirectTo: '/' }) });
    expect(early.backend).not.to.have.property('startEnrollment');
    expect(await early.backend.verify?.({ code: SAMPLE.code })).to.deep.equal({ redirectTo: '/' });
  });
});
