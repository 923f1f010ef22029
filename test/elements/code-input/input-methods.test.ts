import { expect } from '@open-wc/testing';
import { composeNatively, needs } from '../../support/engine.js';
import { focusedField, painted, press, shown, type } from './code-field.js';

describe('a code by an input method', () => {
  it('46: grows digit by digit and is committed once', async () => {
    const field = await focusedField();
    compose(field.input, ['1', '12', '123']);
    expect(field.element.value).to.equal('123');
  });

  it('47: takes full-width digits', async () => {
    const field = await focusedField();
    compose(field.input, ['１', '１２', '１２３']);
    expect(field.element.value).to.equal('123');
    expect(field.input.value).to.equal('123');
  });

  it('48: does not change the input until it is committed, and shows digits meanwhile', async () => {
    const field = await focusedField('12345');
    compose(field.input, ['６', '６７'], { commit: false });
    expect(field.input.value).to.equal('12345６７');
    expect(field.element.value).to.match(/^[0-9]{1,6}$/);
    commit(field.input, '６７');
    expect(field.input.value).to.match(/^[0-9]{6}$/);
  });

  it('overwrites the digits at the caret, as typing does', async () => {
    const field = await focusedField('123456');
    await press('Home');
    compose(field.input, ['９']);
    expect(field.element.value).to.equal('923456');
  });

  it('50: is complete when it is committed, not before', async () => {
    const field = await focusedField();
    compose(field.input, ['123456'], { commit: false });
    expect(field.events).not.to.include('mfa-code-complete');
    commit(field.input, '123456');
    expect(field.events.filter((name) => name === 'mfa-code-complete')).to.have.lengthOf(1);
    await press('Backspace');
    await type('7');
    expect(field.element.value).to.equal('123457');
  });
});

describe('a code by the input method of the browser itself', () => {
  it('46: grows digit by digit and is committed once', async function () {
    needs('an input method from outside the page', this);
    const field = await focusedField();
    await composeNatively(['1', '12', '123']);
    await painted();
    expect(field.element.value).to.equal('123');
    expect(shown(field)).to.equal('123...');
  });

  it('47: takes full-width digits', async function () {
    needs('an input method from outside the page', this);
    const field = await focusedField();
    await composeNatively(['１', '１２', '１２３']);
    await painted();
    expect(field.input.value).to.equal('123');
  });

  it('48: does not change the input until it is committed', async function () {
    needs('an input method from outside the page', this);
    const field = await focusedField('12345');
    await composeNatively(['６', '６７'], false);
    await painted();
    expect(field.input.value).to.equal('12345６７');
    expect(field.element.value).to.match(/^[0-9]{6}$/);
    await composeNatively(['６７']);
    await painted();
    expect(field.input.value).to.match(/^[0-9]{6}$/);
  });

  it('50: is complete when it is committed, not before', async function () {
    needs('an input method from outside the page', this);
    const field = await focusedField();
    await composeNatively(['123456'], false);
    expect(field.events).not.to.include('mfa-code-complete');
    await composeNatively(['123456']);
    expect(field.events.filter((name) => name === 'mfa-code-complete')).to.have.lengthOf(1);
  });
});

/** Simulates an input method that shows each text in turn at the caret. */
function compose(input: HTMLInputElement, texts: string[], { commit: ends = true } = {}): void {
  const start = input.selectionStart ?? 0;
  const [head, tail] = [input.value.slice(0, start), input.value.slice(start)];
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const data of texts) {
    const init = { data, inputType: 'insertCompositionText', isComposing: true, bubbles: true };
    input.dispatchEvent(new InputEvent('beforeinput', init));
    input.value = head + data + tail;
    input.dispatchEvent(new InputEvent('input', init));
  }
  if (ends) commit(input, texts.at(-1) ?? '');
}

function commit(input: HTMLInputElement, data: string): void {
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data }));
}
