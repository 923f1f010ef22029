import type { LitElement, TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import { formatNumber } from '../../localization/format-number.js';
import { msg, str } from '../../localization/msg.js';
import { EscapeKey } from '../shared/controls/escape-key.js';
import { FieldForm } from '../shared/forms/field-form.js';
import type { WaitingHost } from '../shared/waits/retry-timer.js';

/** The most characters of a name. The server counts code points, too. */
const LONGEST = 64;

/** The app that is renamed, the name to start with, and why the server refused the last name. */
export interface NameFormState {
  readonly target: Authenticator;
  readonly name: string;
  readonly error?: MfaError;
}

export interface NameFormActions {
  readonly submit: (name: string) => void;
  /** Called on Escape in the field or on a button beside it. */
  readonly cancel: () => void;
}

/**
 * The form with the field for an app's name. It validates the name; the flow decides what happens to it.
 * A refused name stays in the field.
 *
 * @example
 * ```ts
 * readonly #nameForm = new NameForm(this, {
 *   submit: (name) => this.dispatch({ type: 'rename', name }),
 *   cancel: () => this.dispatch({ type: 'cancel' }),
 * });
 *
 * protected override updated(): void {
 *   this.#nameForm.place(this.editing);
 * }
 * ```
 */
export class NameForm {
  readonly #form: FieldForm;
  #targetId: string | undefined;

  constructor(host: LitElement & WaitingHost, { submit, cancel }: NameFormActions) {
    this.#form = new FieldForm(host, {
      slot: 'name-form',
      field: 'mfa-text-field',
      operation: 'renameAuthenticator',
      properties: { name: 'authenticator-name', autocomplete: 'off' },
      normalize: (typed) => typed.trim(),
      check: (name) => {
        const { length } = Array.from(name);
        return length > LONGEST ? tooLongMessage(length) : undefined;
      },
      submit,
    });
    new EscapeKey(host, () => {
      const editor = host.renderRoot.querySelector('slot[name=name-form]')?.parentElement;
      if (!editor?.matches(':focus-within')) return false;
      cancel();
      return true;
    });
  }

  /** Puts the field into the host's light DOM, with the name selected, or removes it. */
  place(state: NameFormState | undefined): void {
    if (state?.target.id !== this.#targetId) this.#form.hide();
    this.#targetId = state?.target.id;
    if (!state) return;
    this.#form.show({
      label: msg('Name of the app', {
        id: 'authenticators.rename.field',
        desc: 'Linked apps, changing a name: label of the field',
      }),
      incomplete: msg('Enter a name for this app.', {
        id: 'authenticators.rename.incomplete',
        desc: 'Linked apps, changing a name: it was sent empty',
      }),
      value: state.name,
      error: state.error,
      focus: true,
    });
  }

  /** Renders the button that does the same as Enter in the field. */
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

const tooLongMessage = (length: number) =>
  msg(
    str`This name has ${formatNumber(length)} characters. At most ${formatNumber(LONGEST)} fit.`,
    {
      id: 'authenticators.rename.too-long',
      desc: 'Linked apps, changing a name: {0} is how many characters were typed, 65 or more; {1} is 64',
    },
  );
