import { expect, nextFrame } from '@open-wc/testing';
import '../../../src/elements/login/mfa-login.js';
import '../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { PENCIL } from '../../elements/authenticators/authenticators-page.js';
import { challenge, TO_RECOVERY, VERIFY } from '../../elements/challenge/challenge-page.js';
import { scanning, unfold } from '../../elements/enrollment/enrollment-page.js';
import { pinnedClock } from '../../elements/enrollment/pinned-clock.js';
import { counted, GENERATE, REPLACED } from '../../elements/recovery-codes/recovery-codes-page.js';
import { pressKeys } from '../../support/engine.js';
import { stopTime } from '../../support/fake-time.js';
import { message, messagePattern } from '../../support/message.js';
import { button, field, show, until, untilText } from '../../support/page.js';
import { Transcript } from './transcript.js';

const CODE_FIELD = `focus: field "${message('code.label', 6)}"`;
const PASSWORD_FIELD = `focus: field "${message('password.label')}"`;
const WRONG_PASSWORD = message('error.invalid-password');
const OFFLINE = message('error.offline');
const REMINDER = message('recovery-code-list.reminder.other');
const LINKED = message('enrollment.done.heading', 'ProfiPortaal');

describe('A8: a screen reader announces by itself, in order and once', () => {
  let transcript: Transcript;

  beforeEach(() => {
    transcript = new Transcript();
  });

  afterEach(async () => {
    await nextFrame();
    const more = transcript.take();
    transcript.stop();
    expect(more, 'announced after the test').to.deep.equal([]);
  });

  /** Waits for as many lines, and compares them. An extra line fails the next comparison. */
  async function hears(...expected: string[]): Promise<void> {
    try {
      await until(() => transcript.lines.length >= expected.length, 'too few announcements');
    } finally {
      expect(transcript.take()).to.deep.equal(expected);
    }
  }

  const type = (text: string) => pressKeys(...text);

  async function send(text: string): Promise<void> {
    await type(text);
    await pressKeys('Enter');
  }

  /** Focuses a button and presses it, with the keyboard. */
  async function press(within: HTMLElement, name: string): Promise<void> {
    const found = button(within, name);
    found.focus();
    await hears(`focus: button "${name}"`);
    await pressKeys('Enter');
  }

  describe('at sign-in', () => {
    it('a wrong code, a second one by the button, and the right one', async () => {
      const wrong = message('error.invalid-code');
      const { element, backend } = await challenge({ on: { verify: 'invalid-code' } });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`alert: ${wrong}`);
      backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 2 });
      await type('222222');
      await press(element, VERIFY);
      const left = `${wrong} ${message('error.attempts-left.other', 2)}`;
      await hears(`${CODE_FIELD}, ${left}`);
      delete backend.on.verify;
      await send(SAMPLE.code);
      await hears(`focus: heading "${message('challenge.verified.heading')}"`);
    });

    it('a blocked account', async () => {
      const { element } = await challenge({ on: { verify: 'locked' } });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`alert: ${message('error.locked')}`);
    });

    it('signing in with a recovery code', async () => {
      const { element } = await challenge();
      await press(element, TO_RECOVERY);
      await hears(
        `focus: field "${message('recovery-code.label')}", ${message('recovery-code.hint.exact')}`,
      );
      await send('AAAA');
      await hears(`alert: ${message('error.invalid-recovery-code')}`);
      await pressKeys('Control+a');
      await send(SAMPLE.recoveryCodes[0]);
      await hears(`focus: heading "${message('challenge.verified.heading')}"`);
    });

    it('a server that cannot be reached, twice, and then responds', async () => {
      const backend = scriptedBackend({ on: { status: 'offline' } });
      const element = await show('mfa-login', { backend });
      await hears(`alert: ${OFFLINE}`);
      await press(element, message('failure.retry.action'));
      await hears(`focus: heading "${message('failure.heading')}"`, `alert: ${OFFLINE}`);
      delete backend.on.status;
      await press(element, message('failure.retry.action'));
      await hears(`focus: heading "${message('enrollment.heading')}"`);
    });

    it('that the step is being loaded', async () => {
      const backend = scriptedBackend();
      const status = backend.hold('status');
      const element = await show('mfa-login', { backend });
      // It is late because it is part of the new page, which a screen reader reads anyway.
      await hears(`status: ${message('login.checking')} (late)`);
      status.proceed();
      await untilText(element, VERIFY);
    });
  });

  describe('while there is a wait', () => {
    const stopped = stopTime();

    it('its start, the last minute and its end', async () => {
      const retryAfter = 150;
      const { element } = await challenge({
        on: { verify: new MfaError('rate-limited', 'test', { retryAfter }) },
      });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`status: ${message('error.rate-limited', '3 minuten')}`);
      const said: string[] = [];
      for (let second = 1; second <= retryAfter + 5; second += 1) {
        stopped.time.pass(1);
        await element.updateComplete;
        await nextFrame();
        said.push(...transcript.take().map((line) => `${second} s: ${line}`));
      }
      expect(said).to.deep.equal([
        `90 s: status: ${message('retry.still', '60 seconden')}`,
        `150 s: status: ${message('retry.over')}`,
      ]);
    });

    it('the refusal that it begins with, and how long it is, in one', async () => {
      const error = new MfaError('invalid-code', 'test', { attemptsLeft: 0, retryAfter: 30 });
      const { element } = await challenge({ on: { verify: error } });
      const refusal = `${message('error.invalid-code')} ${message('error.wait-after', '30 seconden')}`;
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`alert: ${refusal}`);
      stopped.time.pass(30);
      await hears(`status: ${message('retry.over')}`);
      await type('222222');
      await press(element, VERIFY);
      await hears(`${CODE_FIELD}, ${refusal}`);
      stopped.time.pass(30);
      await hears(`status: ${message('retry.over')}`);
    });

    const tooManyTries = new MfaError('rate-limited', 'test', { retryAfter: 30 });
    const START = message('error.rate-limited', '30 seconden');
    const STILL = message('retry.still', '30 seconden');

    it('its start and a press in a dialog', async () => {
      const { element } = await counted({ on: { generateRecoveryCodes: tooManyTries } });
      await press(element, GENERATE);
      await hears(`focus: button "${message('button.cancel')}"`);
      await press(element, message('recovery-codes.replace.confirm'));
      await hears(`status: ${START}`);
      await pressKeys('Enter');
      await hears(`status: ${STILL}`);
      stopped.time.pass(30);
      await hears(`status: ${message('retry.over')}`);
    });

    it('its start and a press in place of a step', async () => {
      const backend = scriptedBackend({ on: { status: tooManyTries } });
      const element = await show('mfa-login', { backend });
      await hears(`alert: ${START}`);
      await press(element, message('failure.retry.action'));
      await hears(`alert: ${STILL}`);
      stopped.time.pass(30);
      await hears(`alert: ${message('retry.over')}`);
      await pressKeys('Enter');
      await hears(`focus: heading "${message('failure.heading')}"`, `alert: ${START}`);
    });
  });

  describe('while an app is linked', () => {
    const clock = pinnedClock('2026-03-01T12:00:00Z');

    it('a wrong code, the recovery codes, and the reminder to store them', async () => {
      const { element, backend } = await scanning({}, { issuer: SAMPLE.issuer });
      backend.on.confirmEnrollment = 'code-reused';
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`alert: ${message('error.code-reused')}`);
      delete backend.on.confirmEnrollment;
      await pressKeys('Control+a');
      await send(SAMPLE.code);
      await hears(`focus: heading "${LINKED}"`);
      await press(element, message('enrollment.done.action', 'ProfiPortaal'));
      await hears(`focus: checkbox "${message('recovery-code-list.kept.other')}", ${REMINDER}`);
    });

    it('that the key is copied, each time', async () => {
      const { element } = await scanning();
      await unfold(element, 'key');
      for (const time of ['once', 'and again']) {
        await press(element, message('enrollment.key.copy'));
        await hears(`status: ${message('copy.done')}`);
        expect(transcript.lines, time).to.deep.equal([]);
        field(element).focus();
        await hears(CODE_FIELD);
      }
    });

    it('that time is running out, and that it was extended', async () => {
      const { element } = await scanning();
      clock.now += 9 * 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
      await hears(`status: ${message('enrollment.expiry.near')}`);
      await press(element, message('enrollment.expiry.action'));
      await hears(CODE_FIELD, `status: ${message('enrollment.expiry.longer')}`);
    });

    it('a QR code that has expired, and the next one', async () => {
      const { element, backend } = await scanning({
        on: { confirmEnrollment: 'enrollment-expired' },
      });
      field(element).focus();
      await hears(CODE_FIELD);
      await send('111111');
      await hears(`focus: heading "${message('enrollment.expired.heading')}"`);
      const start = backend.hold('startEnrollment');
      await press(element, message('enrollment.expired.action'));
      await hears(`status: ${message('enrollment.starting')}`);
      start.proceed();
      await hears(`focus: heading "${message('enrollment.heading')}"`);
    });
  });

  describe('among the linked apps', () => {
    it('a new name, a wrong password for it, and an app that is unlinked', async () => {
      const backend = scriptedBackend({ state: 'verified', stepUp: ['password'] });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, messagePattern('authenticators.linked-on'));
      await press(element, PENCIL);
      await hears(`focus: field "${message('authenticators.rename.field')}"`);
      await send('Werk');
      await hears(PASSWORD_FIELD);
      await send('fout');
      await hears(`alert: ${WRONG_PASSWORD}`);
      await send(SAMPLE.password);
      await hears(
        `focus: button "${message('authenticators.rename.label', 'Werk')}"`,
        `status: ${message('authenticators.renamed', 'Werk')}`,
      );
      await press(element, message('authenticators.unlink.label', 'Werk'));
      await hears(`focus: button "${message('button.cancel')}"`);
      await pressKeys('Shift+Tab');
      await hears(`focus: button "${message('authenticators.unlink.confirm')}"`);
      await pressKeys('Enter');
      await hears(
        `focus: heading "${message('authenticators.heading')}"`,
        `status: ${message('authenticators.unlinked', 'Werk')}`,
      );
    });

    it('why an app stays linked', async () => {
      const backend = scriptedBackend({
        state: 'verified',
        on: { unlinkAuthenticator: 'offline' },
      });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, messagePattern('authenticators.linked-on'));
      const bin = message('authenticators.unlink.label', SAMPLE.authenticator.name);
      await press(element, bin);
      await hears(`focus: button "${message('button.cancel')}"`);
      await press(element, message('authenticators.unlink.confirm'));
      await hears(`alert: ${OFFLINE}`);
      await pressKeys('Escape');
      await hears(`focus: button "${bin}"`);
    });
  });

  it('while new recovery codes are generated', async () => {
    const { element } = await counted({ stepUp: ['code'] });
    await press(element, GENERATE);
    await hears(`focus: button "${message('button.cancel')}"`);
    await press(element, message('recovery-codes.replace.confirm'));
    await hears(CODE_FIELD);
    await send('111111');
    await hears(`alert: ${message('error.invalid-code')}`);
    await send(SAMPLE.code);
    await hears(`focus: heading "${message('recovery-codes.new.heading.other')}"`);
    await press(element, message('recovery-codes.new.continue'));
    await hears(`focus: checkbox "${message('recovery-code-list.kept.other')}", ${REMINDER}`);
    await pressKeys('Space');
    await press(element, message('recovery-codes.new.continue'));
    await hears(`focus: heading "${message('recovery-codes.heading')}"`, `status: ${REPLACED}`);
  });
});
