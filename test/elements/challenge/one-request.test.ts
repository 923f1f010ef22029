import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
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

/** Holds a key down: the browser repeats it. */
async function hold(key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await sendKeys({ down: key });
  await sendKeys({ up: key });
}

describe('one intention is one request', () => {
  async function held() {
    const shown = await challenge();
    const call = shown.backend.hold('verify');
    return { ...shown, call, calls: () => shown.backend.calls.length };
  }

  it('when Enter and the button come together', async () => {
    const { element, call, calls } = await held();
    fill(field(element), SAMPLE.code);
    await sendKeys({ press: 'Enter' });
    button(element, message('button.busy')).click();
    call.proceed();
    await untilText(element, message('challenge.verified.heading'));
    expect(calls()).to.equal(1);
  });

  it('when Enter is held down in the field, also after the response', async () => {
    const { element, backend } = await challenge();
    fill(field(element), '999999');
    await hold('Enter', 5);
    await untilText(element, message('error.invalid-code'));
    expect(backend.calls).to.have.length(1);
    expect(text(element)).not.to.include(message('code.incomplete', 6));
  });

  it('when Enter is held down on the button', async () => {
    const { element, backend } = await challenge({ on: { verify: 'offline' } });
    fill(field(element), SAMPLE.code);
    button(element, VERIFY).focus();
    await hold('Enter', 5);
    await untilText(element, message('error.offline'));
    expect(backend.calls).to.have.length(1);
  });

  it('when the button is clicked twice, also if the response came between', async () => {
    const { element, backend } = await challenge();
    fill(field(element), '999999');
    button(element, VERIFY).dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true }));
    await untilText(element, message('error.invalid-code'));
    button(element, VERIFY).dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
    await element.updateComplete;
    expect(text(element)).to.include(message('error.invalid-code'));
    expect(backend.calls).to.have.length(1);
  });

  it('when the button is clicked during the request, and keeps the focus and the field usable', async () => {
    const { element, call, calls } = await held();
    fill(field(element), SAMPLE.code);
    const send = button(element, VERIFY);
    send.focus();
    send.click();
    await untilText(element, message('button.busy'));
    send.click();
    send.click();
    expect(send.getAttribute('aria-disabled')).to.equal('true');
    expect(field(element).disabled).to.equal(false);
    expect(field(element).value).to.equal(SAMPLE.code);
    expectFocusOn(send);
    call.proceed();
    await untilText(element, message('challenge.verified.heading'));
    expect(calls()).to.equal(1);
  });

  it('when a field that submits by itself is followed by Enter and the button', async () => {
    const backend = scriptedBackend({ state: 'code-required', on: { verify: 'offline' } });
    const markup = '<form><mfa-code-input autosubmit></mfa-code-input></form>';
    const element = await show('mfa-challenge', { backend }, markup);
    await untilText(element, message('challenge.code.heading'));
    field(element).focus();
    await sendKeys({ type: SAMPLE.code });
    await sendKeys({ press: 'Enter' });
    button(
      element,
      visibleElements(element)
        .find((it) => it.matches('[part~=submit]'))
        ?.textContent.trim() ?? '',
    ).click();
    await untilText(element, message('error.offline'));
    expect(backend.calls).to.have.length(1);
  });

  it("when the author's own button is clicked twice", async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const markup = '<form><mfa-code-input></mfa-code-input><button>Controleer</button></form>';
    const element = await show('mfa-challenge', { backend }, markup);
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), '999999');
    const click = (detail: number) =>
      button(element, 'Controleer').dispatchEvent(
        new MouseEvent('click', { detail, bubbles: true, cancelable: true }),
      );
    click(1);
    await untilText(element, message('error.invalid-code'));
    click(2);
    await element.updateComplete;
    expect(text(element)).to.include(message('error.invalid-code'));
    expect(backend.calls).to.have.length(1);
  });

  it('in each of two elements on one page', async () => {
    const first = await challenge();
    const second = await challenge();
    const [one, two] = [first.backend.hold('verify'), second.backend.hold('verify')];
    enter(first.element, SAMPLE.code);
    enter(second.element, SAMPLE.code);
    two.proceed();
    await untilText(second.element, message('challenge.verified.heading'));
    expect(text(first.element)).to.include(message('button.busy'));
    one.proceed();
    await untilText(first.element, message('challenge.verified.heading'));
    expect(first.backend.calls).to.have.length(1);
    expect(second.backend.calls).to.have.length(1);
  });

  it('and an Enter that is still down does nothing at the next field', async () => {
    const { element } = await challenge();
    button(element, TO_RECOVERY).focus();
    await sendKeys({ down: 'Enter' });
    await until(() => element.querySelector('mfa-text-field') !== null, 'there is no other field');
    await until(() => document.activeElement === field(element), 'the field has no focus');
    await hold('Enter', 3);
    await element.updateComplete;
    expect(text(element)).not.to.include(message('recovery-code.incomplete'));
  });
});
