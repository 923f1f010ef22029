import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import '../../../src/elements/login/mfa-login.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  field,
  fill,
  expectFocusOn,
  heading,
  headings,
  link,
  show,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { leaveUntilRequested, WAYS_TO_LEAVE } from '../../support/ways-to-leave.js';

type Properties = Partial<HTMLElementTagNameMap['mfa-login']>;
const VERIFY = message('code.submit');

async function login(options: ScriptedBackendOptions = {}, properties: Properties = {}) {
  const backend = scriptedBackend(options);
  const element = await show('mfa-login', { backend, successUrl: '/portaal', ...properties });
  return { element, backend };
}

function enter(element: HTMLElement, code: string) {
  fill(field(element), code);
  button(element, VERIFY).click();
}

const operations = (calls: readonly { operation: string }[]) =>
  calls.map(({ operation }) => operation);

describe('the step after the password', () => {
  const events = hearEvents();
  const left = () =>
    until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');

  it('says that it is being prepared', async () => {
    const backend = scriptedBackend();
    const held = backend.hold('status');
    const element = await show('mfa-login', { backend });
    await held.called;
    await untilText(element, message('login.checking'));
    expect(announced(element)).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('links an app the first time, and continues to the portal', async () => {
    const { element } = await login({ recoveryCodes: [] });
    await untilText(element, message('enrollment.scan.heading'));
    expect(element.querySelectorAll('mfa-enrollment')).to.have.length(1);
    await expect(element).to.be.accessible();
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.done.heading', 'ProfiPortaal'));
    button(element, message('enrollment.done.action', 'ProfiPortaal')).click();
    await left();
    expect(events.heard.names).to.deep.equal([
      'mfa-enrolled',
      'mfa-enrollment-closed',
      'mfa-navigate',
    ]);
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('asks for the code afterwards, and continues to the portal', async () => {
    const { element } = await login({ state: 'code-required' });
    await untilText(element, message('challenge.code.heading'));
    expectFocusOn(document.body);
    await expect(element).to.be.accessible();
    enter(element, SAMPLE.code);
    await left();
    expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
    expect(headings(element)).to.deep.equal([message('challenge.verified.heading')]);
  });

  it('continues at once if no step is due', async () => {
    const { element } = await login({ state: 'verified' });
    await left();
    expect(events.heard.names).to.deep.equal(['mfa-navigate']);
    expect(headings(element)).to.deep.equal([message('challenge.verified.heading')]);
    await expect(element).to.be.accessible();
  });

  it('links to the sign-in page if no sign-in is in progress', async () => {
    const { element } = await login({ state: 'signed-out' }, { signInUrl: '/inloggen' });
    await untilText(element, message('error.signed-out'));
    expect(link(element, message('failure.sign-in.action')).pathname).to.equal('/inloggen');
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the code field if the page asks for it', async () => {
    const { element } = await login({ state: 'code-required' }, { autofocus: true });
    await untilText(element, message('challenge.code.heading'));
    await untilFocused(() => field(element));
  });

  it('can be retried if the server was unavailable, and moves the focus to the code', async () => {
    const { element, backend } = await login({ state: 'code-required', on: { status: 'offline' } });
    await untilText(element, message('error.offline'));
    delete backend.on.status;
    button(element, message('failure.retry.action')).click();
    await untilText(element, message('challenge.code.heading'));
    await untilFocused(() => field(element));
  });

  it('passes the properties of the page to the step, also later changes', async () => {
    const { element } = await login(
      { state: 'code-required', capabilities: { rememberDevice: true } },
      { rememberDevice: true, successUrl: 'https://mijn.example/portaal' },
    );
    await untilText(element, message('challenge.remember.label'));
    element.allowedOrigins = 'https://mijn.example';
    element.rememberDevice = false;
    await until(
      () => !text(element).includes(message('challenge.remember.label')),
      'it is still offered',
    );
    enter(element, SAMPLE.code);
    await left();
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal('https://mijn.example/portaal');
  });

  it('removes properties from the step too', async () => {
    const logged = new ConsoleRecorder();
    const { element } = await login(
      { state: 'code-required' },
      { allowedOrigins: 'https://mijn.example', successUrl: 'https://mijn.example/portaal' },
    );
    await untilText(element, message('challenge.code.heading'));
    element.setAttribute('allowed-origins', 'https://mijn.example');
    element.removeAttribute('allowed-origins');
    await element.updateComplete;
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    logged.stop();
    expect(events.heard.names).to.deep.equal(['mfa-verified']);
    expect(logged.messages).to.have.length(1);
  });

  it('shows the help of the site under every step', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const help = '<p slot="help">Bel je ProfiAdviseur</p>';
    const element = await show('mfa-login', { backend }, help);
    await untilText(element, message('challenge.code.heading'));
    expect(text(element)).to.include('Bel je ProfiAdviseur');
  });

  it('shows the guide of the page while an app is linked, also after a new start', async () => {
    const backend = scriptedBackend({ on: { confirmEnrollment: 'already-linked' } });
    const guide = '<p slot="guide">Vraag Sanne om hulp.</p>';
    const element = await show('mfa-login', { backend }, guide);
    await untilText(element, 'Vraag Sanne om hulp.');
    const before = element.querySelector('mfa-enrollment');
    enter(element, SAMPLE.code);
    await until(
      () => ![null, before].includes(element.querySelector('mfa-enrollment')),
      'linking did not begin anew',
    );
    await untilText(element, 'Vraag Sanne om hulp.');
  });

  it('links to help if the page gives only a URL', async () => {
    const { element } = await login({ state: 'code-required' }, { helpUrl: '/hulp' });
    await untilText(element, message('challenge.code.heading'));
    expect(link(element, message('help.link')).pathname).to.equal('/hulp');
    expect(text(element).split(message('help.link'))).to.have.length(2);
  });
});

describe('a lost response at the second step', () => {
  const events = hearEvents();

  const doneButLost: ScriptedBackendOptions['on'] = {
    confirmEnrollment: ({ proceed }) => {
      proceed();
      return 'unknown-outcome';
    },
  };
  const LINKED = message('login.linked.heading', 'ProfiPortaal');
  const GO_ON = message('enrollment.done.action', 'ProfiPortaal');

  it('requests the status again: if the app is linked after all, the person is signed in', async () => {
    const backend = scriptedBackend({
      without: ['generateRecoveryCodes', 'verifyRecoveryCode'],
      on: doneButLost,
    });
    const element = await show('mfa-login', { backend });
    await untilText(element, message('enrollment.scan.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expectFocusOn(heading(element));
    expect(element.querySelector('mfa-enrollment')).to.equal(null);
    expect(operations(backend.calls)).to.deep.equal([
      'status',
      'startEnrollment',
      'confirmEnrollment',
      'status',
    ]);
  });

  it('says that recovery codes could not be shown, if the server makes them, and continues after that', async () => {
    const { element } = await login({ on: doneButLost });
    await untilText(element, message('enrollment.scan.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.recovery-codes.lost'));
    expect(headings(element)).to.deep.equal([LINKED]);
    expectFocusOn(heading(element));
    expect(element.querySelector('mfa-enrollment')).to.equal(null);
    expect(events.heard.names).not.to.include('mfa-navigate');
    await expect(element).to.be.accessible();
    button(element, GO_ON).click();
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(headings(element)).to.deep.equal([message('challenge.verified.heading')]);
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('says that recovery codes could not be shown, if the server makes them with the first app only', async () => {
    const backend = scriptedBackend({ without: ['generateRecoveryCodes'], on: doneButLost });
    const element = await show('mfa-login', { backend });
    await untilText(element, message('enrollment.scan.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.recovery-codes.lost.first-only'));
    expect(headings(element)).to.deep.equal([LINKED]);
  });

  it('says that recovery codes could not be shown before it asks for a code', async () => {
    const { element, backend } = await login({ on: doneButLost });
    await untilText(element, message('enrollment.scan.heading'));
    backend.on.status = { state: 'code-required', methods: ['totp'], issuer: 'ProfiPortaal' };
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.recovery-codes.lost'));
    button(element, GO_ON).click();
    await untilText(element, message('challenge.code.heading'));
    await untilFocused(() => field(element));
  });

  it('keeps the QR code and the code if linking is still due, and says that it did not work', async () => {
    const { element, backend } = await login({ on: { confirmEnrollment: 'unknown-outcome' } });
    await untilText(element, message('enrollment.scan.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal(SAMPLE.code);
    expect(operations(backend.calls)).to.deep.equal([
      'status',
      'startEnrollment',
      'confirmEnrollment',
      'status',
    ]);
  });

  it('asks for the code if an app is linked already', async () => {
    const { element, backend } = await login();
    await untilText(element, message('enrollment.scan.heading'));
    backend.on.confirmEnrollment = 'already-linked';
    backend.on.status = { state: 'code-required', methods: ['totp'] };
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.code.heading'));
    await untilFocused(() => field(element));
    expect(element.querySelectorAll('form')).to.have.length(1);
  });

  for (const kind of ['enrollment-expired', 'not-found', 'already-linked'] as const) {
    it(`continues if a slow server has linked the app after all, and refuses the next code with ${kind}`, async () => {
      let finish = (): unknown => undefined;
      const { element, backend } = await login({
        on: {
          confirmEnrollment: ({ proceed }) => {
            finish = proceed;
            return 'unknown-outcome';
          },
        },
      });
      await untilText(element, message('enrollment.scan.heading'));
      enter(element, SAMPLE.code);
      await untilText(element, message('error.unexpected'));
      finish();
      backend.on.confirmEnrollment = kind;
      enter(element, SAMPLE.code);
      await untilText(element, message('enrollment.recovery-codes.lost'));
      expect(operations(backend.calls)).to.deep.equal([
        'status',
        'startEnrollment',
        'confirmEnrollment',
        'status',
        'confirmEnrollment',
        'status',
      ]);
    });
  }

  it('looks up what became of a code before another enrollment is begun', async () => {
    const { element, backend } = await login({ on: doneButLost });
    await untilText(element, message('enrollment.scan.heading'));
    backend.on.status = 'offline';
    enter(element, SAMPLE.code);
    await untilText(element, message('failure.unknown.heading'));
    expectFocusOn(heading(element));
    await expect(element).to.be.accessible();
    const before = backend.calls.length;
    const tryAgain = () => button(element, message('failure.retry.action')).click();
    const held = backend.hold('status');
    tryAgain();
    await held.called;
    await untilText(element, message('login.checking'));
    held.settle('offline');
    await untilText(element, message('failure.unknown.heading'));
    delete backend.on.status;
    tryAgain();
    await untilText(element, message('enrollment.recovery-codes.lost'));
    expect(operations(backend.calls).slice(before)).to.deep.equal(['status', 'status']);
  });

  describe('while the element or the page is away', () => {
    for (const [what, leave] of Object.entries(WAYS_TO_LEAVE)) {
      it(`is told of if ${what} while the code was sent`, async () => {
        const { element, backend } = await login();
        await untilText(element, message('enrollment.scan.heading'));
        const held = backend.hold('confirmEnrollment');
        enter(element, SAMPLE.code);
        (await held.called).proceed();
        await leave(element);
        await untilText(element, message('enrollment.recovery-codes.lost'));
      });

      it(`is still told of if ${what} while that was told`, async () => {
        const shown = await login({ on: doneButLost });
        const { element } = shown;
        await untilText(element, message('enrollment.scan.heading'));
        enter(element, SAMPLE.code);
        await untilText(element, message('enrollment.recovery-codes.lost'));
        await leaveUntilRequested(shown, leave, 'status');
        await untilText(element, message('enrollment.recovery-codes.lost'));
      });

      it(`is not told of if ${what} after a wrong code`, async () => {
        const { element, backend } = await login({ on: { confirmEnrollment: 'invalid-code' } });
        await untilText(element, message('enrollment.scan.heading'));
        enter(element, SAMPLE.code);
        await until(() => announced(element).length > 0, 'the refusal is not told');
        backend.on.status = { state: 'code-required', methods: ['totp'] };
        await leave(element);
        await untilText(element, message('challenge.code.heading'));
      });
    }

    it('is still told of by another backend object of the page', async () => {
      const shown = await login({ on: doneButLost });
      const { element, backend } = shown;
      await untilText(element, message('enrollment.scan.heading'));
      enter(element, SAMPLE.code);
      await untilText(element, message('enrollment.recovery-codes.lost'));
      const replace = () => {
        element.backend = { ...backend };
      };
      await leaveUntilRequested(shown, replace, 'status');
      await untilText(element, message('enrollment.recovery-codes.lost'));
    });
  });

  it('says that the QR code has expired only once it is known that no app is linked', async () => {
    const { element, backend } = await login({ on: { confirmEnrollment: 'enrollment-expired' } });
    await untilText(element, message('enrollment.scan.heading'));
    const held = backend.hold('status');
    enter(element, SAMPLE.code);
    await held.called;
    await untilText(element, message('button.busy'));
    expect(text(element)).not.to.include(message('enrollment.expired.heading'));
    held.proceed();
    await untilText(element, message('enrollment.expired.lead'));
    expectFocusOn(heading(element));
  });

  it('leaves the focus where it is if an app turns out to be linked when the page opens', async () => {
    const { element, backend } = await login({
      on: {
        startEnrollment: () => {
          backend.on.status = { state: 'code-required', methods: ['totp'] };
          throw new MfaError('already-linked', 'Test');
        },
      },
    });
    await untilText(element, message('challenge.code.heading'));
    await element.updateComplete;
    expectFocusOn(document.body);
  });

  it('requests the status only once if the server says that linking is both due and done', async () => {
    const { element, backend } = await login({ on: { startEnrollment: 'already-linked' } });
    await untilText(element, message('error.already-linked'));
    expect(operations(backend.calls)).to.deep.equal([
      'status',
      'startEnrollment',
      'status',
      'startEnrollment',
    ]);
  });

  it('does not move the focus for that, because the page was only opened', async () => {
    const { element } = await login({ on: { startEnrollment: 'already-linked' } });
    await untilText(element, message('error.already-linked'));
    await element.updateComplete;
    expectFocusOn(document.body);
  });

  it('starts no second enrollment by itself if the response to the first was lost', async () => {
    const { element, backend } = await login({ on: { startEnrollment: 'unknown-outcome' } });
    await untilText(element, message('failure.retry.action'));
    expect(operations(backend.calls)).to.deep.equal(['status', 'startEnrollment']);
  });

  it('is not affected by an event that a script of the page dispatches (C43)', async () => {
    const { element, backend } = await login();
    await untilText(element, message('enrollment.scan.heading'));
    const step = element.querySelector('mfa-enrollment');
    for (const detail of [{ kind: 'unknown-outcome', operation: 'confirmEnrollment' }, null]) {
      step?.dispatchEvent(new CustomEvent('mfa-error', { bubbles: true, composed: true, detail }));
    }
    await element.updateComplete;
    expect(step?.isConnected).to.equal(true);
    expect(operations(backend.calls)).to.deep.equal(['status', 'startEnrollment']);
  });

  it('leaves a lost recovery code to the code step, which knows the operation', async () => {
    const { element, backend } = await login({
      state: 'code-required',
      on: { verifyRecoveryCode: 'unknown-outcome' },
    });
    await untilText(element, message('challenge.code.heading'));
    const step = element.querySelector('mfa-challenge');
    button(element, message('challenge.code.use-recovery-code')).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('error.unexpected'));
    expect(headings(element)).to.deep.equal([message('challenge.recovery-code.heading')]);
    expect(element.querySelector('mfa-challenge')).to.equal(step);
    expect(operations(backend.calls)).to.deep.equal(['status', 'verifyRecoveryCode', 'status']);
    expect(events.heard.names).to.deep.equal(['mfa-error']);
  });
});

describe('the journey from a new account to the next sign-in', () => {
  it('links an app, keeps the recovery codes, and asks for a code the next time', async () => {
    const { element, backend } = await login();
    await untilText(element, message('enrollment.scan.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    element.remove();
    backend.signInAgain();
    const next = await show('mfa-login', { backend });
    await untilText(next, message('challenge.code.heading'));
    backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 3 });
    enter(next, SAMPLE.code);
    await untilText(next, message('error.attempts-left.other', 3));
    delete backend.on.verify;
    enter(next, SAMPLE.code);
    await untilText(next, message('challenge.verified.heading'));
  });
});
