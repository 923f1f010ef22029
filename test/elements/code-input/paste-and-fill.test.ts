import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { drag, middleOf, needs, paintAsFilledIn } from '../../support/engine.js';
import { labelsOf } from '../../support/labels.js';
import { message } from '../../support/message.js';
import {
  codeField,
  fillIn,
  focusedField,
  paste,
  pasteData,
  press,
  shown,
  suggest,
  undo,
} from './code-field.js';

describe('pasting a code', () => {
  it('24: takes a code, and is complete once', async () => {
    const field = await focusedField();
    await paste('123456');
    expect(field.element.value).to.equal('123456');
    expect(shown(field)).to.equal('123456');
    expect(field.events).to.have.members(['input', 'mfa-code-complete']);
  });

  for (const [number, text] of [
    [25, '123 456'],
    [25, '123-456'],
    [25, '\u00a0123\u2009456\n'],
    [25, '12 34 56'],
    [26, 'Your code is 123 456'],
    [27, 'G-123456 is your code.'],
    [28, 'Order 42: your code is 123456'],
    [29, '１２３４５６'],
    [30, '١٢٣٤٥٦'],
    [30, '۱۲۳۴۵۶'],
  ] as const) {
    it(`${number}: takes the code from "${text.trim()}", with one event`, async () => {
      const field = await focusedField();
      await paste(text);
      expect(field.element.value).to.equal('123456');
      expect(field.input.value).to.equal('123456');
      expect(field.events).to.have.members(['input', 'mfa-code-complete']);
    });
  }

  it('fires input before mfa-code-complete when a code is pasted (host page 6)', async () => {
    const field = await focusedField('12');
    await paste('Your code is 123 456');
    // Copying the text took the focus away: `change`.
    expect(field.events.filter((it) => it !== 'change')).to.deep.equal([
      'input',
      'mfa-code-complete',
    ]);
    expect(field.kept).to.equal('123456');
  });

  it('31: accepts nothing that only looks like a digit', async () => {
    const field = await focusedField('12');
    await paste('²³½Ⅷ①');
    expect(field.element.value).to.equal('12');
    expect(field.events).not.to.include('input');
  });

  it('32: refuses more digits than fit', async () => {
    const field = await focusedField('12');
    await paste('1234567890');
    expect(field.element.value).to.equal('12');
    expect(field.element.error).not.to.equal('');
    expect(field.events).not.to.include('input');
    expect(field.events).not.to.include('mfa-code-complete');
  });

  it('32: updates the error when the page changes its language', async () => {
    const { element } = await focusedField();
    await paste('1234567890');
    document.documentElement.lang = 'en';
    try {
      await waitUntil(() => element.error.startsWith('There are too many digits in this text.'));
    } finally {
      document.documentElement.lang = 'nl';
    }
    await waitUntil(() => element.error === message('code.too-long', 6));
  });

  it('33: keeps the digits when a text without any is pasted', async () => {
    const field = await focusedField('12');
    await paste('abc');
    expect(field.element.value).to.equal('12');
    expect(field.input.selectionStart).to.equal(2);
  });

  it('34: pastes a part of a code over the digits at the caret', async () => {
    const field = await focusedField('123456');
    await press('Home', 'ArrowRight', 'ArrowRight');
    await paste('99');
    expect(field.element.value).to.equal('129956');
    expect(field.input.selectionStart).to.equal(4);
  });

  it('35: replaces everything by a complete code, and undo restores the old one', async () => {
    const field = await focusedField('12');
    await paste('654321');
    expect(field.element.value).to.equal('654321');
    await undo();
    expect(field.element.value).to.equal('12');
    expect(shown(field)).to.equal('12....');
  });

  for (const [what, data] of [
    ['no plain text', { 'text/html': '<b>!</b>' }],
    ['an empty text', { 'text/plain': '' }],
  ] as const) {
    it(`36: changes nothing when there is ${what} on the clipboard`, async () => {
      const field = await codeField(
        html`<mfa-code-input label="Code" value="12"></mfa-code-input>`,
      );
      field.element.select();
      await pasteData(data);
      expect(field.element.value).to.equal('12');
      expect(field.input.value).to.equal('12');
      expect(field.events).to.deep.equal([]);
    });
  }

  for (const state of ['readonly', 'disabled'] as const) {
    it(`37: accepts nothing while it is ${state}`, async () => {
      const field = await codeField(
        html`<mfa-code-input label="Code" value="12"></mfa-code-input>`,
      );
      field.element[state] = true;
      await field.element.updateComplete;
      field.element.focus();
      await press('3', 'Backspace', 'Delete', 'Control+v');
      expect(field.element.value).to.equal('12');
      expect(field.events).to.deep.equal([]);
    });
  }
});

describe('dropping a text on the code field', () => {
  for (const [what, text, value, left] of [
    ['takes a code', 'Your code is 123 456', '123456', ''],
    ['leaves what cannot enter', 'Ref 99999999999', '12', 'Ref 99999999999'],
  ] as const) {
    it(`38: ${what} where it was dragged from`, async function () {
      needs('dragging', this);
      const { element, input } = await codeField(
        html`<mfa-code-input label="Code" value="12"></mfa-code-input>`,
      );
      const source = await fixture<HTMLTextAreaElement>(html`<textarea aria-label="A"></textarea>`);
      source.value = text;
      source.focus();
      source.select();
      const { x, y } = source.getBoundingClientRect();
      await drag({ x: Math.round(x + 20), y: Math.round(y + 10) }, middleOf(input));
      await press('Shift');
      expect([element.value, source.value]).to.deep.equal([value, left]);
    });
  }

  it('38: takes the code from a text before the browser inserts it', async () => {
    const { element, input } = await focusedField('12');
    suggest(input, 'Your code is 123 456', 'insertFromDrop');
    expect(element.value).to.equal('123456');
  });

  it('38: leaves a text that cannot be inserted where it was dragged from', async () => {
    const { element, input } = await focusedField('12');
    expect(drop(input, 'Ref 99999999999').defaultPrevented).to.equal(true);
    expect(element.value).to.equal('12');
    expect(drop(input, 'Your code is 123 456').defaultPrevented).to.equal(false);
  });
});

// All tests that use the clipboard are in this file, because files run side by side and share it.
describe('copying a code', () => {
  it('17: copies the bare digits', async () => {
    const field = await focusedField('123456');
    const target = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
    await press('Control+a', 'Control+c');
    target.focus();
    await press('Control+v');
    expect(target.value).to.equal('123456');
    expect(field.element.value).to.equal('123456');
  });

  it('18: cuts out a part', async () => {
    const field = await focusedField('123456');
    await press('Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+x');
    expect(field.element.value).to.equal('1456');
    expect(shown(field)).to.equal('1456..');
  });
});

describe('filling in a code', () => {
  for (const [number, data] of [
    [39, '123456'],
    [40, '123 456'],
  ] as const) {
    it(`${number}: takes the keyboard's suggestion "${data}" at once`, async () => {
      const field = await focusedField();
      suggest(field.input, data);
      expect(field.element.value).to.equal('123456');
      expect(field.events).to.have.members(['input', 'mfa-code-complete']);
    });
  }

  it('41: takes what a password manager fills in while the focus is elsewhere', async () => {
    const field = await codeField(
      html`<form><mfa-code-input label="Code"></mfa-code-input></form>`,
    );
    fillIn(field.input, '123 456');
    await field.element.updateComplete;
    expect(field.element.value).to.equal('123456');
    expect(shown(field)).to.equal('123456');
    expect(codeIn(field.input)).to.equal('123456');
    expect(field.events).to.have.members(['input', 'mfa-code-complete', 'change']);
  });

  it('42: fires complete once when it is filled in twice', async () => {
    const field = await codeField();
    fillIn(field.input, '123456');
    fillIn(field.input, '123456');
    expect(field.events.filter((name) => name === 'mfa-code-complete')).to.have.lengthOf(1);
  });

  it('44: does not show the colour that the browser gives a filled-in field', async () => {
    const { element, input } = await codeField();
    const rules = (element.shadowRoot?.adoptedStyleSheets ?? []).flatMap((it) => [...it.cssRules]);
    const filled = rules.find(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && rule.selectorText.includes(':autofill'),
    );
    // Only a transition overrides a colour that the browser declares important.
    expect(filled?.style.transition).to.contain('background-color');
    expect(filled?.style.filter).to.equal('none');
    const { webkitTextFillColor } = getComputedStyle(input);
    expect(webkitTextFillColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('44: nor with the digits a second time', async function () {
    needs('a field that the browser filled in', this);
    const { element, input } = await codeField();
    fillIn(input, '123456');
    await paintAsFilledIn(input);
    await element.updateComplete;
    expect(input.matches(':autofill')).to.equal(true);
    const { backgroundColor, webkitTextFillColor } = getComputedStyle(input);
    expect([backgroundColor, webkitTextFillColor]).to.deep.equal(Array(2).fill('rgba(0, 0, 0, 0)'));
  });

  it('43: keeps what was typed before the upgrade', async () => {
    const page = document.createElement('div');
    const input = document.createElement('input');
    input.value = '12 34';
    page.append(input);
    const field = await codeField(html`<mfa-code-input label="Code">${input}</mfa-code-input>`);
    expect(field.input).to.equal(input);
    expect(field.element.value).to.equal('1234');
    expect(shown(field)).to.equal('1234..');
    expect(field.events).to.deep.equal([]);
  });

  it('45: describes itself to browsers, keyboards and password managers', async () => {
    const { input } = await codeField();
    for (const [name, value] of Object.entries({
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'done',
      translate: 'no',
      name: 'code',
      pattern: '[0-9]{6}',
    })) {
      expect(input.getAttribute(name), name).to.equal(value);
    }
    expect(input.id).to.contain('code');
    expect(input).not.to.have.attribute('maxlength');
  });

  it('45: does the same with an input that an author wrote, and keeps its name', async () => {
    const { element, input } = await codeField(html`
      <mfa-code-input
        ><label>Your code <input name="otp" maxlength="6" type="tel" /></label
      ></mfa-code-input>
    `);
    expect(element.querySelectorAll('input')).to.have.lengthOf(1);
    expect(input).to.have.attribute('autocomplete', 'one-time-code');
    expect(input).not.to.have.attribute('maxlength');
    expect(input.name).to.equal('otp');
    expect(labelsOf(input)).to.have.lengthOf(1);
    expect(labelsOf(input)[0]).to.contain.text('Your code');
  });
});

function drop(input: HTMLInputElement, text: string): DragEvent {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', text);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  input.dispatchEvent(event);
  return event;
}

function codeIn(input: HTMLInputElement): FormDataEntryValue | null {
  return input.form && new FormData(input.form).get('code');
}
