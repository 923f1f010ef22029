import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { codeField, fillIn, focusedField, painted, press, shown, type } from './code-field.js';

/** Mounts a form around a field, and records what was submitted, in order. */
async function codeForm(template = html`<mfa-code-input label="Code"></mfa-code-input>`) {
  const form = document.createElement('form');
  const submitted: (FormDataEntryValue | null)[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push(new FormData(form).get('code'));
  });
  const page = await fixture<HTMLElement>(html`<div>${form}</div>`);
  const field = await codeField(template);
  form.append(field.element, document.createElement('button'));
  page.append(form);
  await field.element.updateComplete;
  return { ...field, form, submitted };
}

describe('the code field in a form', () => {
  it('51: is submitted under the name code, and nothing else is', async () => {
    const { form, element } = await codeForm();
    element.value = '123456';
    expect([...new FormData(form).entries()]).to.deep.equal([['code', '123456']]);
    element.value = '12';
    expect(new FormData(form).get('code')).to.equal('12');
  });

  it('51: is submitted under the name that it is given', async () => {
    const { form, element } = await codeForm();
    element.name = 'otp';
    await element.updateComplete;
    expect([...new FormData(form).keys()]).to.deep.equal(['otp']);
  });

  it('leaves its label to its input: a label for the element itself names nothing (host page 18)', async () => {
    const { form, element } = await codeForm();
    const label = Object.assign(document.createElement('label'), { htmlFor: 'element' });
    label.textContent = 'Aimed at the element';
    element.id = 'element';
    form.prepend(label);
    await element.updateComplete;
    expect([...(element.input.labels ?? [])].map(({ textContent }) => textContent)).to.deep.equal([
      'Code',
    ]);
    label.click();
    expect(element.input.matches(':focus')).to.equal(false);
    element.input.labels?.[0]?.click();
    expect(element.input.matches(':focus')).to.equal(true);
  });

  it('leaves a held Enter to the browser, as any input (host page 18)', async () => {
    const { form, element, submitted } = await codeForm();
    const plain = document.createElement('input');
    form.append(plain);
    element.value = '123456';
    for (const input of [plain, element.input]) {
      input.focus();
      await press('Enter', 'Enter', 'Enter');
    }
    expect(submitted).to.deep.equal(Array(6).fill('123456'));
  });

  it('52: is invalid while it is required and empty, or half typed', async () => {
    const { form, input, element } = await codeForm(
      html`<mfa-code-input label="Code" required></mfa-code-input>`,
    );
    expect(form.checkValidity()).to.equal(false);
    expect(input.validity.valueMissing).to.equal(true);
    element.value = '12';
    expect(input.validity.patternMismatch).to.equal(true);
    expect(input.validationMessage).not.to.equal('');
    expect(input.matches(':invalid')).to.equal(true);
    element.value = '123456';
    expect(form.checkValidity()).to.equal(true);
  });

  it('53: gets the focus when an incomplete form is submitted', async () => {
    const { form, input, submitted } = await codeForm(
      html`<mfa-code-input label="Code" required></mfa-code-input>`,
    );
    form.requestSubmit();
    expect(document.activeElement).to.equal(input);
    expect(submitted).to.deep.equal([]);
  });

  it('54: returns to its value attribute at a reset', async () => {
    const field = await codeForm(html`<mfa-code-input label="Code" value="12"></mfa-code-input>`);
    field.element.focus();
    await type('3');
    expect(field.element.value).to.equal('123');
    field.events.length = 0;
    field.form.reset();
    expect(field.element.value).to.equal('12');
    await aTimeout(0);
    await painted();
    expect(shown(field)).to.equal('12....');
    expect(field.events).to.deep.equal([]);
  });

  it('55: is disabled and enabled with its fieldset', async () => {
    const { form, element, input } = await codeForm(html`
      <fieldset disabled><mfa-code-input label="Code" value="123456"></mfa-code-input></fieldset>
    `);
    const fieldset = document.createElement('fieldset');
    fieldset.disabled = true;
    form.append(fieldset);
    fieldset.append(element);
    await element.updateComplete;
    const painting = () => element.shadowRoot?.querySelector('.slots--disabled');
    expect(input.matches(':disabled')).to.equal(true);
    expect(painting()).to.not.equal(null);
    expect(new FormData(form).has('code')).to.equal(false);
    expect(element).not.to.have.attribute('disabled');
    fieldset.disabled = false;
    await aTimeout(0);
    await element.updateComplete;
    expect(painting()).to.equal(null);
    expect(new FormData(form).get('code')).to.equal('123456');
  });

  it('56: forgets the code when the page is left', async () => {
    const { element } = await focusedField('123456');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(element.value).to.equal('');
  });

  it('57: belongs to another form that its input names', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <form id="elsewhere"></form>
        <mfa-code-input label="Code" value="123456"><input form="elsewhere" /></mfa-code-input>
      </div>
    `);
    const form = page.querySelector('form') ?? undefined;
    await page.querySelector('mfa-code-input')?.updateComplete;
    expect(new FormData(form).get('code')).to.equal('123456');
  });

  it('57: belongs to another form that it names itself', async () => {
    const page = await fixture<HTMLElement>(html`
      <div>
        <form id="elsewhere"></form>
        <mfa-code-input label="Code" value="123456" form="elsewhere"></mfa-code-input>
      </div>
    `);
    const form = page.querySelector('form') ?? undefined;
    await page.querySelector('mfa-code-input')?.updateComplete;
    expect(new FormData(form).get('code')).to.equal('123456');
  });

  it('58: submits nothing on Enter while the default button is disabled', async () => {
    const { element, form, submitted } = await codeForm();
    form.querySelector('button')?.setAttribute('disabled', '');
    element.focus();
    await type('123456');
    await press('Enter');
    expect(submitted).to.deep.equal([]);
  });

  it('58: submits once on Enter, by the default button', async () => {
    const { element, submitted } = await codeForm();
    element.focus();
    await type('123456');
    await press('Enter');
    expect(submitted).to.deep.equal(['123456']);
  });

  it('60: fires no event when a script sets a value', async () => {
    const field = await codeForm();
    field.element.value = '654321';
    await field.element.updateComplete;
    expect(shown(field)).to.equal('654321');
    field.element.value = '12ab';
    expect(field.element.value).to.equal('12');
    field.element.value = null;
    expect(field.element.value).to.equal('');
    field.element.value = undefined;
    expect(field.element.value).to.equal('');
    expect(field.events).to.deep.equal([]);
  });

  it('60: never has the live value in an attribute', async () => {
    const { element, input } = await focusedField('123456');
    for (const part of [element, input]) {
      for (const { value } of part.attributes) expect(value).not.to.contain('123456');
    }
  });

  it('61: is complete again with another code of the user, not of a script', async () => {
    const field = await focusedField('123456');
    await press('Backspace');
    await type('7');
    expect(field.events).to.have.members(['input', 'input', 'mfa-code-complete']);
    field.events.length = 0;
    field.element.value = '111111';
    expect(field.events).to.deep.equal([]);
  });

  it('61: is complete again with the same code after a script has emptied it', async () => {
    const field = await focusedField('123456');
    field.element.value = '';
    await type('123456');
    expect(field.events).to.include('mfa-code-complete');
  });

  it('62: fires change once, when the user leaves the field', async () => {
    const field = await focusedField('12');
    await type('3');
    field.input.blur();
    field.element.focus();
    field.input.blur();
    expect(field.events).to.deep.equal(['input', 'change']);
  });

  it('62: fires change also after a digit was overwritten', async () => {
    const field = await codeField(html`<mfa-code-input label="Code" value="12"></mfa-code-input>`);
    field.element.focus();
    await press('Home');
    await type('9');
    field.input.blur();
    expect(field.events).to.deep.equal(['input', 'change']);
  });
});

describe('a form that the code field submits automatically', () => {
  const automatic = html`<mfa-code-input label="Code" autosubmit></mfa-code-input>`;

  it('59: is not submitted by default', async () => {
    const { element, submitted } = await codeForm();
    element.focus();
    await type('123456');
    expect(submitted).to.deep.equal([]);
  });

  it('59: submits when the code is complete, and not again on the Enter that follows', async () => {
    const { element, submitted } = await codeForm(automatic);
    element.focus();
    await type('123456');
    await press('Enter');
    expect(submitted).to.deep.equal(['123456']);
  });

  it('59: nor on a click on the button', async () => {
    const { element, form, submitted } = await codeForm(automatic);
    element.focus();
    await type('123456');
    form.querySelector('button')?.click();
    expect(submitted).to.deep.equal(['123456']);
  });

  it('59: submits once when the code is filled in twice', async () => {
    const { input, submitted } = await codeForm(automatic);
    fillIn(input, '123456');
    fillIn(input, '123456');
    expect(submitted).to.deep.equal(['123456']);
  });

  it('59: submits another code again', async () => {
    const { element, submitted } = await codeForm(automatic);
    element.focus();
    await type('1234567');
    expect(submitted).to.deep.equal(['123456', '123457']);
  });

  for (const name of ['elements', 'requestSubmit', 'submit']) {
    it(`59: is submitted also if a control of it is named ${name} (host page 12)`, async () => {
      const { input, form, submitted } = await codeForm(automatic);
      const other = Object.assign(document.createElement('input'), { name, ariaLabel: 'Other' });
      form.append(other);
      fillIn(input, '123456');
      other.dispatchEvent(new Event('input', { bubbles: true }));
      expect(submitted).to.deep.equal(['123456']);
    });
  }

  it('59: never submits a code that was already there', async () => {
    const { element, submitted } = await codeForm(
      html`<mfa-code-input label="Code" autosubmit value="123456"></mfa-code-input>`,
    );
    element.focus();
    await press('ArrowLeft');
    element.value = '654321';
    await element.updateComplete;
    expect(submitted).to.deep.equal([]);
  });

  describe('and the submit that follows', () => {
    /** Mounts a form with another field that it requires, and fills in the code. */
    async function refusedForm() {
      const shown = await codeForm(automatic);
      const name = document.createElement('input');
      name.required = true;
      name.ariaLabel = 'Name';
      shown.form.prepend(name);
      fillIn(shown.input, '123456');
      return { ...shown, name };
    }

    it('is not canceled if the browser refused the automatic one (host page 20)', async () => {
      const { form, name, submitted } = await refusedForm();
      expect(submitted).to.deep.equal([]);
      // A password manager may fill in a value without an event.
      name.value = 'Anna';
      form.querySelector('button')?.click();
      expect(submitted).to.deep.equal(['123456']);
    });

    it('is not canceled if the page refused to show that message either (host page 20)', async () => {
      const shown = await codeForm(automatic);
      const name = document.createElement('input');
      name.required = true;
      name.addEventListener('invalid', (event) => event.preventDefault());
      shown.form.prepend(name);
      fillIn(shown.input, '123456');
      fillIn(name, 'Anna');
      shown.form.requestSubmit();
      expect(shown.submitted).to.deep.equal(['123456']);
    });

    it('is not canceled if the page validates, and the user filled in more (host page 20)', async () => {
      const { form, name, submitted } = await refusedForm();
      form.noValidate = true;
      fillIn(name, '');
      form.requestSubmit();
      fillIn(name, 'Anna');
      form.requestSubmit();
      expect(submitted).to.deep.equal(['123456', '123456']);
    });

    it('is not canceled if an edit followed the automatic one (host page 20)', async () => {
      const { form, input, submitted } = await codeForm(automatic);
      const [name, terms] = [document.createElement('input'), document.createElement('input')];
      terms.type = 'checkbox';
      form.prepend(name, terms);
      for (const [code, edit] of [
        ['123456', () => fillIn(name, 'Anna')],
        ['654321', () => terms.click()],
      ] as const) {
        fillIn(input, code);
        edit();
        form.querySelector('button')?.click();
      }
      expect(submitted).to.deep.equal(['123456', '123456', '654321', '654321']);
    });

    it('is not canceled if it is by another button (host page 20)', async () => {
      const { form, input, submitted } = await codeForm(automatic);
      const other = document.createElement('button');
      form.append(other);
      fillIn(input, '123456');
      other.click();
      expect(submitted).to.deep.equal(['123456', '123456']);
    });

    it('is not canceled if it is by a second field that is complete (host page 20)', async () => {
      const { form, input, submitted } = await codeForm(automatic);
      const second = document.createElement('mfa-code-input');
      Object.assign(second, { label: 'Next code', name: 'next', autosubmit: true });
      form.prepend(second);
      await second.updateComplete;
      fillIn(input, '123456');
      fillIn(second.input, '654321');
      expect(submitted).to.deep.equal(['123456', '123456']);
    });
  });

  it('59: submits a code once if the page does so too', async () => {
    const { form, element, input, submitted } = await codeForm(automatic);
    element.addEventListener('mfa-code-complete', () => form.requestSubmit());
    fillIn(input, '123456');
    await aTimeout(0);
    expect(submitted).to.deep.equal(['123456']);
  });

  it('submits nothing while its button is disabled, as Enter does', async () => {
    const { form, input, submitted } = await codeForm(automatic);
    form.querySelector('button')?.setAttribute('disabled', '');
    fillIn(input, '123456');
    await aTimeout(1);
    expect(submitted).to.deep.equal([]);
  });

  it('submits with a button that the page enables for a complete code', async () => {
    const { form, element, input, submitted } = await codeForm(automatic);
    const button = form.querySelector('button');
    button?.setAttribute('disabled', '');
    element.addEventListener('mfa-code-complete', () => {
      queueMicrotask(() => button?.removeAttribute('disabled'));
    });
    fillIn(input, '123456');
    await aTimeout(1);
    expect(submitted).to.deep.equal(['123456']);
  });
});
