import { expect, fixture, html } from '@open-wc/testing';
import '../../../../src/elements/text-field/mfa-text-field.js';
import { countFor, pressKeys } from '../../../support/engine.js';
import { labelsOf } from '../../../support/labels.js';
import type { TextFieldElement } from '../../../../src/elements/text-field/text-field-element.js';

async function field(template = html`<mfa-text-field label="Name"></mfa-text-field>`) {
  const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const element = page.querySelector('mfa-text-field');
  if (!element) throw new Error('the template has no field');
  await element.updateComplete;
  return element;
}

describe('a field', () => {
  it('has its label, input, hint and error as children in the page', async () => {
    const element = await field(
      html`<mfa-text-field label="Name" hint="As in your app."></mfa-text-field>`,
    );
    expect([...element.children].map(({ slot }) => slot)).to.have.members([
      'label',
      'input',
      'hint',
      'error',
    ]);
    expect(document.querySelector('mfa-text-field > input')).to.equal(element.input);
    expect(labelsOf(element.input)[0]).to.have.text('Name');
  });

  it('adopts what an author wrote, as it is', async () => {
    const element = await field(html`
      <mfa-text-field label="Ours" hint="Ours">
        <label for="theirs">Theirs</label>
        <input id="theirs" name="device" value="Phone" required aria-describedby="note" />
        <p slot="hint">Their hint</p>
      </mfa-text-field>
      <p id="note">A note</p>
    `);
    const { input } = element;
    expect(element.querySelectorAll('input, label')).to.have.lengthOf(2);
    expect([input.id, input.name, input.value]).to.deep.equal(['theirs', 'device', 'Phone']);
    expect(input.required).to.equal(true);
    expect(element.querySelector('label')).to.have.text('Theirs');
    expect(element.querySelector('[slot=hint]')).to.have.text('Their hint');
    expect(input.getAttribute('aria-describedby')).to.match(/^note mfa-text-field-hint-\d+$/);
  });

  it('adopts an input that comes later, with what was typed meanwhile', async () => {
    const element = await field();
    element.focus();
    await pressKeys('a', 'b');
    const late = document.createElement('input');
    element.append(late);
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(element.input).to.equal(late);
    expect(late.value).to.equal('ab');
    expect(element.querySelectorAll('input')).to.have.lengthOf(1);
    expect(labelsOf(late)).to.have.lengthOf(1);
  });

  it('has one label if the author labels the input', async () => {
    const element = await field(
      html`<mfa-text-field label="Ours"><input aria-label="Theirs" /></mfa-text-field>`,
    );
    expect(element.querySelector('label')).to.equal(null);
  });

  it('gives its input the name that the page gave the element, once (host page 17)', async () => {
    const element = await field(
      html`<mfa-text-field aria-label="Name of the phone"></mfa-text-field>`,
    );
    const { input } = element;
    expect(input).to.have.attribute('aria-label', 'Name of the phone');
    expect(element.querySelector('label')).to.equal(null);
    const name = 'Name of the phone';
    expect(await countFor({ role: 'textbox', name })).to.equal(1);
    expect(await countFor({ name })).to.equal(1);
    element.setAttribute('aria-label', 'Another name');
    await element.updateComplete;
    expect(input).to.have.attribute('aria-label', 'Another name');
    element.removeAttribute('aria-label');
    await element.updateComplete;
    expect(input).not.to.have.attribute('aria-label');
  });

  it('keeps a visible label beside that name (host page 17)', async () => {
    const element = await field(
      html`<mfa-text-field label="Name" aria-label="Name of the phone"></mfa-text-field>`,
    );
    expect(element.querySelector('label')).to.have.text('Name');
    expect(await countFor({ role: 'textbox', name: 'Name of the phone' })).to.equal(1);
  });

  it('is named and described by what the page refers to (host page 17)', async () => {
    const element = await field(html`
      <b id="title">Title</b><i id="note">A note</i><i id="more">More</i>
      <mfa-text-field
        hint="A hint."
        aria-labelledby="title"
        aria-describedby="note"
      ></mfa-text-field>
    `);
    const { input } = element;
    const described = () =>
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent);
    expect(await countFor({ role: 'textbox', name: 'Title' })).to.equal(1);
    expect(described()).to.deep.equal(['A note', 'A hint.']);
    element.setAttribute('aria-describedby', 'more');
    element.error = 'No.';
    await element.updateComplete;
    expect(described()).to.deep.equal(['More', 'A hint.', 'No.']);
    for (const name of ['aria-labelledby', 'aria-describedby']) element.removeAttribute(name);
    element.error = '';
    await element.updateComplete;
    expect(described()).to.deep.equal(['A hint.']);
    expect(input).not.to.have.attribute('aria-labelledby');
  });

  it('sets and removes the properties of its input', async () => {
    const element = await field();
    Object.assign(element, { name: 'device', required: true, readonly: true, disabled: true });
    await element.updateComplete;
    const { input } = element;
    expect([input.name, input.required, input.readOnly, input.disabled]).to.deep.equal([
      'device',
      true,
      true,
      true,
    ]);
    Object.assign(element, { required: false, readonly: false, disabled: false });
    await element.updateComplete;
    expect([input.required, input.readOnly, input.disabled]).to.deep.equal([false, false, false]);
  });

  it('has a value attribute that is a default, as in HTML', async () => {
    const element = await field(html`<mfa-text-field label="Name" value="Phone"></mfa-text-field>`);
    expect(element.value).to.equal('Phone');
    element.value = 'Tablet';
    expect(element.input.defaultValue).to.equal('Phone');
    expect(element.getAttribute('value')).to.equal('Phone');
  });

  it('fires no event when a script changes it', async () => {
    const element = await field();
    let count = 0;
    for (const type of ['input', 'change']) element.addEventListener(type, () => (count += 1));
    element.value = 'Phone';
    element.error = 'No.';
    await element.updateComplete;
    expect(count).to.equal(0);
  });

  it('shows an error until the next edit, beside the field and to assistive technology', async () => {
    const element = await field();
    element.error = 'This name is taken.';
    await element.updateComplete;
    const { input } = element;
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(input).to.have.attribute('aria-invalid', 'true');
    const described = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(described).to.have.text('This name is taken.');
    element.focus();
    await pressKeys('a');
    await element.updateComplete;
    expect(element.error).to.equal('');
    expect(element.matches(':state(invalid)')).to.equal(false);
    expect(input).not.to.have.attribute('aria-describedby');
  });

  it('marks an error also in browsers without custom states, or with another syntax for them', async () => {
    const { supports } = CSS;
    CSS.supports = () => false;
    const { prototype } = CustomStateSet;
    const add = Object.getOwnPropertyDescriptor(prototype, 'add') ?? {};
    prototype.add = () => {
      throw new SyntaxError('The specified value must start with --.');
    };
    try {
      const element = await field();
      const mark = element.shadowRoot?.querySelector('.error-mark') ?? element;
      expect(getComputedStyle(mark).display).to.equal('none');
      element.error = 'This name is taken.';
      await element.updateComplete;
      expect(getComputedStyle(mark).display).to.equal('block');
    } finally {
      CSS.supports = supports;
      Object.defineProperty(prototype, 'add', add);
    }
  });

  it('has no error if a framework sets none with null', async () => {
    const element = await field();
    for (const none of [null, undefined, '']) {
      element.error = 'Wrong';
      await element.updateComplete;
      Object.assign(element, { error: none });
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.error--shown')).to.equal(null);
      expect(element.input.hasAttribute('aria-invalid')).to.equal(false);
    }
  });

  it('keeps an error that the server rendered into the page', async () => {
    const element = await field(html`
      <mfa-text-field label="Name"
        ><input />
        <p slot="error">Not right.</p></mfa-text-field
      >
    `);
    expect(element.error).to.equal('Not right.');
    expect(element.input).to.have.attribute('aria-invalid', 'true');
  });

  it('takes the focus at the start with autofocus', async () => {
    const element = await field(html`<mfa-text-field label="Name" autofocus></mfa-text-field>`);
    expect(document.activeElement).to.equal(element.input);
  });

  it('selects its value', async () => {
    const element = await field(html`<mfa-text-field label="Name" value="Phone"></mfa-text-field>`);
    element.select();
    expect([element.input.selectionStart, element.input.selectionEnd]).to.deep.equal([0, 5]);
  });

  it('works inside the shadow tree of an application', async () => {
    const application = await fixture<HTMLElement>(html`<div></div>`);
    const root = application.attachShadow({ mode: 'open' });
    const form = document.createElement('form');
    const element = document.createElement('mfa-text-field');
    Object.assign(element, { label: 'Name', name: 'device', value: 'Phone', hint: 'A hint.' });
    form.append(element);
    root.append(form);
    await element.updateComplete;
    expect(new FormData(form).get('device')).to.equal('Phone');
    expect(labelsOf(element.input)[0]).to.have.text('Name');
    expect(root.getElementById(element.input.getAttribute('aria-describedby') ?? '')).to.have.text(
      'A hint.',
    );
    element.focus();
    expect(root.activeElement).to.equal(element.input);
  });

  it('forgets what was typed when the page is left', async () => {
    const element: TextFieldElement = await field();
    element.value = 'secret';
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(element.value).to.equal('');
  });

  it('resists a page that unsets or hides everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset } input, label, [slot] { display: none }');
    document.adoptedStyleSheets.push(sheet);
    const element = await field();
    const displays = [...element.children].map((part) => getComputedStyle(part).display);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
    expect(displays).to.deep.equal(['block', 'block', 'block']);
  });
});
