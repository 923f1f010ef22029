// Runs in Vitest and in Jest, in a document that is only simulated (../simulated-dom.test.ts).
import 'mfa-elements/define';
import { CodeInputHarness, SAMPLE, scriptedBackend } from 'mfa-elements/testing';

const { afterEach, beforeEach, customElements, describe, expect, it } = globalThis;

const URI = 'otpauth://totp/Site:me?secret=JBSWY3DPEHPK3PXP&issuer=Site';

/** Every element, with what a page sets on it. */
const ELEMENTS = {
  'mfa-login': { backend: scriptedBackend({ state: 'code-required' }) },
  'mfa-enrollment': { backend: scriptedBackend() },
  'mfa-challenge': { backend: scriptedBackend({ state: 'code-required' }) },
  'mfa-authenticators': { backend: scriptedBackend() },
  'mfa-recovery-codes': { backend: scriptedBackend() },
  'mfa-recovery-code-list': { codes: SAMPLE.recoveryCodes },
  'mfa-code-input': { value: '123456', error: 'Not right' },
  'mfa-text-field': { value: 'a name', label: 'Name' },
  'mfa-qr-code': { value: URI },
};

const aTask = () => new Promise((resolve) => setTimeout(resolve));

/** Errors and warnings in the console, of which there are none. */
const logged = [];
const { error, warn } = console;
beforeEach(() => {
  logged.length = 0;
  console.error = console.warn = (...given) => logged.push(given.join(' '));
});
afterEach(() => Object.assign(console, { error, warn }));

describe.each(Object.entries(ELEMENTS))('%s', (tag, properties) => {
  it('is placed, set, focused, moved and removed without an error', async () => {
    const element = Object.assign(document.createElement(tag), properties);
    document.body.append(element);
    await customElements.whenDefined(tag);
    for (let tasks = 0; tasks < 10; tasks += 1) await aTask();
    expect(element.shadowRoot.textContent.trim() || element.textContent.trim() || tag).not.toBe('');
    expect(element.shadowRoot.children.length).toBeGreaterThan(0);
    element.querySelector('input')?.focus();
    document.body.prepend(element);
    await aTask();
    element.remove();
    for (let tasks = 0; tasks < 3; tasks += 1) await aTask();
    expect(logged.join()).toBe('');
  });
});

describe('the harness of the code field', () => {
  it('reads the digits that would be painted', async () => {
    document.body.innerHTML = '<mfa-code-input></mfa-code-input>';
    const field = CodeInputHarness.find();
    await field.type('123');
    expect(field.shown).toBe('123...');
    await field.fill('45');
    expect(field.shown).toBe('45....');
  });
});

describe('the example of README', () => {
  it('works as it is there', async () => {
    const { example } = await import('./example.js');
    document.body.innerHTML = '<mfa-challenge></mfa-challenge>';
    await example();
    expect(logged.join()).toBe('');
  });
});
