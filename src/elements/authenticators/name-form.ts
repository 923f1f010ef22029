import type { LitElement, TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import { formatNumber } from '../../localization/format-number.js';
import { msg, str } from '../../localization/msg.js';
import { FieldForm } from '../shared/forms/field-form.js';

/** The most characters of a name, as the server counts them: by code point. */
const LONGEST = 64;

/** For which app a name is asked, what to begin with, and why the server refused the last one. */
export interface NameAsked {
  readonly target: Authenticator;
  readonly name: string;
  readonly error?: MfaError;
}

/**
 * Owns: the field for an app's name while one is being changed: what it begins with, and what no
 * name can be. What is refused stays in the field.
 * Does not own: what happens to the name (the flow).
 */
export class NameForm {
  readonly #form: FieldForm;
  #targetId: string | undefined;

  constructor(host: LitElement, submit: (name: string) => void) {
    this.#form = new FieldForm(host, {
      slot: 'name-form',
      field: 'mfa-text-field',
      properties: { name: 'authenticator-name', autocomplete: 'off' },
      normalize: (typed) => typed.trim(),
      check: (name) => {
        const { length } = Array.from(name);
        return length > LONGEST ? tooLong(length) : undefined;
      },
      submit,
    });
  }

  /** Puts the field in the host's light DOM, the name in it selected; or takes it away. */
  place(asked: NameAsked | undefined): void {
    if (asked?.target.id !== this.#targetId) this.#form.hide();
    this.#targetId = asked?.target.id;
    if (!asked) return;
    this.#form.show({
      label: msg('Name of the app', {
        id: 'authenticators.rename.field',
        desc: 'Linked apps, changing a name: label of the field',
      }),
      incomplete: msg('Enter a name for this app.', {
        id: 'authenticators.rename.incomplete',
        desc: 'Linked apps, changing a name: it was sent empty',
      }),
      value: asked.name,
      error: asked.error,
      focus: true,
    });
  }

  /** The button that saves; it does what Enter in the field does. */
  renderButton(busy: boolean): TemplateResult {
    return this.#form.renderButton(
      msg('Save name', {
        id: 'authenticators.rename.save',
        desc: 'Linked apps, changing a name: button',
      }),
      busy,
    );
  }
}

const tooLong = (length: number) =>
  msg(
    str`This name has ${formatNumber(length)} characters. At most ${formatNumber(LONGEST)} fit.`,
    {
      id: 'authenticators.rename.too-long',
      desc: 'Linked apps, changing a name: {0} is how many characters were typed, 65 or more; {1} is 64',
    },
  );
