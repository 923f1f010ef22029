import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  headings,
  labelOf,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { challenge, enter, LABEL, TO_RECOVERY, VERIFY } from './challenge-page.js';

describe('the code at sign-in', () => {
  const events = hearEvents();

  it('asks for the code in Dutch, with one button that sends it', async () => {
    const { element } = await challenge();
    expect(headings(element)).to.deep.equal([message('challenge.code.heading')]);
    expect(text(element)).to.include(message('challenge.code.lead'));
    expect(labelOf(field(element))).to.equal(LABEL);
    expect(buttons(element)).to.deep.equal([VERIFY, TO_RECOVERY]);
    await expect(element).to.be.accessible();
  });

  it('does not move the focus when it appears', async () => {
    await challenge();
    expectFocusOn(document.body);
  });

  it('moves the focus to the field if the page asks for it', async () => {
    const { element } = await challenge({}, { autofocus: true });
    await untilFocused(() => field(element));
  });

  it('signs in with the right code, shows it and dispatches the event', async () => {
    const { element, backend } = await challenge();
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['verify']);
    expect(events.heard.names).to.deep.equal(['mfa-verified']);
    expect(element.querySelector('input')).to.equal(null);
    expectFocusOn(heading(element));
    await expect(element).to.be.accessible();
  });

  it('sends the code with the Enter key', async () => {
    const { element } = await challenge();
    fill(field(element), SAMPLE.code);
    await sendKeys({ press: 'Enter' });
    await untilText(element, message('challenge.verified.heading'));
  });

  it('sends one request for Enter and a click at the same moment', async () => {
    const { element, backend } = await challenge();
    const held = backend.hold('verify');
    fill(field(element), SAMPLE.code);
    const send = button(element, VERIFY);
    field(element).form?.requestSubmit();
    send.click();
    send.click();
    held.proceed();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls).to.have.length(1);
  });

  it('shows at the button that it is busy, keeps the focus there and ignores a second press', async () => {
    const { element, backend } = await challenge();
    const held = backend.hold('verify');
    fill(field(element), SAMPLE.code);
    const send = button(element, VERIFY);
    send.focus();
    send.click();
    await untilText(element, message('button.busy'));
    expect(send.getAttribute('aria-disabled')).to.equal('true');
    expect(send.disabled).to.equal(false);
    expectFocusOn(send);
    await expect(element).to.be.accessible();
    send.click();
    field(element).form?.requestSubmit();
    expect(backend.calls).to.have.length(1);
    held.proceed();
    await untilText(element, message('challenge.verified.heading'));
  });

  it('navigates to the URL of the backend, or else to success-url', async () => {
    const named = await challenge({ redirectTo: '/portaal' }, { successUrl: '/elders' });
    enter(named.element, SAMPLE.code);
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
    const unnamed = await challenge({}, { successUrl: '/elders' });
    enter(unnamed.element, SAMPLE.code);
    const elsewhere = `${location.origin}/elders`;
    await until(
      () => events.heard.last('mfa-navigate')?.detail.url === elsewhere,
      'success-url was not used',
    );
  });
});
