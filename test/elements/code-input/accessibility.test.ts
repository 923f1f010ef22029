import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import axe from 'axe-core';
import '../../../src/elements/code-input/mfa-code-input.js';
import { countFor, middleOf } from '../../support/engine.js';
import { labelsOf } from '../../support/labels.js';
import { codeField, focusedField, press, shown, slots, type } from './code-field.js';

describe('the code field for everyone', function () {
  // Firefox makes its accessibility tree at the first question, which takes longer on a busy machine.
  this.timeout(60_000);

  it('63: is one text box with the name of its label', async () => {
    await focusedField('12');
    expect(await countFor({ role: 'textbox' })).to.equal(1);
    expect(await countFor({ role: 'textbox', name: 'Code' })).to.equal(1);
    for (const name of ['1', '2']) expect(await countFor({ name })).to.equal(0);
  });

  for (const [what, template] of [
    [
      'a label elsewhere gives it',
      html`<label for="mine">My code</label>
        <mfa-code-input label="Code"><input id="mine" /></mfa-code-input>`,
    ],
    [
      'a label around it gives it',
      html`<label>My code <mfa-code-input label="Code"></mfa-code-input></label>`,
    ],
    [
      'a label in it gives it',
      html`<mfa-code-input label="Code"
        ><label>My code <input /></label
      ></mfa-code-input>`,
    ],
    [
      'aria-label gives it',
      html`<mfa-code-input label="Code"><input aria-label="My code" /></mfa-code-input>`,
    ],
    [
      'aria-labelledby gives it',
      html`<b id="mine">My code</b
        ><mfa-code-input label="Code"><input aria-labelledby="mine" /></mfa-code-input>`,
    ],
  ] as const) {
    it(`63: keeps the name that ${what}`, async () => {
      const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
      await page.querySelector('mfa-code-input')?.updateComplete;
      expect(await countFor({ role: 'textbox' })).to.equal(1);
      expect(await countFor({ role: 'textbox', name: 'My code' })).to.equal(1);
      expect(page.querySelectorAll('label').length).to.be.at.most(1);
    });
  }

  it('64: is described by its hint and its error', async () => {
    const { element, input } = await codeField(
      html`<mfa-code-input label="Code" hint="See your app."></mfa-code-input>`,
    );
    expect(description(input)).to.equal('See your app.');
    element.error = 'This code is not right.';
    await element.updateComplete;
    expect(description(input)).to.equal('See your app. This code is not right.');
    expect(input).to.have.attribute('aria-invalid', 'true');
  });

  it('64: announces an error in a region that existed before it, and removes it at the next edit', async () => {
    const { element, input } = await focusedField('123456');
    const region = element.querySelector('[role=alert]');
    expect(region).to.have.text('');
    const changes: string[] = [];
    const observer = new MutationObserver(() => changes.push(region?.textContent ?? ''));
    if (region) observer.observe(region, { childList: true, characterData: true, subtree: true });
    element.error = 'This code is not right.';
    await element.updateComplete;
    element.hint = 'See your app.';
    await element.updateComplete;
    expect(region).to.have.text('This code is not right.');
    expect(changes).to.deep.equal(['This code is not right.']);
    await press('Backspace');
    expect(region).to.have.text('');
    expect(input).not.to.have.attribute('aria-invalid');
    observer.disconnect();
  });

  it('64: announces it in that region while the focus stays, and is described by it when the focus returns', async () => {
    const { element, input } = await focusedField('123456');
    element.error = 'This code is not right.';
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')).to.have.text('This code is not right.');
    expect(description(input)).to.equal('');
    input.blur();
    expect(description(input)).to.equal('This code is not right.');
  });

  it('64: announces it by the description when the focus arrives with the error', async () => {
    const { element, input } = await codeField();
    element.error = 'This code is not right.';
    await element.updateComplete;
    element.select();
    expect(element.querySelector('[role=alert]')).to.equal(null);
    expect(description(input)).to.equal('This code is not right.');
    element.hint = 'See your app.';
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')).to.equal(null);
    await type('1');
    expect(element.querySelector('[role=alert]')).to.have.text('');
  });

  it('64: announces a later error in the region again', async () => {
    const { element } = await codeField();
    element.error = 'This code is not right.';
    await element.updateComplete;
    element.focus();
    await type('1');
    element.error = 'Neither is this.';
    await element.updateComplete;
    expect(element.querySelector('[role=alert]')).to.have.text('Neither is this.');
  });

  it('64: keeps the region when the user focuses the field later', async () => {
    const { element, input } = await codeField();
    element.error = 'This code is not right.';
    await element.updateComplete;
    await aTimeout(0);
    element.focus();
    expect(element.querySelector('[role=alert]')).to.have.text('This code is not right.');
    expect(description(input)).to.equal('This code is not right.');
  });

  it('75: keeps what a translation made of its texts, also while the user types', async () => {
    const { element, input } = await focusedField('1');
    element.hint = 'See your app.';
    element.error = 'This code is not right.';
    await element.updateComplete;
    const parts = ['label', 'hint', 'error'].map((slot) =>
      element.querySelector(`:scope > [slot=${slot}]`),
    );
    for (const part of parts) part?.replaceChildren(document.createElement('font'), 'Translated');
    input.blur();
    element.focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(parts.map((part) => part?.textContent)).to.deep.equal(Array(3).fill('Translated'));
    await type('2');
    expect(parts.map((part) => part?.textContent)).to.deep.equal(['Translated', 'Translated', '']);
  });

  it('75: excludes its digits from a translation', async () => {
    const { element, input } = await focusedField('12');
    expect([input, ...slots(element)].map((part) => part.translate)).to.deep.equal(
      Array(7).fill(false),
    );
    for (const slot of slots(element))
      expect(slot.closest('[aria-hidden=true]')).not.to.equal(null);
  });

  it('65: selects the wrong value, so that the next code replaces it', async () => {
    const { element } = await codeField(
      html`<mfa-code-input label="Code" value="123456"></mfa-code-input>`,
    );
    element.select();
    await type('654321');
    expect(element.value).to.equal('654321');
  });

  it('66: gets the focus when its label is clicked', async () => {
    const { element, input } = await codeField();
    const { x, y } = middleOf(element.querySelector('label') ?? element);
    await sendMouse({ type: 'click', position: [x, y] });
    expect(input.matches(':focus')).to.equal(true);
  });

  it('72: shows dots in place of the digits, and stays a text box', async () => {
    const field = await codeField(
      html`<mfa-code-input label="Code" masked value="123"></mfa-code-input>`,
    );
    const { element, input } = field;
    expect(shown(field)).to.equal('•••...');
    expect(
      ['type', 'inputmode', 'autocomplete'].map((name) => input.getAttribute(name)),
    ).to.deep.equal(['text', 'numeric', 'one-time-code']);
    expect(getComputedStyle(input).getPropertyValue('-webkit-text-security')).to.equal('disc');
    expect(element.value).to.equal('123');
  });

  it('74: leaves nothing behind, and two on a page share no id', async () => {
    const listeners = trackListeners(document);
    const page = await fixture<HTMLElement>(html`
      <div>
        <mfa-code-input label="One" hint="A"></mfa-code-input>
        <mfa-code-input label="Two" hint="B"></mfa-code-input>
      </div>
    `);
    const [one, two] = page.querySelectorAll('mfa-code-input');
    if (!one || !two) throw new Error('no fields');
    const copy = one.cloneNode(true) as typeof one;
    page.append(copy);
    await Promise.all([one, two, copy].map(({ updateComplete }) => updateComplete));
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.have.lengthOf(new Set(ids).size);
    expect(labelsOf(copy.input)).to.have.lengthOf(1);
    one.focus();
    page.remove();
    expect(listeners.left()).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`passes axe, in ${scheme}`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText }`);
      document.adoptedStyleSheets.push(sheet);
      const { element } = await focusedField('12');
      element.hint = 'See your app.';
      for (const error of ['', 'This code is not right.']) {
        element.error = error;
        await element.updateComplete;
        const { violations } = await axe.run(element);
        expect(violations.map(({ id }) => id)).to.deep.equal([]);
      }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
    });
  }
});

function description(input: HTMLInputElement): string {
  const ids = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}

/** Counts the nodes that are added to and removed from a target. */
function trackListeners(target: Document) {
  const signals: { type: string; signal: AbortSignal | undefined }[] = [];
  const add = target.addEventListener.bind(target);
  target.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: AddEventListenerOptions | boolean,
  ) => {
    const signal = typeof options === 'object' ? options.signal : undefined;
    signals.push({ type, signal });
    add(type, listener, options);
  };
  return {
    left() {
      target.addEventListener = add;
      return signals.filter(({ signal }) => !signal?.aborted).map(({ type }) => type);
    },
  };
}
