import type { Args, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import type { CodeInputElement } from '../src/index.js';
import { fillIn, see } from './support/person.js';

const label = '6-cijferige machtigingscode';

const render = (args: Args) => {
  const field = args as Partial<CodeInputElement>;
  return html`<mfa-code-input
    label=${ifDefined(field.label)}
    hint=${ifDefined(field.hint)}
    error=${ifDefined(field.error)}
    value=${ifDefined(field.defaultValue)}
    length=${ifDefined(field.length)}
    ?masked=${field.masked}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
    ?required=${field.required}
    ?autosubmit=${field.autosubmit}
    name=${ifDefined(field.name)}
  ></mfa-code-input>`;
};

export default {
  title: 'Parts/mfa-code-input',
  component: 'mfa-code-input',
  tags: ['autodocs'],
  render,
  args: { label },
  argTypes: {
    length: { control: { type: 'number', min: 4, max: 10 } },
    value: { control: false },
    formId: { control: false },
  },
  parameters: {
    docs: {
      subtitle:
        'The field for the six digits. The flow elements contain it; it also works in any form.',
    },
  },
} satisfies Meta;

/** Types a text in the field with this label. */
const types =
  (text: string, value: string): NonNullable<StoryObj['play']> =>
  async ({ canvasElement: page, args }) => {
    await fillIn(page, String(args.label), text);
    await expect(page.querySelector('mfa-code-input')?.value).toBe(value);
  };

const seesLabel: NonNullable<StoryObj['play']> = ({ canvasElement: page, args }) =>
  see(page, String(args.label));

export const Empty: StoryObj = { play: seesLabel };

export const HalfFilled: StoryObj = { tags: ['!autodocs'], play: types('123', '123') };

export const Filled: StoryObj = { tags: ['!autodocs'], play: types('123 456', '123456') };

export const Masked: StoryObj = { args: { masked: true }, play: types('123456', '123456') };

export const WithHint: StoryObj = {
  args: { hint: 'Je vindt de code in je Authenticator-app.' },
  play: seesLabel,
};

export const WithError: StoryObj = {
  args: { error: 'Deze code klopt niet.', defaultValue: '123456' },
  play: seesLabel,
};

export const Disabled: StoryObj = {
  args: { disabled: true, defaultValue: '123456' },
  play: seesLabel,
};

export const ReadOnly: StoryObj = {
  args: { readonly: true, defaultValue: '123456' },
  play: seesLabel,
};

export const EightDigits: StoryObj = {
  args: { length: 8, label: '8-cijferige code' },
  play: types('12345678', '12345678'),
};
