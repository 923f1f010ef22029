import { expect } from '@open-wc/testing';
import '../../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/login/mfa-login.js';
import { SAMPLE, scriptedBackend, type ScriptedBackend } from '../../../../src/testing/index.js';
import { message, messagePattern } from '../../../support/message.js';
import {
  button,
  allElements,
  field,
  fill,
  expectFocusOn,
  show,
  text,
  until,
  untilText,
} from '../../../support/page.js';

const VERIFY = message('code.submit');
const pageEvent = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

describe('an element that is moved in the page', () => {
  it('keeps its step and what was typed', async () => {
    const backend = scriptedBackend();
    const element = await show('mfa-enrollment', { backend });
    await untilText(element, message('enrollment.scan.heading'));
    fill(field(element), '123');
    document.body.append(element);
    await until(
      () => text(element).includes(message('enrollment.scan.heading')),
      'the step is gone',
    );
    expect(field(element).value).to.equal('123');
    expect(backend.calls).to.have.length(1);
    element.remove();
  });

  it('keeps the pending request', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, message('challenge.code.heading'));
    const held = backend.hold('verify');
    fill(field(element), SAMPLE.code);
    button(element, VERIFY).click();
    const { signal } = await held.called;
    const aside = document.createElement('aside');
    element.parentElement?.append(aside);
    aside.append(element);
    await element.updateComplete;
    expect(signal?.aborted).to.equal(false);
    held.proceed();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls).to.have.length(1);
  });

  it('keeps the step of a whole sign-in', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-login', { backend });
    await untilText(element, message('challenge.code.heading'));
    const step = element.querySelector('mfa-challenge');
    element.parentElement?.prepend(element);
    await element.updateComplete;
    expect(element.querySelector('mfa-challenge')).to.equal(step);
    expect(backend.calls).to.have.length(1);
  });
});

describe('an element that is removed from the page', () => {
  it('aborts its request and starts again when it returns', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend });
    const parent = element.parentElement;
    await untilText(element, message('challenge.code.heading'));
    const held = backend.hold('verify');
    const input = field(element);
    fill(input, SAMPLE.code);
    button(element, VERIFY).click();
    const { signal } = await held.called;
    element.remove();
    await Promise.resolve();
    expect(signal?.aborted).to.equal(true);
    expect(input.value).to.equal('');
    held.proceed();
    parent?.append(element);
    await untilText(element, message('challenge.code.heading'));
    expect(field(element).value).to.equal('');
  });

  it('takes no focus when a script puts it back', async () => {
    const backend = scriptedBackend({ on: { confirmEnrollment: 'code-reused' } });
    const element = await show('mfa-enrollment', { backend });
    const parent = element.parentElement;
    await untilText(element, message('enrollment.scan.heading'));
    fill(field(element), '999999');
    button(element, VERIFY).click();
    await untilText(element, message('error.code-reused'));
    element.remove();
    await element.updateComplete;
    parent?.append(element);
    await untilText(element, message('enrollment.scan.heading'));
    await until(() => element.querySelector('input') !== null, 'there is no field');
    expectFocusOn(document.body);
  });
});

describe('a page that is left', () => {
  const secrets = (element: Element) => {
    const html = allElements(element).map((inner) => inner.outerHTML);
    return [...html, text(element)].join(' ').replaceAll(/[\s,]/g, '');
  };

  it('holds no secret any more, and shows a fresh step when the user returns', async () => {
    const backend = scriptedBackend();
    const element = await show('mfa-login', { backend });
    await untilText(element, message('enrollment.scan.heading'));
    const input = field(element);
    fill(input, SAMPLE.code);
    expect(secrets(element)).to.include(SAMPLE.secret);
    pageEvent('pagehide');
    await element.updateComplete;
    expect(secrets(element)).not.to.include(SAMPLE.secret);
    expect(input.value).to.equal('');
    expect(element.querySelector('input')).to.equal(null);
    pageEvent('pageshow');
    await untilText(element, message('enrollment.scan.heading'));
    expect(field(element).value).to.equal('');
    expectFocusOn(document.body);
  });

  it('shows no recovery codes when the user returns', async () => {
    const backend = scriptedBackend();
    const element = await show('mfa-enrollment', { backend });
    await untilText(element, message('enrollment.scan.heading'));
    fill(field(element), SAMPLE.code);
    button(element, VERIFY).click();
    await untilText(element, SAMPLE.recoveryCodes[0]);
    pageEvent('pagehide');
    await element.updateComplete;
    for (const code of SAMPLE.recoveryCodes) expect(secrets(element)).not.to.include(code);
  });
});

describe('another backend', () => {
  it('restarts the flow and aborts the request to the old one', async () => {
    const old = scriptedBackend({ state: 'verified' });
    const held = old.hold('listAuthenticators');
    const element = await show('mfa-authenticators', { backend: old });
    const { signal } = await held.called;
    element.backend = scriptedBackend({ state: 'verified', authenticators: [] });
    await untilText(element, message('authenticators.empty'));
    expect(signal?.aborted).to.equal(true);
    held.proceed();
    await element.updateComplete;
    expect(text(element)).to.include(message('authenticators.empty'));
  });

  it('sends no request to the old one if the element moves meanwhile', async () => {
    const old = scriptedBackend({ state: 'verified' });
    const element = await show('mfa-authenticators', { backend: old });
    await untilText(element, messagePattern('authenticators.linked-on'));
    const asked = old.calls.length;
    element.backend = scriptedBackend({ state: 'verified', authenticators: [] });
    const parent = element.parentElement;
    element.remove();
    await Promise.resolve();
    parent?.append(element);
    await untilText(element, message('authenticators.empty'));
    expect(old.calls).to.have.length(asked);
  });
});

describe('the code field of every element', () => {
  const query = () =>
    document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]');
  const open = async (
    tag: 'mfa-login' | 'mfa-challenge' | 'mfa-enrollment',
    backend: ScriptedBackend,
  ) => {
    const element = await show(tag, { backend });
    await until(() => query() !== null, 'no field is found');
    return element;
  };

  for (const [tag, state] of [
    ['mfa-challenge', 'code-required'],
    ['mfa-enrollment', 'enrollment-required'],
    ['mfa-login', 'code-required'],
    ['mfa-login', 'enrollment-required'],
  ] as const) {
    it(`is found by the page and its form in ${tag} while ${state}`, async () => {
      const element = await open(tag, scriptedBackend({ state }));
      expect(query()).to.equal(field(element));
      expect(query()?.form?.querySelectorAll('input')).to.have.length(1);
      expect(query()?.inputMode).to.equal('numeric');
    });
  }

  it('is found by the page in the dialog before a removal', async () => {
    const backend = scriptedBackend({ state: 'verified', stepUp: ['code'] });
    const element = await show('mfa-authenticators', { backend });
    await untilText(element, messagePattern('authenticators.linked-on'));
    button(element, message('authenticators.unlink.label', SAMPLE.authenticator.name)).click();
    await untilText(element, message('authenticators.unlink.last'));
    button(element, message('authenticators.unlink.confirm')).click();
    await untilText(element, message('step-up.code.lead'));
    expect(query()).to.equal(field(element));
  });
});
