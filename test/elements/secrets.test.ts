import { expect } from '@open-wc/testing';
import { Secret, TOTP } from 'otpauth';
import { MfaError } from '../../src/backend/mfa-error.js';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/login/mfa-login.js';
import { SAMPLE, scriptedBackend, type Scripts } from '../../src/testing/index.js';
import {
  attributes,
  contents,
  PLANTED,
  plantedEnrollment,
  tracesIn,
} from '../support/planted-secrets.js';
import { HeardEvents } from '../support/events.js';
import { message, messagePattern } from '../support/message.js';
import {
  button,
  buttons,
  allElements,
  field,
  fill,
  visibleElements,
  show,
  text,
  until,
  untilText,
} from '../support/page.js';
import { printWith } from '../support/printing.js';
import { SecretWatch } from '../support/secret-watch.js';
import { asksBeforeLeaving } from './recovery-code-list/recovery-code-list-page.js';

const VERIFY = message('code.submit');

describe('secrets', () => {
  const matchMedia = window.matchMedia.bind(window);
  let watch: SecretWatch;
  let heard: HeardEvents;
  let page: Element;

  beforeEach(() => {
    watch = new SecretWatch();
    heard = new HeardEvents();
  });

  afterEach(() => {
    watch.stop();
    heard.stop();
    window.matchMedia = matchMedia;
  });

  /** Fails if a secret is where none may be at any time. */
  async function expectNoLeak() {
    expect(await watch.leaks(page)).to.deep.equal([]);
  }

  /** Presses the button with this part. */
  const press = (element: Element, part: string): void =>
    visibleElements(element)
      .find((it): it is HTMLButtonElement => it.matches(`button[part~="${part}"]`))
      ?.click();

  const enrolling = (on: Scripts = {}) =>
    scriptedBackend({
      on: {
        startEnrollment: plantedEnrollment,
        confirmEnrollment: {
          authenticator: SAMPLE.authenticator,
          recoveryCodes: PLANTED.recoveryCodes,
        },
        ...on,
      },
    });

  async function scanning(on: Scripts = {}) {
    const element = await show('mfa-login', { backend: enrolling(on), successUrl: '/portaal' });
    page = element;
    await untilText(element, message('enrollment.code.heading'));
    await until(() => tracesIn(contents(element)).includes(PLANTED.secret), 'no key shows');
    return element;
  }

  it('of an enrollment are in text only, and nowhere after their step', async () => {
    const element = await scanning();
    await until(() => allElements(element).some((it) => it.matches('svg[role=img]')), 'no QR code');
    await expectNoLeak();
    fill(field(element), PLANTED.code);
    await expectNoLeak();
    button(element, VERIFY).click();
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    expect(tracesIn(contents(element)).includes(PLANTED.secret)).to.equal(false);
    expect(tracesIn(contents(element)).includes(PLANTED.code)).to.equal(false);
    expect(tracesIn(contents(element))).to.have.length(2);
    await expectNoLeak();
    const box = allElements(element).find((it) => it.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    button(element, message('enrollment.done.action', 'ProfiPortaal')).click();
    await until(() => heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('on a phone are in the link that opens the app, and only while it shows', async () => {
    window.matchMedia = (query) =>
      Object.defineProperty(matchMedia(query), 'matches', { value: true });
    const element = await scanning();
    const links = () => allElements(element).filter((it) => it.matches('a[href^="otpauth:"]'));
    expect(links()).to.have.length(1);
    await expectNoLeak();
    fill(field(element), PLANTED.code);
    button(element, VERIFY).click();
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    expect(links()).to.have.length(0);
    const hrefs = allElements(element).map((it) => it.getAttribute('href') ?? '');
    expect(tracesIn(hrefs.join())).to.deep.equal([]);
  });

  for (const kind of ['invalid-code', 'enrollment-expired', 'signed-out', 'unexpected'] as const) {
    it(`of linking do not leak when a code meets ${kind}`, async () => {
      const element = await scanning({ confirmEnrollment: kind });
      fill(field(element), PLANTED.code);
      button(element, VERIFY).click();
      await until(() => heard.names.includes('mfa-error'), 'no error was raised');
      await element.updateComplete;
      await expectNoLeak();
    });
  }

  it('in an error of the backend are repeated nowhere', async () => {
    const element = await scanning({
      confirmEnrollment: () => {
        throw new Error(`${PLANTED.code} is wrong for ${PLANTED.secret}`);
      },
    });
    fill(field(element), PLANTED.code);
    button(element, VERIFY).click();
    await untilText(element, message('error.unexpected'));
    await expectNoLeak();
  });

  it('of a sign-in are gone when it ends', async () => {
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', on: { verify: {} } }),
    });
    page = element;
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), PLANTED.code);
    await expectNoLeak();
    button(element, VERIFY).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of a recovery code are gone once it is used', async () => {
    const [code] = PLANTED.recoveryCodes;
    const recoveryCodes = PLANTED.recoveryCodes;
    const element = await show('mfa-login', {
      backend: scriptedBackend({ state: 'code-required', recoveryCodes }),
    });
    page = element;
    await untilText(element, message('challenge.code.heading'));
    button(element, message('challenge.code.use-recovery-code')).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), code);
    await expectNoLeak();
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of a step-up are gone when it ends', async () => {
    const element = await show('mfa-authenticators', {
      backend: scriptedBackend({
        state: 'verified',
        stepUp: ['password'],
        on: { stepUp: new MfaError('invalid-password', 'test') },
      }),
    });
    page = element;
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.unlink.label', SAMPLE.authenticator.name)).click();
    await untilText(element, message('authenticators.unlink.last'));
    button(element, message('authenticators.unlink.confirm')).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), PLANTED.password);
    await expectNoLeak();
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('that are unfolded are in text only, also if they cannot be copied', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      const element = await scanning();
      for (const fold of visibleElements(element).filter((it) => it.matches('summary'))) {
        fold.click();
      }
      await untilText(element, message('enrollment.key.copy'));
      await expectNoLeak();
      button(element, message('enrollment.key.copy')).click();
      await untilText(element, message('copy.selected'));
      await expectNoLeak();
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('of every refused code are gone with it, whatever the reason', async () => {
    const at = Date.now();
    const codeOf = (ahead: number, secret: string = PLANTED.secret): string =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + ahead * 1000 });
    const right = codeOf(0);
    const element = await scanning({ confirmEnrollment: 'invalid-code' });
    for (const [before, code] of [
      right,
      right,
      codeOf(-60),
      codeOf(600),
      `${(Number(right[0]) + 5) % 10}${right.slice(1)}`,
      codeOf(0, SAMPLE.secret),
    ].entries()) {
      fill(field(element), code);
      button(element, VERIFY).click();
      await until(() => heard.all.length > before, 'it was not refused');
      await until(() => field(element).value === '', 'the code stays');
      expect(`${attributes(element)}${text(element)}`).not.to.include(code);
      await expectNoLeak();
    }
    expect(heard.all.map(({ detail }) => detail)).to.deep.equal(
      Array(6).fill({ kind: 'invalid-code', operation: 'confirmEnrollment' }),
    );
  });

  it('of an enrollment are gone when it expires, and when it is canceled', async () => {
    const late = await scanning({ confirmEnrollment: 'enrollment-expired' });
    fill(field(late), PLANTED.code);
    button(late, VERIFY).click();
    await untilText(late, message('enrollment.expired.heading'));
    expect(tracesIn(contents(late))).to.deep.equal([]);
    const element = await show('mfa-enrollment', { backend: enrolling(), cancelable: true });
    page = element;
    await untilText(element, message('enrollment.code.heading'));
    fill(field(element), PLANTED.code);
    button(element, message('button.cancel')).click();
    await untilText(element, message('enrollment.canceled.heading'));
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of an enrollment are not on the print sheet once the person continues', async () => {
    const restore = printWith();
    const element = await scanning();
    page = document.documentElement;
    fill(field(element), PLANTED.code);
    button(element, VERIFY).click();
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    button(element, message('recovery-code-list.print')).click();
    await expectNoLeak();
    const box = allElements(element).find((it) => it.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    button(element, message('enrollment.done.action', 'ProfiPortaal')).click();
    await until(() => heard.names.includes('mfa-navigate'), 'nothing was left for');
    restore();
    expect(tracesIn(contents(document.documentElement))).to.deep.equal([]);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('of another app are gone with its step, and are not sent to other tabs', async () => {
    const told: unknown[] = [];
    const Channel = BroadcastChannel;
    globalThis.BroadcastChannel = class extends Channel {
      override postMessage(message: unknown): void {
        told.push(message);
      }
    };
    const backend = enrolling({ listAuthenticators: [SAMPLE.authenticator] });
    const element = await show('mfa-authenticators', { backend });
    page = element;
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.link.another')).click();
    await untilText(element, message('enrollment.code.heading'));
    await until(() => tracesIn(contents(element)).includes(PLANTED.secret), 'no key shows');
    fill(field(element), PLANTED.code);
    await expectNoLeak();
    button(element, VERIFY).click();
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    const box = allElements(element).find((it) => it.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    button(
      element,
      buttons(element).find((name) => name.startsWith(message('challenge.continue'))) ?? '',
    ).click();
    await untilText(element, messagePattern('authenticators.linked'));
    globalThis.BroadcastChannel = Channel;
    expect(tracesIn(contents(element))).to.deep.equal([]);
    expect(told).to.deep.equal(['changed']);
    await expectNoLeak();
  });

  it('of the step-up before a rename are gone when it ends', async () => {
    const backend = scriptedBackend({
      state: 'verified',
      stepUp: ['password', 'code'],
      on: { stepUp: ({ input }) => ('code' in input ? 'invalid-code' : 'invalid-password') },
    });
    const element = await show('mfa-authenticators', { backend });
    page = element;
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.rename.label', SAMPLE.authenticator.name)).click();
    await until(() => element.querySelector('input') !== null, 'no field for the name');
    fill(field(element), 'Werktelefoon');
    press(element, 'submit');
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), PLANTED.password);
    await expectNoLeak();
    press(element, 'use-code');
    await untilText(element, message('step-up.code.lead'));
    expect(tracesIn(contents(element))).to.deep.equal([]);
    fill(field(element), PLANTED.code);
    button(element, message('step-up.submit')).click();
    await until(() => heard.names.includes('mfa-error'), 'it was not refused');
    await until(() => field(element).value === '', 'the code stays');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of signing in are gone with each refusal, and with the last recovery codes', async () => {
    const [code] = PLANTED.recoveryCodes;
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({
        state: 'code-required',
        on: { verify: 'invalid-code', verifyRecoveryCode: { recoveryCodesLeft: 1 } },
      }),
    });
    page = element;
    await untilText(element, message('challenge.code.heading'));
    for (const refusals of [1, 2]) {
      fill(field(element), PLANTED.code);
      button(element, VERIFY).click();
      await until(() => heard.all.length === refusals, 'it was not refused');
      await until(() => field(element).value === '', 'the code stays');
      expect(tracesIn(contents(element))).to.deep.equal([]);
      await expectNoLeak();
    }
    press(element, 'use-recovery-code');
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), code);
    button(element, message('challenge.recovery-code.submit')).click();
    await until(
      () => text(element).includes(message('challenge.few-recovery-codes.one')),
      'few codes are not told',
    );
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('of new recovery codes at sign-in are in text only, and gone once the person continues', async () => {
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({
        state: 'code-required',
        on: { verifyRecoveryCode: { recoveryCodes: PLANTED.recoveryCodes } },
      }),
    });
    page = element;
    await untilText(element, message('challenge.code.heading'));
    press(element, 'use-recovery-code');
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), 'AAAA-BBBB-CCCC');
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.new-recovery-codes.heading.other'));
    expect(tracesIn(contents(element))).to.have.length(2);
    await expectNoLeak();
    const box = allElements(element).find((it) => it.matches('input[type=checkbox]'));
    (box as HTMLInputElement).click();
    press(element, 'continue');
    await until(() => heard.names.includes('mfa-verified'), 'the page hears nothing');
    expect(tracesIn(contents(element))).to.deep.equal([]);
    await expectNoLeak();
  });

  it('that are sent over HTTP are in the body of their request only', async () => {
    watch.stop();
    const realFetch = window.fetch.bind(window);
    const { id, method, secret, otpauthUri } = plantedEnrollment;
    const answers: Readonly<Record<string, object>> = {
      '/api/status': { state: 'enrollment-required', methods: ['totp'] },
      '/api/enrollments': { id, method, secret, otpauthUri },
    };
    window.fetch = (input) => {
      const { pathname } = new URL(input as string, location.href);
      const answer = answers[pathname];
      return Promise.resolve(
        Response.json(answer ?? { type: 'urn:mfa-elements:problem:invalid-code' }, {
          status: answer ? 200 : 422,
        }),
      );
    };
    watch = new SecretWatch();
    try {
      const element = await show('mfa-login', { baseUrl: '/api' });
      page = element;
      await untilText(element, message('enrollment.code.heading'));
      fill(field(element), PLANTED.code);
      await expectNoLeak();
      button(element, VERIFY).click();
      await until(() => heard.names.includes('mfa-error'), 'it was not refused');
      expect(await watch.leaks(page)).to.deep.equal([`the body of a request: ${PLANTED.code}`]);
    } finally {
      watch.stop();
      window.fetch = realFetch;
    }
  });

  it('are not copied with the element', async () => {
    const element = await scanning();
    const copy = element.cloneNode(true) as Element;
    expect(tracesIn(attributes(copy) + contents(copy))).to.deep.equal([]);
  });

  it('are not shared with another element', async () => {
    await scanning();
    const other = await show('mfa-login', { backend: scriptedBackend() });
    await untilText(other, message('enrollment.code.heading'));
    expect(tracesIn(contents(other))).to.deep.equal([]);
  });
});
