import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { middleOf } from '../../support/engine.js';
import {
  active,
  codeField,
  focusedField,
  painted,
  press,
  shown,
  slots,
  suggest,
  type,
  undo,
} from './code-field.js';

describe('typing in the code field', () => {
  it('1: takes six digits, one input event each, and is complete once', async () => {
    const field = await focusedField();
    await type('123456');
    expect(field.element.value).to.equal('123456');
    expect(shown(field)).to.equal('123456');
    expect(field.events).to.have.members([...Array<string>(6).fill('input'), 'mfa-code-complete']);
  });

  it('1: renders once for each key, although the selection changes too', async () => {
    const { element } = await focusedField('1');
    let renders = 0;
    element.addController({ hostUpdated: () => (renders += 1) });
    const counts: number[] = [];
    for (const key of ['2', '3', 'ArrowLeft', 'Backspace', 'Home']) {
      renders = 0;
      await press(key);
      counts.push(renders);
    }
    expect(counts).to.deep.equal([1, 1, 1, 1, 1]);
  });

  it('1: does not render for what is selected elsewhere', async () => {
    const { element } = await focusedField('12');
    let renders = 0;
    element.addController({ hostUpdated: () => (renders += 1) });
    const other = await fixture<HTMLInputElement>(html`<input value="other" />`);
    other.setSelectionRange(1, 3);
    await painted();
    expect(renders).to.equal(0);
  });

  it('1: fires mfa-code-complete without the code in it', async () => {
    const field = await focusedField('12345');
    let complete: Event | undefined;
    field.element.addEventListener('mfa-code-complete', (event) => (complete = event));
    await type('6');
    expect(complete).to.include({ bubbles: true, composed: true });
    expect(complete).not.to.have.property('detail');
  });

  it('2: accepts only digits, without an error', async () => {
    const field = await focusedField();
    await type('12a3 -.');
    expect(field.element.value).to.equal('123');
    expect(field.element.error).to.equal('');
    expect(active(field)).to.deep.equal([4]);
    expect(field.events).to.deep.equal(['input', 'input', 'input']);
  });

  it('3: replaces the last digit by a seventh', async () => {
    const field = await focusedField('123456');
    await type('7');
    expect(field.element.value).to.equal('123457');
    await type('7');
    expect(field.element.value).to.equal('123457');
    expect(field.events).to.have.members(['input', 'mfa-code-complete']);
  });

  it('4: overwrites the digit at the caret, and moves to the next', async () => {
    const field = await focusedField('123456');
    await press('Home');
    await type('9');
    expect(field.element.value).to.equal('923456');
    expect(active(field)).to.deep.equal([2]);
    await type('8');
    expect(field.element.value).to.equal('983456');
  });

  it('5: overwrites the last digit of an incomplete code', async () => {
    const field = await focusedField('123');
    await press('ArrowLeft');
    await type('9');
    expect(field.element.value).to.equal('129');
  });

  it('6: removes one digit for each Backspace', async () => {
    const field = await focusedField('123456');
    const values: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      await press('Backspace');
      values.push(field.element.value);
    }
    expect(values).to.deep.equal(['12345', '1234', '123', '12', '1', '']);
    expect(shown(field)).to.equal('......');
  });

  it('7: closes the gap behind a digit that is deleted', async () => {
    const field = await focusedField('123');
    await press('Home', 'ArrowRight', 'Delete');
    expect(field.element.value).to.equal('13');
    expect(active(field)).to.deep.equal([2]);
  });

  it('8: deletes the first digit of a complete code', async () => {
    const field = await focusedField('123456');
    await press('Home', 'Delete');
    expect(field.element.value).to.equal('23456');
  });

  it('9: does nothing where there is nothing to delete', async () => {
    const field = await focusedField('12');
    await press('Delete', 'Home', 'Backspace');
    expect(field.element.value).to.equal('12');
    expect(field.events).to.deep.equal([]);
  });

  it('10: replaces a code that is selected by one digit', async () => {
    const field = await focusedField('123456');
    await press('Control+a');
    await type('7');
    expect(field.element.value).to.equal('7');
    expect(shown(field)).to.equal('7.....');
  });

  it('11: empties a code that is selected', async () => {
    const field = await focusedField('123456');
    await press('Control+a', 'Backspace');
    expect(field.element.value).to.equal('');
  });

  it('12: replaces the digits that are selected with Shift and the arrows', async () => {
    const field = await focusedField('12345');
    await press('Shift+ArrowLeft', 'Shift+ArrowLeft');
    await type('1');
    expect(field.element.value).to.equal('1231');
  });

  it('13: removes everything before the caret at once', async () => {
    const field = await focusedField('1234');
    await press('Control+Backspace');
    expect(field.element.value).to.equal('');
  });

  it('13: removes everything behind the caret at once', async () => {
    const field = await focusedField('1234');
    await press('Home', 'ArrowRight', 'Control+Delete');
    expect(field.element.value).to.equal('1');
    expect(active(field)).to.deep.equal([2]);
  });

  it('14: the arrows stay within the code', async () => {
    const field = await focusedField('12');
    await press('ArrowRight', 'ArrowRight');
    expect(active(field)).to.deep.equal([3]);
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(active(field)).to.deep.equal([1]);
  });

  it('15: Home goes to the first slot and End to the first empty one', async () => {
    const field = await focusedField('123');
    await press('Home');
    expect(active(field)).to.deep.equal([1]);
    await press('End');
    expect(active(field)).to.deep.equal([4]);
  });

  it('15: and to the last one of a complete code', async () => {
    const field = await focusedField('123456');
    await press('Home', 'End');
    expect(active(field)).to.deep.equal([6]);
  });

  it('16: moves past a digit that is typed again, and fires no event', async () => {
    const field = await focusedField('123456');
    await press('Home');
    await type('1');
    expect(field.element.value).to.equal('123456');
    expect(active(field)).to.deep.equal([2]);
    expect(field.events).to.deep.equal([]);
  });

  it('19: undoes to an earlier code, and paints it', async () => {
    const field = await focusedField('12');
    await undo();
    expect(field.element.value).to.be.oneOf(['', '1']);
    expect(shown(field).replaceAll('.', '')).to.equal(field.element.value);
  });

  it('19: undoes a digit that was typed over another', async () => {
    const field = await focusedField('123456');
    await press('Home');
    await type('9');
    await undo();
    expect(field.element.value).to.equal('123456');
  });

  it('20: leaves every other key to the browser', async () => {
    const field = await focusedField('12');
    // A Tab out of the page moves the focus to the browser's own controls.
    await fixture(html`<button>After</button>`);
    const prevented: boolean[] = [];
    const listen = (event: Event) => {
      prevented.push(event.defaultPrevented);
      // The page of the test must not be left.
      if (event instanceof KeyboardEvent && event.key !== 'Tab') event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    await press('F5', 'PageDown', 'Escape', 'Tab');
    document.removeEventListener('keydown', listen);
    expect(prevented).to.deep.equal([false, false, false, false]);
    expect(field.element.value).to.equal('12');
  });

  it('21: a click on an empty slot goes to the first empty one', async () => {
    const field = await codeField(html`<mfa-code-input label="Code" value="12"></mfa-code-input>`);
    await click(slots(field.element)[4]);
    expect(active(field)).to.deep.equal([3]);
  });

  it('22: a click on a digit lets the next one overwrite it', async () => {
    const field = await focusedField('123456');
    await click(slots(field.element)[2]);
    expect(active(field)).to.deep.equal([3]);
    await type('9');
    expect(field.element.value).to.equal('129456');
  });

  it('23: is one stop for the Tab key, with the caret behind the digits', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <button>Before</button>
        <mfa-code-input label="Code" value="12"></mfa-code-input>
        <button>After</button>
      </div>
    `);
    const field = page.querySelector('mfa-code-input');
    page.querySelector('button')?.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(field?.input);
    await type('3');
    expect(field?.value).to.equal('123');
    await press('Tab');
    expect(document.activeElement?.textContent).to.equal('After');
  });

  it('49: takes a digit from a key without a name, as phones send it', async () => {
    const { element, input } = await focusedField('1');
    const key = { key: 'Unidentified', keyCode: 229, bubbles: true, cancelable: true };
    expect(input.dispatchEvent(new KeyboardEvent('keydown', key))).to.equal(true);
    suggest(input, '2');
    input.dispatchEvent(new KeyboardEvent('keyup', key));
    expect(element.value).to.equal('12');
  });
});

async function click(slot: HTMLElement | undefined): Promise<void> {
  const { x, y } = middleOf(slot);
  await sendMouse({ type: 'click', position: [x, y] });
  await press('Shift');
}
