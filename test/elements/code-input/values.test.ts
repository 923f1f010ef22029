import { aTimeout, expect, html } from '@open-wc/testing';
import { message } from '../../support/message.js';
import { codeField, fillIn, focusedField, shown, suggest, type } from './code-field.js';

/** Sets a value as a page without types does. */
const set = (element: object, value: unknown): void => void Object.assign(element, { value });

describe('a value that a script sets', () => {
  for (const [what, value, expected] of [
    ['a number', 123456, '123456'],
    ['null', null, ''],
    ['undefined', undefined, ''],
    ['NaN', NaN, ''],
    ['true', true, ''],
    ['an object with a text', { toString: () => '123 456' }, '123456'],
    ['an object', {}, ''],
    ['a list', ['12', '34'], '1234'],
  ] as const) {
    it(`is read as an input reads it: ${what} (host page 17)`, async () => {
      const field = await codeField();
      set(field.element, '9');
      set(field.element, value);
      await field.element.updateComplete;
      expect([field.element.value, field.input.value]).to.deep.equal([expected, expected]);
      expect(shown(field)).to.equal(expected.padEnd(6, '.'));
      expect(field.events).to.deep.equal([]);
    });
  }
});

describe('the length of a code', () => {
  it('is the most digits that are sent and shown, also when it becomes less (host page 17)', async () => {
    const field = await focusedField(
      '12345678',
      html`<form><mfa-code-input label="Code" length="8"></mfa-code-input></form>`,
    );
    const { element, input } = field;
    expect(element.value).to.equal('12345678');
    element.length = 4;
    const sent = () => new FormData(input.form ?? undefined).get('code');
    expect([element.value, sent()]).to.deep.equal(['1234', '1234']);
    await element.updateComplete;
    expect([shown(field), sent()]).to.deep.equal(['1234', '1234']);
    expect(field.events).to.deep.equal([]);
    element.length = 6;
    await type('56');
    expect([element.value, shown(field)]).to.deep.equal(['123456', '123456']);
    expect(field.events).to.include('mfa-code-complete');
  });

  for (const [length, expected] of [
    ['8', 8],
    [4, 4],
    [0, 6],
    [-1, 6],
    [2.5, 6],
    [NaN, 6],
    [Infinity, 6],
    [1e9, 6],
    [null, 6],
    [undefined, 6],
    ['six', 6],
  ] as const) {
    it(`is ${expected} if it is set to ${String(length)} (host page 17)`, async () => {
      const field = await codeField();
      Object.assign(field.element, { length });
      expect(field.element.length).to.equal(expected);
      await field.element.updateComplete;
      expect(shown(field)).to.equal('.'.repeat(expected));
    });
  }
});

describe('a text that is no code', () => {
  const NONE = message('code.none', 6);
  const MANY = message('code.too-long', 6);

  for (const [what, text, error] of [
    ['a recovery code', 'KANA-R0E2-9TPD', NONE],
    ['a recovery code of hexadecimal digits', 'a1b2-c3d4', NONE],
    ['a recovery code with six digits in a row', 'H123-456K-9TPD', NONE],
    ['a sentence', 'Order 42', NONE],
    ['circled digits', '①②③④⑤⑥', NONE],
    ['a recovery code of digits', '1234-5678', MANY],
    ['a phone number', '088-123456', MANY],
    ['two codes', '123456 of 654321', MANY],
  ] as const) {
    it(`leaves the field as it is and says so: ${what}, pasted (host page 12)`, async () => {
      const { element, input, events } = await focusedField('12');
      suggest(input, text, 'insertFromPaste');
      expect([element.value, element.error]).to.deep.equal(['12', error]);
      expect(events).to.deep.equal([]);
    });
  }

  it('is not read when it is filled in, and is said to be none (host page 12)', async () => {
    const { element, input, events } = await focusedField('12');
    fillIn(input, 'KANA-R0E2-9TPD');
    await aTimeout(0);
    expect([element.value, input.value, element.error]).to.deep.equal(['12', '12', NONE]);
    expect(events).not.to.include('mfa-code-complete');
  });

  for (const text of ['12345678', '1234567', '06-12345678']) {
    it(`is said to have too many digits when it is filled in: ${text} (host page 12)`, async () => {
      const { element, input, events } = await focusedField('12');
      fillIn(input, text);
      await aTimeout(0);
      expect([element.value, input.value, element.error]).to.deep.equal(['12', '12', MANY]);
      expect(events).not.to.include('mfa-code-complete');
    });
  }

  it('is no error when it is a letter on the keyboard', async () => {
    const { element } = await focusedField('12');
    await type('a3');
    expect([element.value, element.error]).to.deep.equal(['123', '']);
  });

  for (const text of ['Your code is 123 456', 'G-123456', '123-456', '1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣', '𝟏𝟐𝟑𝟒𝟓𝟔']) {
    it(`is not ${text} (host page 12, 17)`, async () => {
      const { element, input } = await focusedField('12');
      suggest(input, text, 'insertFromPaste');
      expect([element.value, element.error]).to.deep.equal(['123456', '']);
    });
  }
});
