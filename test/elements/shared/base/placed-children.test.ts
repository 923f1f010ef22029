import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/login/mfa-login.js';
import '../../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import '../../../../src/elements/text-field/mfa-text-field.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { message, messagePattern } from '../../../support/message.js';
import {
  button,
  expectFocusOn,
  field,
  fill,
  labelOf,
  show,
  text,
  until,
  untilText,
} from '../../../support/page.js';

const ERROR = 'Something is wrong.';

/** Elements that show a field, each with what was typed in it. */
const SHOWN: Record<string, () => Promise<HTMLElement>> = {
  'a code field': () => show('mfa-code-input', { label: 'Code' }),
  'a text field': () => show('mfa-text-field', { label: 'Name', hint: 'As on the card' }),
  'mfa-challenge': () =>
    show('mfa-challenge', { backend: scriptedBackend({ state: 'code-required' }) }),
  'mfa-challenge with a recovery code': async () => {
    const element = await show('mfa-challenge', {
      backend: scriptedBackend({ state: 'code-required' }),
    });
    await untilText(element, message('challenge.code.heading'));
    button(element, message('challenge.code.use-recovery-code')).click();
    return element;
  },
  'mfa-login while a code is due': () =>
    show('mfa-login', { backend: scriptedBackend({ state: 'code-required' }) }),
  'mfa-login while linking is due': () => show('mfa-login', { backend: scriptedBackend() }),
  'mfa-enrollment': () => show('mfa-enrollment', { backend: scriptedBackend() }),
  'mfa-authenticators while a name is changed': async () => {
    const element = await authenticators();
    button(element, message('authenticators.rename.label', SAMPLE.authenticator.name)).click();
    return element;
  },
  'mfa-authenticators while another app is linked': async () => {
    const element = await authenticators();
    button(element, message('authenticators.link.another')).click();
    return element;
  },
  'mfa-authenticators in its dialog': async () => {
    const element = await authenticators({ stepUp: ['password'] });
    button(element, message('authenticators.unlink.label', SAMPLE.authenticator.name)).click();
    await untilText(element, message('authenticators.unlink.last'));
    button(element, message('authenticators.unlink.confirm')).click();
    return element;
  },
};

async function authenticators(options = {}) {
  const backend = scriptedBackend({ state: 'verified', ...options });
  const element = await show('mfa-authenticators', { backend });
  await untilText(element, messagePattern('authenticators.linked-on'));
  return element;
}

/** Adds a place outside the element, until the test ends. */
const elsewhere = () => {
  const place = document.createElement('aside');
  document.body.append(place);
  return place;
};

afterEach(() => {
  for (const place of document.querySelectorAll('body > aside')) place.remove();
});

/** Moves a node without removing it, in browsers that can. */
function moveTo(place: HTMLElement & { moveBefore?(node: Node, next: null): void }, node: Node) {
  if (place.moveBefore) place.moveBefore(node, null);
  else place.append(node);
}

/** Returns the elements of the light DOM that the element and those inside it have created. */
const created = (element: HTMLElement) =>
  [...element.querySelectorAll<HTMLElement>('*')].filter(
    (inner) => inner.localName !== 'mfa-qr-code',
  );

/** What scripts of a page do to an element and its children. */
const INTRUSIONS: Record<string, (element: HTMLElement) => void> = {
  'replaceChildren()': (element) => element.replaceChildren(),
  "textContent = ''": (element) => (element.textContent = ''),
  "innerHTML = ''": (element) => (element.innerHTML = ''),
  "innerHTML += ''": (element) => (element.innerHTML += '<p>more</p>'),
  'remove() on each child': (element) => {
    for (const child of [...element.children]) child.remove();
  },
  'append() of the children elsewhere': (element) => elsewhere().append(...element.children),
  'moveBefore() of the children': (element) => {
    const place = elsewhere();
    for (const child of [...element.children]) moveTo(place, child);
  },
  'moveBefore() of the element': (element) => moveTo(elsewhere(), element),
  'an empty element in each place': (element) => {
    for (const inner of created(element)) inner.replaceChildren();
  },
  'attributes removed everywhere': (element) => {
    for (const inner of created(element)) {
      for (const name of inner.getAttributeNames()) {
        // A password stays one.
        if (name !== 'type') inner.removeAttribute(name);
      }
    }
  },
  'a move of the element': (element) => elsewhere().append(element),
  'a move of a shadow host around it': (element) => {
    const host = elsewhere();
    host.attachShadow({ mode: 'open' }).append(element);
    elsewhere().append(host);
  },
};

describe('what an element puts into its light DOM', () => {
  for (const [name, open] of Object.entries(SHOWN)) {
    describe(`in ${name}`, () => {
      for (const [intrusion, intrude] of Object.entries(INTRUSIONS)) {
        it(`is kept, with digits, selection, focus and error: ${intrusion} (host page 1)`, async () => {
          const element = await open();
          await until(() => element.querySelector('input') !== null, 'there is no field');
          const input = field(element);
          const owner = input.closest<HTMLElementTagNameMap['mfa-text-field']>(
            'mfa-code-input, mfa-text-field',
          );
          if (!owner) throw new Error('The input is in no field.');
          await owner.updateComplete;
          const label = labelOf(input);
          fill(input, '123');
          owner.error = ERROR;
          await owner.updateComplete;
          input.setSelectionRange(1, 2);
          for (let time = 0; time < 3; time += 1) {
            intrude(element);
            await settled(element);
            expect(field(element) === input).to.equal(true);
            expect(input.value).to.equal('123');
            expectFocusOn(input);
            expect([input.selectionStart, input.selectionEnd]).to.deep.equal([1, 2]);
            expect(labelOf(input)).to.equal(label);
            expect(text(element)).to.include(ERROR);
          }
          const tree = element.getRootNode() as ParentNode & Node;
          expect(tree.querySelectorAll('input:not([type=checkbox])')).to.have.length(1);
        });
      }
    });
  }

  it('is put back however often it is taken away while the user types (host page 1)', async () => {
    const { element, input } = await typing('12');
    for (let time = 0; time < 200; time += 1) {
      // Each key is a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
      element.replaceChildren();
      await Promise.resolve();
      const code = String(100_000 + time).slice(0, 3);
      input.value = code;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      expectFocusOn(input);
      expect(field(element).value).to.equal(code);
    }
    fill(input, SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  });

  it('leaves the focus where the user has moved it', async () => {
    const { element, input } = await typing('12');
    button(element, message('code.submit')).focus();
    element.replaceChildren();
    await settled(element);
    expectFocusOn(button(element, message('code.submit')));
    input.focus();
    input.blur();
    await new Promise((resolve) => setTimeout(resolve));
    element.replaceChildren();
    await settled(element);
    expectFocusOn(document.body);
  });

  it('belongs to the page again when the element is gone', async () => {
    const { element, input } = await typing('12');
    element.remove();
    await settled(element);
    const place = elsewhere();
    place.append(input);
    await settled(element);
    expect(input.parentElement === place).to.equal(true);
    expect(input.value).to.equal('');
  });

  it('is not taken for the markup of an author in a copy of the element', async () => {
    const { element } = await typing('12');
    const copy = element.cloneNode(true) as typeof element;
    copy.backend = scriptedBackend({ state: 'code-required' });
    elsewhere().append(copy);
    await untilText(copy, message('challenge.code.heading'));
    await until(() => copy.querySelector('input') !== null, 'there is no field');
    expect(copy.querySelectorAll('form, input, label')).to.have.length(3);
    expect(field(copy).value).to.equal('');
    expect(labelOf(field(copy))).to.equal(message('code.label', 6));
    fill(field(copy), SAMPLE.code);
    button(copy, message('code.submit')).click();
    await untilText(copy, message('challenge.verified.heading'));
  });

  it('comes along into the document of a frame, with its styles', async () => {
    const { element, input } = await typing('12');
    const frame = document.createElement('iframe');
    elsewhere().append(frame);
    frame.contentDocument?.body.append(element);
    await element.updateComplete;
    expect(element.ownerDocument === frame.contentDocument).to.equal(true);
    expect(input.value).to.equal('12');
    const width = element.shadowRoot?.adoptedStyleSheets.length;
    expect(width).to.equal((element.constructor as typeof LitElement).elementStyles.length);
  });

  it('is not fought for: a page that removes it in a loop is told so, and does not hang', async () => {
    const { element } = await typing('12');
    const recorder = new ConsoleRecorder();
    const loop = new MutationObserver(() => element.replaceChildren());
    loop.observe(element, { childList: true });
    element.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
    loop.disconnect();
    recorder.stop();
    expect(recorder.messages).to.have.length(1);
    expect(recorder.messages[0]).to.match(/^<mfa-challenge>: a script on this page keeps removing/);
    // The page has stopped.
    await until(() => element.querySelector('input') !== null, 'there is no field');
    expect(field(element).value).to.equal('12');
  });
});

/** Waits, in this task, until an element and those inside it have followed a change of the page. */
async function settled(element: Element): Promise<void> {
  await Promise.resolve();
  for (const inner of [element, ...element.querySelectorAll('*')]) {
    if ('updateComplete' in inner) await inner.updateComplete;
  }
}

/** Shows the code step with the beginning of a code. */
async function typing(code: string) {
  const element = await show('mfa-challenge', {
    backend: scriptedBackend({ state: 'code-required' }),
  });
  await until(() => element.querySelector('input') !== null, 'there is no field');
  await element.querySelector('mfa-code-input')?.updateComplete;
  const input = field(element);
  fill(input, code);
  return { element, input };
}

describe('what an author writes into an element', () => {
  const FORM = `<form action="/verify"><label for="own">Code uit je app</label>
    <mfa-code-input><input id="own" name="code"></mfa-code-input></form>`;
  const fragment = (markup: string) => document.createRange().createContextualFragment(markup);

  it('is adopted when it comes, with what was typed, the error and the focus', async () => {
    const { element } = await typing('12');
    button(element, message('code.submit')).click();
    await untilText(element, message('code.incomplete', 6));
    element.append(fragment(FORM));
    await settled(element);
    expect(element.querySelectorAll('form, input')).to.have.length(2);
    await until(() => document.activeElement?.id === 'own', 'the field has no focus');
    expect(field(element).name).to.equal('code');
    expect(field(element).value).to.equal('12');
    await untilText(element, message('code.incomplete', 6));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
  });

  it('is replaced when it goes, with what was typed, the error and the focus', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend }, FORM);
    await untilText(element, message('challenge.code.heading'));
    await element.querySelector('mfa-code-input')?.updateComplete;
    fill(field(element), '12');
    button(element, message('code.submit')).click();
    await untilText(element, message('code.incomplete', 6));
    element.querySelector('form')?.remove();
    await settled(element);
    await untilText(element, message('code.incomplete', 6));
    await until(() => document.activeElement?.localName === 'input', 'the field has no focus');
    expect(field(element).id).not.to.equal('own');
    expect(field(element).value).to.equal('12');
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls).to.have.length(1);
  });

  it('keeps working when a patch of the page takes what the element has set on it', async () => {
    const backend = scriptedBackend({ state: 'code-required' });
    const element = await show('mfa-challenge', { backend }, FORM);
    await untilText(element, message('challenge.code.heading'));
    const form = element.querySelector('form');
    const input = field(element);
    fill(input, '12');
    for (const part of [form, element.querySelector('mfa-code-input'), input]) {
      for (const name of part?.getAttributeNames() ?? []) {
        if (!['id', 'name', 'action'].includes(name)) part?.removeAttribute(name);
      }
    }
    await settled(element);
    expect(field(element) === input).to.equal(true);
    expect(form?.noValidate).to.equal(true);
    expect(input.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(input.inputMode).to.equal('numeric');
    expect(labelOf(input)).to.equal('Code uit je app');
  });

  it('is an input, a label and a hint of a field that come and go', async () => {
    const element = await show('mfa-text-field', { label: 'Name', hint: 'As on the card' });
    await settled(element);
    fill(element.input, 'abc');
    const authored = fragment(
      '<label for="a">Naam</label><input id="a"><div slot="hint">Zoals op de kaart</div>',
    );
    const parts = [...authored.children];
    element.append(authored);
    await settled(element);
    expect(element.querySelectorAll('label, input, [slot=hint]')).to.have.length(3);
    expect(labelOf(element.input)).to.equal('Naam');
    expect(element.value).to.equal('abc');
    expectFocusOn(element.querySelector('#a'));
    for (const part of parts) part.remove();
    await settled(element);
    expect(element.querySelectorAll('label, input, [slot=hint]')).to.have.length(3);
    expect(labelOf(element.input)).to.equal('Name');
    expect(element.value).to.equal('abc');
    expectFocusOn(element.input);
  });

  it('is an input without a selection', async () => {
    const element = await show('mfa-text-field', { label: 'E-mail' });
    await settled(element);
    fill(element.input, 'a@b.nl');
    element.append(fragment('<input type="email" id="mail">'));
    await settled(element);
    expect(element.querySelectorAll('input')).to.have.length(1);
    expect(element.input.id).to.equal('mail');
    expect(element.value).to.equal('a@b.nl');
    expectFocusOn(element.input);
  });

  it('is a guide of mfa-login, which stays where it is and shows as it is now (host page 1)', async () => {
    const element = await show('mfa-login', { backend: scriptedBackend() });
    await untilText(element, message('enrollment.scan.heading'));
    const guide = (content: string) =>
      Object.assign(document.createElement('p'), {
        slot: 'guide',
        id: 'guide',
        textContent: content,
      });
    const shown = () => text(element).match(/Guide \d/g) ?? [];
    const first = guide('Guide 1');
    element.append(first);
    await untilText(element, 'Guide 1');
    expect(first.parentElement === element).to.equal(true);
    expect(document.querySelectorAll('#guide')).to.have.length(1);
    first.textContent = 'Guide 2';
    await untilText(element, 'Guide 2');
    // As a morph of the page inserts it, which does not find it.
    for (let time = 3; time < 6; time += 1) {
      element.innerHTML = guide(`Guide ${time}`).outerHTML;
      await untilText(element, `Guide ${time}`);
      expect(shown()).to.have.length(1);
    }
    const last = element.querySelector('#guide');
    if (last) element.removeChild(last);
    await until(() => shown().length === 0, 'The guide is still there.');
  });
});

describe('an element whose update fails', () => {
  it('does not try again and again (host page 1)', async () => {
    const { element, input } = await typing('12');
    const field = input.closest<HTMLElementTagNameMap['mfa-code-input']>('mfa-code-input');
    if (!field) throw new Error('The input is in no field.');
    let calls = 0;
    field.getRootNode = () => {
      calls += 1;
      throw new Error('A page has broken this.');
    };
    const recorder = new ConsoleRecorder();
    // The test runner would take the error for its own.
    const catchError = (event: Event) => event.preventDefault();
    window.addEventListener('unhandledrejection', catchError);
    element.querySelector('label')?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.removeEventListener('unhandledrejection', catchError);
    recorder.stop();
    expect(calls).to.be.within(1, 10);
    Reflect.deleteProperty(field, 'getRootNode');
    field.requestUpdate();
    await settled(element);
    element.replaceChildren();
    await settled(element);
    expect(input.isConnected).to.equal(true);
    expect(labelOf(input)).to.equal(message('code.label', 6));
  });
});
