import type { Args, Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { TextFieldElement } from '../src/elements/text-field/text-field-element.js';
import { fillIn, see } from './support/person.js';

const render = (args: Args) => {
  const field = args as Partial<TextFieldElement>;
  return html`<mfa-text-field
    label=${ifDefined(field.label)}
    hint=${ifDefined(field.hint)}
    error=${ifDefined(field.error)}
    value=${ifDefined(field.defaultValue)}
    type=${ifDefined(field.type)}
    ?disabled=${field.disabled}
    ?readonly=${field.readonly}
    ?required=${field.required}
    name=${ifDefined(field.name)}
    inputmode=${ifDefined(field.inputMode)}
    autocomplete=${ifDefined(field.autocomplete)}
  ></mfa-text-field>`;
};

export default {
  title: 'Parts/mfa-text-field',
  component: 'mfa-text-field',
  tags: ['autodocs'],
  render,
  args: { label: 'Naam van de app' },
  argTypes: {
    type: { control: 'radio', options: ['text', 'password'] },
    value: { control: false },
    formId: { control: false },
  },
  parameters: {
    docs: {
      subtitle:
        'A field for one line: the password, a recovery code, the name of an app. The flow elements contain it.',
    },
  },
} satisfies Meta;

const seesLabel: NonNullable<StoryObj['play']> = ({ canvasElement: page, args }) =>
  see(page, String(args.label));

export const Empty: StoryObj = { play: seesLabel };

export const Filled: StoryObj = {
  tags: ['!autodocs'],
  play: ({ canvasElement: page, args }) => fillIn(page, String(args.label), 'Werktelefoon'),
};

export const Password: StoryObj = {
  args: { label: 'Wachtwoord', type: 'password' },
  play: ({ canvasElement: page }) => fillIn(page, 'Wachtwoord', 'welkom-bij-profi'),
};

export const WithHint: StoryObj = {
  args: { hint: 'Zo herken je de app terug in de lijst.' },
  play: seesLabel,
};

export const WithError: StoryObj = {
  args: { error: 'Vul een naam in voor deze app.' },
  play: seesLabel,
};

export const Disabled: StoryObj = {
  args: { disabled: true, defaultValue: 'Werktelefoon' },
  play: seesLabel,
};

export const ReadOnly: StoryObj = {
  args: { readonly: true, defaultValue: 'Werktelefoon' },
  play: seesLabel,
};
