import { aTimeout, expect, html } from '@open-wc/testing';
import { codeField, fillIn, focusedField, suggest, type, type CodeField } from './code-field.js';

/** Calls a function while the browser has no command that edits. */
function withoutCommands(perform: () => void): void {
  const own = Object.getOwnPropertyDescriptor(document, 'execCommand');
  document.execCommand = () => false;
  try {
    perform();
  } finally {
    if (own) Object.defineProperty(document, 'execCommand', own);
    else Reflect.deleteProperty(document, 'execCommand');
  }
}

const composition = (type: string, data: string) =>
  new CompositionEvent(type, { data, bubbles: true });

/** Composes a text as an input method does that reports it in an `input` event before the end. */
function compose(input: HTMLInputElement, text: string): void {
  input.dispatchEvent(composition('compositionstart', ''));
  input.value += text;
  const init = { data: text, inputType: 'insertCompositionText', isComposing: true, bubbles: true };
  input.dispatchEvent(new InputEvent('input', init));
  input.dispatchEvent(composition('compositionend', text));
}

/** Commits a text as an input method does that reports it in an `input` event only after the end. */
function commitAtOnce(input: HTMLInputElement, text: string): void {
  input.dispatchEvent(composition('compositionstart', ''));
  input.value += text;
  input.dispatchEvent(composition('compositionend', text));
  const init = { data: text, inputType: 'insertCompositionText', bubbles: true };
  input.dispatchEvent(new InputEvent('input', init));
}

/** The ways in which the last digits of 123456 get into a field that has the first ones. */
const WAYS: Record<string, (field: CodeField) => unknown> = {
  'a typed digit': () => type('456'),
  'the suggestion of a keyboard': ({ input }) => suggest(input, '123 456'),
  'a dropped text': ({ input }) => suggest(input, 'Your code is 123456', 'insertFromDrop'),
  'a pasted text, in a browser without execCommand': ({ input }) =>
    withoutCommands(() => suggest(input, '123456 ', 'insertFromPaste')),
  'a password manager': ({ input }) => fillIn(input, '123456'),
  'a password manager whose event does not bubble': ({ input }) => {
    input.value = '123456';
    input.dispatchEvent(new Event('input'));
  },
  'an input method': ({ input }) => compose(input, '456'),
  'an input method with full-width digits': ({ input }) => compose(input, '４５６'),
  'an input method that fires input last': ({ input }) => commitAtOnce(input, '456'),
};

describe('the events of a complete code', () => {
  for (const [way, enter] of Object.entries(WAYS)) {
    it(`are input and then mfa-code-complete, once, after ${way} (host page 6)`, async () => {
      const field = await focusedField('123');
      const { element, input, events } = field;
      let kept = '';
      input.addEventListener('input', () => (kept = input.value));
      let sent = '';
      element.addEventListener('mfa-code-complete', () => (sent = kept));
      await enter(field);
      await aTimeout(0);
      expect(sent).to.equal('123456');
      const completed = events.filter((it) => it === 'mfa-code-complete');
      expect(completed).to.have.lengthOf(1);
      expect(events[0] ?? '').to.equal(events.includes('input') ? 'input' : 'mfa-code-complete');
    });
  }

  it('reach a page that listens on the window in the same order (host page 6)', async () => {
    const { element, input } = await focusedField();
    const order: string[] = [];
    const record = ({ type }: Event) => order.push(`${type} ${element.value}`);
    for (const type of ['mfa-code-complete', 'input']) addEventListener(type, record);
    fillIn(input, '123456');
    for (const type of ['mfa-code-complete', 'input']) removeEventListener(type, record);
    expect(order).to.deep.equal(['input 123456', 'mfa-code-complete 123456']);
  });

  it('include mfa-code-complete if a listener stops input (host page 6)', async () => {
    const { element, input } = await focusedField();
    const order: string[] = [];
    element.addEventListener('input', (event) => {
      event.stopImmediatePropagation();
      order.push('input');
    });
    element.addEventListener('mfa-code-complete', () => order.push('mfa-code-complete'));
    fillIn(input, '123456');
    await aTimeout(1);
    expect(order).to.deep.equal(['input', 'mfa-code-complete']);
  });

  it('do not include mfa-code-complete if a listener of input empties the field', async () => {
    const { element, input, events } = await codeField();
    element.addEventListener('input', () => (element.value = ''));
    fillIn(input, '123456');
    await aTimeout(1);
    expect(events).not.to.include('mfa-code-complete');
  });

  it('are not repeated for a page that sets the value it has read', async () => {
    const { element, input, events } = await codeField();
    element.addEventListener('input', () => (element.value = input.value));
    fillIn(input, '123456');
    fillIn(input, '123456');
    expect(events.filter((it) => it === 'mfa-code-complete')).to.have.lengthOf(1);
  });

  it('are none when an input method is canceled in a code that a script set', async () => {
    const { element, input, events } = await focusedField();
    element.value = '123456';
    input.dispatchEvent(composition('compositionstart', ''));
    input.dispatchEvent(composition('compositionend', ''));
    await aTimeout(1);
    expect(events).to.deep.equal([]);
  });

  it('come before the automatic submit (host page 6)', async () => {
    const { element, input, events } = await codeField(html`
      <form>
        <mfa-code-input label="Code" autosubmit></mfa-code-input>
      </form>
    `);
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      events.push(`submit ${element.value}`);
    });
    fillIn(input, '123456');
    expect(events).to.deep.equal(['input', 'mfa-code-complete', 'submit 123456', 'change']);
  });
});
