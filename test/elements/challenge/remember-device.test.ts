import { expect } from '@open-wc/testing';
import { SAMPLE, type ScriptedBackendOptions } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, field, fill, visibleElements, text, untilText } from '../../support/page.js';
import { challenge, enter, TO_RECOVERY } from './challenge-page.js';

const LABEL = message('challenge.remember.label');

describe('remembering a device', () => {
  const offered = (options: ScriptedBackendOptions = {}) =>
    challenge({ capabilities: { rememberDevice: true }, ...options }, { rememberDevice: true });

  const checkbox = (element: HTMLElement) =>
    visibleElements(element).find(
      (it): it is HTMLInputElement => it instanceof HTMLInputElement && it.type === 'checkbox',
    );

  it('is offered, and not checked by default', async () => {
    const { element } = await offered();
    expect(checkbox(element)?.checked).to.equal(false);
    expect(text(checkbox(element)?.labels?.[0] ?? element)).to.equal(LABEL);
    expect(text(element)).to.include(message('challenge.remember.hint'));
    await expect(element).to.be.accessible();
  });

  it('is sent with the code if it is checked, and only then', async () => {
    for (const chosen of [true, false]) {
      const { element, backend } = await offered();
      if (chosen) checkbox(element)?.click();
      enter(element, SAMPLE.code);
      await untilText(element, message('challenge.verified.heading'));
      expect(backend.calls.map(({ input }) => input)).to.deep.equal([
        { code: SAMPLE.code, ...(chosen && { rememberDevice: true }) },
      ]);
    }
  });

  it('stays checked after a refused code', async () => {
    const { element, backend } = await offered();
    checkbox(element)?.click();
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    expect(checkbox(element)?.checked).to.equal(true);
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.at(-1)?.input).to.deep.equal({ code: SAMPLE.code, rememberDevice: true });
  });

  it('is not sent with a recovery code', async () => {
    const { element, backend } = await offered();
    checkbox(element)?.click();
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    expect(checkbox(element)).to.equal(undefined);
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ input }) => input)).to.deep.equal([
      { recoveryCode: SAMPLE.recoveryCodes[0] },
    ]);
  });

  it('is offered only if the page asks for it and the backend supports it', async () => {
    const unasked = await challenge({ capabilities: { rememberDevice: true } });
    expect(checkbox(unasked.element)).to.equal(undefined);
    for (const capabilities of [{}, { rememberDevice: false }]) {
      const { element } = await offered({ capabilities });
      expect(checkbox(element)).to.equal(undefined);
    }
  });

  it('is forgotten when the element is removed', async () => {
    const { element } = await offered();
    const parent = element.parentElement;
    checkbox(element)?.click();
    element.remove();
    await element.updateComplete;
    parent?.append(element);
    await untilText(element, message('challenge.code.heading'));
    expect(checkbox(element)?.checked).to.equal(false);
  });

  it('has a target of 44 px', async () => {
    const { element } = await offered();
    const { width, height } =
      checkbox(element)?.labels?.[0]?.getBoundingClientRect() ?? new DOMRect();
    expect(height).to.be.at.least(44);
    expect(width).to.be.at.least(44);
  });
});
