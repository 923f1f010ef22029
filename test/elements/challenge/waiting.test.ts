import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { stopTime } from '../../support/fake-time.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  expectFocusOn,
  field,
  fill,
  visibleElements,
  show,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { challenge, enter, TO_RECOVERY, VERIFY } from './challenge-page.js';

const OVER = message('retry.over');
const START = message('error.rate-limited', '2 minuten');

const wait = (retryAfter: number, kind: MfaErrorKind = 'rate-limited') =>
  new MfaError(kind, 'test', { retryAfter });

describe('a wait before the next try', () => {
  const stopped = stopTime();

  async function waiting(seconds = 120, kind?: MfaErrorKind) {
    const shown = await challenge({ on: { verify: wait(seconds, kind) } });
    const { element } = shown;
    enter(element, '111111');
    await until(() => timer(element) !== undefined, 'there is no time left in sight');
    return {
      ...shown,
      pass: async (passing: number) => {
        stopped.time.pass(passing);
        await element.updateComplete;
      },
    };
  }

  /** Returns the visible time. */
  const timer = (within: HTMLElement) =>
    visibleElements(within)
      .find((it) => it.matches('[role=timer]'))
      ?.textContent.trim();
  const verify = (element: HTMLElement) => button(element, VERIFY);

  it('shows the time left, second by second, without a live region', async () => {
    const { element, pass } = await waiting();
    expect(text(element)).to.include(message('retry.rate-limited'));
    expect(timer(element)).to.equal(message('retry.time', '2:00'));
    await pass(1);
    expect(timer(element)).to.equal(message('retry.time', '1:59'));
    await pass(114);
    expect(timer(element)).to.equal(message('retry.time', '0:05'));
    await expect(element).to.be.accessible();
  });

  it('is announced at its start, at a minute and at its end, and at no other time (A8)', async () => {
    const { element, pass } = await waiting();
    const said = [announced(element).join('')];
    for (let second = 1; second <= 125; second += 1) {
      await pass(1);
      const now = announced(element).join('');
      if (now && now !== said.at(-1)) said.push(now);
    }
    expect(said).to.deep.equal([START, message('retry.still', '60 seconden'), OVER]);
  });

  it('does not announce the last minute soon after the start', async () => {
    const { element, pass } = await waiting(65);
    await pass(10);
    expect(announced(element)).to.deep.equal([]);
  });

  it('is announced in a region that was there before its text', async () => {
    const { element } = await challenge({ on: { verify: wait(30) } });
    const region = visibleElements(element).find((it) => it.matches('[role=status]'));
    expect(region?.textContent).to.equal('');
    enter(element, '111111');
    await untilText(element, message('error.rate-limited', '30 seconden'));
    expect(region?.textContent).to.include('30 seconden');
  });

  it('keeps and selects what was typed, without an error at the field', async () => {
    const { element } = await waiting();
    expect(field(element).value).to.equal('111111');
    expect(field(element).hasAttribute('aria-invalid')).to.equal(false);
    expectFocusOn(field(element));
    await until(() => field(element).selectionEnd === 6, 'nothing is selected');
    expect(field(element).selectionStart).to.equal(0);
  });

  it('leaves the focus on the pressed button: there is nothing to correct at the field', async () => {
    const { element } = await challenge({ on: { verify: wait(30) } });
    fill(field(element), '111111');
    verify(element).focus();
    verify(element).click();
    await until(() => timer(element) !== undefined, 'there is no time left in sight');
    await element.updateComplete;
    expectFocusOn(verify(element));
  });

  it('sends nothing on Enter or the button, and says how long the wait still is', async () => {
    const { element, backend, pass } = await waiting();
    await pass(20);
    expect(verify(element).getAttribute('aria-disabled')).to.equal('true');
    expect(verify(element).disabled).to.equal(false);
    field(element).focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([message('retry.still', '2 minuten')]);
    await pass(15);
    expect(announced(element)).to.deep.equal([]);
    await pass(30);
    verify(element).focus();
    verify(element).click();
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([message('retry.still', '55 seconden')]);
    expectFocusOn(verify(element));
    expect(backend.calls).to.have.length(1);
    expect(field(element).value).to.equal('111111');
  });

  it('sends what was kept once it is over', async () => {
    const { element, backend, pass } = await waiting(30);
    await pass(30);
    expect(timer(element)).to.equal(undefined);
    expect(text(element)).to.include(OVER);
    expect(verify(element).getAttribute('aria-disabled')).to.equal('false');
    await expect(element).to.be.accessible();
    delete backend.on.verify;
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls).to.have.length(2);
  });

  it('removes the message that it is over with the next try', async () => {
    const { element, backend, pass } = await waiting(30);
    await pass(30);
    backend.on.verify = 'invalid-code';
    enter(element, '222222');
    await untilText(element, message('error.invalid-code'));
    expect(text(element)).not.to.include(OVER);
  });

  it('starts again if the server asks for another wait', async () => {
    const { element, backend, pass } = await waiting(30);
    await pass(30);
    backend.on.verify = wait(45);
    enter(element, '222222');
    await until(() => timer(element)?.includes('0:45') ?? false, 'there is no second wait');
  });

  it('is over if a computer wakes up after it (C82)', async () => {
    const { element, backend } = await waiting(3600);
    stopped.time.sleep(3600);
    document.dispatchEvent(new Event('visibilitychange'));
    await untilText(element, OVER);
    expect(stopped.time.timers).to.equal(0);
    expect(backend.calls).to.have.length(1);
  });

  it('does not get longer if the clock is set back', async () => {
    const { element, pass } = await waiting(60);
    stopped.time.setClock(-7200);
    await pass(59);
    expect(timer(element)).to.include('0:01');
    await pass(1);
    expect(text(element)).to.include(OVER);
  });

  for (const [given, shown] of [
    [1e9, '60:00'],
    [3601, '60:00'],
    [0.2, '0:01'],
  ] as const) {
    it(`is ${shown} for ${given} seconds (C65)`, async () => {
      const { element } = await waiting(given);
      expect(timer(element)).to.include(shown);
    });
  }

  for (const given of [0, -1]) {
    it(`does not exist for ${given} seconds: there is only the message`, async () => {
      const { element, backend } = await challenge({ on: { verify: wait(given) } });
      enter(element, '111111');
      await untilText(element, message('retry.rate-limited'));
      expect(timer(element)).to.equal(undefined);
      expect(stopped.time.timers).to.equal(0);
      enter(element, '222222');
      expect(backend.calls).to.have.length(2);
    });
  }

  it('also shows for a blocked account and an unreachable server', async () => {
    const locked = await waiting(900, 'locked');
    expect(text(locked.element)).to.include(message('retry.locked'));
    expect(timer(locked.element)).to.include('15:00');
    locked.element.remove();
    const away = await waiting(40, 'unavailable');
    expect(text(away.element)).to.include(message('retry.unavailable'));
    expect(timer(away.element)).to.include('0:40');
  });

  it('goes on while the recovery code step shows, and is not shown there', async () => {
    const { element, pass } = await waiting(60);
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    expect(timer(element)).to.equal(undefined);
    expect(stopped.time.timers).to.equal(0);
    await pass(20);
    button(element, message('challenge.recovery-code.use-code')).click();
    await untilText(element, message('challenge.code.heading'));
    await until(() => timer(element)?.includes('0:40') ?? false, 'the wait was forgotten');
    expect(field(element).value).to.equal('');
    expect(stopped.time.timers).to.equal(1);
  });

  it('does not say that it is over if it ended while another step showed', async () => {
    const { element, pass } = await waiting(20);
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    await pass(20);
    button(element, message('challenge.recovery-code.use-code')).click();
    await untilText(element, message('challenge.code.heading'));
    expect(text(element)).not.to.include(OVER);
  });

  it('also applies to a recovery code', async () => {
    const { element, backend } = await challenge({ on: { verifyRecoveryCode: wait(30) } });
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, message('challenge.recovery-code.submit')).click();
    await until(() => timer(element) !== undefined, 'there is no time left in sight');
    button(element, message('challenge.recovery-code.submit')).click();
    expect(backend.calls).to.have.length(1);
    expect(field(element).value).to.equal(SAMPLE.recoveryCodes[0]);
  });

  it('has one timer, and none while the element is out of the page, where it goes on', async () => {
    const { element } = await waiting();
    enter(element, '222222');
    element.requestUpdate();
    await element.updateComplete;
    expect(stopped.time.timers).to.equal(1);
    const parent = element.parentElement;
    element.remove();
    await until(() => stopped.time.timers === 0, 'the timer goes on');
    stopped.time.pass(30);
    parent?.append(element);
    await until(() => timer(element) !== undefined, 'the wait was forgotten');
    expect(timer(element)).to.equal(message('retry.time', '1:30'));
    expect(stopped.time.timers).to.equal(1);
  });

  it('keeps counting if the element is moved in the page', async () => {
    const { element, pass } = await waiting();
    element.parentElement?.prepend(element);
    await pass(10);
    expect(timer(element)).to.include('1:50');
  });

  it('changes its language with the page', async () => {
    const { element } = await waiting();
    document.documentElement.lang = 'en';
    try {
      await untilText(element, 'You can try again in 2:00 minutes.');
    } finally {
      document.documentElement.lang = 'nl';
    }
    await untilText(element, message('retry.time', '2:00'));
  });

  it('also applies to the button of a form of the author', async () => {
    const backend = scriptedBackend({ state: 'code-required', on: { verify: wait(30) } });
    const markup = `<form><mfa-code-input></mfa-code-input><button>Controleer</button></form>`;
    const element = await show('mfa-challenge', { backend }, markup);
    await untilText(element, message('challenge.code.heading'));
    const send = () => {
      fill(field(element), '111111');
      button(element, 'Controleer').click();
    };
    send();
    await until(() => timer(element) !== undefined, 'there is no time left in sight');
    expect(button(element, 'Controleer').getAttribute('aria-disabled')).to.equal('true');
    send();
    expect(backend.calls).to.have.length(1);
    const written = button(element, 'Controleer');
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    expect(written.hasAttribute('aria-disabled')).to.equal(false);
    button(element, message('challenge.recovery-code.use-code')).click();
    await until(() => written.getAttribute('aria-disabled') === 'true', 'the wait was forgotten');
    stopped.time.pass(30);
    await untilText(element, OVER);
    expect(button(element, 'Controleer').hasAttribute('aria-disabled')).to.equal(false);
    send();
    expect(backend.calls).to.have.length(2);
  });
});
