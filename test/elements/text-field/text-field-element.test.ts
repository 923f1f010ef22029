import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import axe from 'axe-core';
import '../../../src/elements/text-field/mfa-text-field.js';
import type { TextFieldElement } from '../../../src/elements/text-field/text-field-element.js';

describe('a text field', () => {
  it('can be for a password', async () => {
    const element = await fixture<TextFieldElement>(html`
      <mfa-text-field
        label="Password"
        type="password"
        autocomplete="current-password"
      ></mfa-text-field>
    `);
    expect(element.input.type).to.equal('password');
    expect(element.input).to.have.attribute('autocomplete', 'current-password');
  });

  it('turns off spelling checkers', async () => {
    const element = await fixture<TextFieldElement>(html`
      <mfa-text-field label="Recovery code" autocomplete="off" inputmode="text"></mfa-text-field>
    `);
    expect(element.input.type).to.equal('text');
    for (const [name, value] of Object.entries({
      autocomplete: 'off',
      inputmode: 'text',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocorrect: 'off',
    })) {
      expect(element.input.getAttribute(name), name).to.equal(value);
    }
  });

  it('has the text of any value, as an input has (host page 17)', async () => {
    const element = await fixture<TextFieldElement>(
      html`<mfa-text-field label="A"></mfa-text-field>`,
    );
    for (const [value, text] of [
      [123456, '123456'],
      [null, ''],
      [undefined, ''],
      [NaN, 'NaN'],
      [{ toString: () => 'Phone' }, 'Phone'],
    ] as const) {
      Object.assign(element, { value });
      expect([element.value, element.input.value]).to.deep.equal([text, text]);
    }
  });

  it('is a target of at least 44 px with text of at least 16 px', async () => {
    const element = await fixture<TextFieldElement>(
      html`<mfa-text-field label="A"></mfa-text-field>`,
    );
    expect(element.input.getBoundingClientRect().height).to.be.at.least(44);
    expect(Number.parseFloat(getComputedStyle(element.input).fontSize)).to.be.at.least(16);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`passes axe, in ${colorScheme}`, async () => {
      await emulateMedia({ colorScheme });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { color-scheme: light dark; background: Canvas }');
      document.adoptedStyleSheets.push(sheet);
      const element = await fixture<TextFieldElement>(
        html`<mfa-text-field label="Name" hint="As in your app." error="No."></mfa-text-field>`,
      );
      const { violations } = await axe.run(element);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
      await emulateMedia({ colorScheme: 'light' });
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
    });
  }
});
