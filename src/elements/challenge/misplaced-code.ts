import type { ReactiveControllerHost } from 'lit';
import type { ChallengeProof } from '../../flow/challenge.js';
import { ForgetController } from '../../flow/forget-controller.js';
import { msg, str } from '../../localization/msg.js';
import { findCode } from '../../otp/digits.js';
import { holdsSeveralCodes, looksLikeRecoveryCode } from '../../otp/recovery-code.js';
import type { FieldElement } from '../shared/base/field-element.js';
import type { FieldFormContent } from '../shared/forms/field-form.js';
import { CODE_LENGTH } from '../shared/forms/field-labels.js';
import { severalRecoveryCodesMessage } from './recovery-code-labels.js';
import { proofSwitchLabel } from './render-code-entry.js';

/** Three letters typed in the code field, of one case, and a digit or dash: a recovery code, not words. */
const TYPED_CODE =
  /^(?!.*\p{Ll}.*\p{Lu}|.*\p{Lu}.*\p{Ll})(?=.*[\d\p{Dash}])(?=(?:\P{L}*\p{L}){3})\S*$/u;

interface Situation {
  /** The proof whose field the user fills in; `undefined` while there is none. */
  readonly proof: ChallengeProof | undefined;
  /** Whether the backend verifies recovery codes. */
  readonly acceptsRecoveryCodes: boolean;
  /** The characters of the recovery codes, if they are known. */
  readonly alphabet: string | undefined;
}

/**
 * Notices a recovery code in the field for a code from the app, and the other way round. Says at once
 * what the text looks like and how to use it, and keeps it for the other field.
 *
 * Switches and sends nothing by itself. A text that only looks so can still be sent.
 *
 * @example
 * ```ts
 * #misplaced = new MisplacedCode(this, () => ({ proof, acceptsRecoveryCodes, alphabet }));
 *
 * submit(code: string) {
 *   if (!this.#misplaced.stops(code)) this.send(code);
 * }
 *
 * updated() {
 *   this.#form.show({ ...labels, ...this.#misplaced.contentFor('recovery-code') });
 *   this.#misplaced.update();
 * }
 * ```
 */
export class MisplacedCode {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #read: () => Situation;
  /** The text that belongs in the field for the other proof. Secret. */
  #kept: { readonly proof: ChallengeProof; readonly text: string } | undefined;
  /** The keys that were pressed in the code field. Secret. */
  #typed = '';
  #shown:
    | { readonly field: FieldElement; readonly message: () => string; readonly text: string }
    | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, read: () => Situation) {
    this.#host = host;
    this.#read = read;
    new ForgetController(host, () => this.#forget());
    // The events reach the host after the fields, which have refused by then what is no code.
    host.addEventListener('beforeinput', this.#handleBeforeInput);
    host.addEventListener('input', this.#handleInput);
    host.addEventListener('paste', this.#handleTransfer);
    host.addEventListener('drop', this.#handleTransfer);
  }

  /** Returns the value of the field for this proof, if it was entered in the other one. */
  contentFor(proof: ChallengeProof): Pick<FieldFormContent, 'value'> {
    return this.#kept?.proof === proof ? { value: this.#kept.text } : {};
  }

  /** Forgets the text once its field has it or the step is left, and updates the message when the locale has changed. */
  update(): void {
    const { proof } = this.#read();
    if (!proof || this.#kept?.proof === proof) this.#forget();
    if (this.#shown?.field.error === this.#shown?.text) this.#showAgain();
  }

  /**
   * Returns whether what is about to be sent as a recovery code looks like a code from the app, and says
   * so. Sent a second time, it is meant.
   */
  stops(text: string): boolean {
    const code = this.#appCode(text);
    const field = this.#host.querySelector<FieldElement>(':scope > form mfa-text-field');
    if (!code || !field || this.#kept?.text === code) return false;
    this.#keep(field, 'code', code);
    field.focus();
    return true;
  }

  /** Reads what enters the code field, because the field itself takes only digits. */
  readonly #handleBeforeInput = (event: InputEvent): void => {
    const field = fieldOf(event);
    if (!field || this.#read().proof !== 'code') return;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (text.length === 1) this.#type(field, text);
    else if (event.defaultPrevented) this.#refuse(field, text);
    else this.#forget();
  };

  readonly #handleTransfer = (event: Event): void => {
    const field = fieldOf(event);
    const { proof, alphabet } = this.#read();
    if (!field || !proof) return;
    const { clipboardData, dataTransfer } = event as Partial<ClipboardEvent & DragEvent>;
    const text = (clipboardData ?? dataTransfer)?.getData('text/plain') ?? '';
    if (proof === 'code') {
      if (event.defaultPrevented) this.#refuse(field, text);
    } else if (holdsSeveralCodes(text, alphabet)) {
      event.preventDefault();
      this.#show(field, severalRecoveryCodesMessage);
    }
  };

  /** Notices a code from the app in the other field, unless it is typed: that may become longer. */
  readonly #handleInput = (event: Event): void => {
    const field = fieldOf(event);
    if (!field) return;
    if (this.#read().proof === 'code') {
      // The field removes its error at every digit.
      if (this.#typed && this.#kept) this.#showAgain();
      return;
    }
    this.#forget();
    const { data, inputType } = event as Partial<InputEvent>;
    const isTyped = data?.length === 1 || inputType?.startsWith('delete');
    const code = isTyped ? undefined : this.#appCode(field.value);
    if (code) this.#keep(field, 'code', code);
  };

  #type(field: FieldElement, key: string): void {
    this.#typed += key;
    // Who goes on with all the digits of a code has no recovery code.
    if (/\d{6}$/.test(this.#typed)) this.#forget();
    else if (TYPED_CODE.test(this.#typed) && this.#mayHaveLetters) {
      this.#keep(field, 'recovery-code', this.#typed);
    } else if (this.#kept) {
      this.#kept = this.#shown = undefined;
      field.error = '';
    }
  }

  #refuse(field: FieldElement, text: string): void {
    this.#forget();
    const { acceptsRecoveryCodes, alphabet } = this.#read();
    if (!acceptsRecoveryCodes) return;
    if (holdsSeveralCodes(text, alphabet)) this.#show(field, severalRecoveryCodesMessage);
    else if (looksLikeRecoveryCode(text, alphabet)) this.#keep(field, 'recovery-code', text.trim());
  }

  get #mayHaveLetters(): boolean {
    const { acceptsRecoveryCodes, alphabet } = this.#read();
    return acceptsRecoveryCodes && (!alphabet || /\p{L}/u.test(alphabet));
  }

  #appCode(text: string): string | undefined {
    const { alphabet } = this.#read();
    return looksLikeRecoveryCode(text, alphabet) ? undefined : findCode(text, CODE_LENGTH);
  }

  #keep(field: FieldElement, proof: ChallengeProof, text: string): void {
    this.#kept = { proof, text };
    this.#show(field, proof === 'code' ? looksLikeCodeMessage : looksLikeRecoveryCodeMessage);
  }

  #show(field: FieldElement, message: () => string): void {
    this.#shown = { field, message, text: message() };
    field.error = this.#shown.text;
  }

  #showAgain(): void {
    if (this.#shown) this.#show(this.#shown.field, this.#shown.message);
  }

  readonly #forget = (): void => {
    this.#kept = undefined;
    this.#shown = undefined;
    this.#typed = '';
  };
}

/** Returns the field whose input an event is of. */
const fieldOf = ({ target }: Event): FieldElement | null =>
  target instanceof HTMLInputElement
    ? target.closest<FieldElement>('mfa-code-input, mfa-text-field')
    : null;

const looksLikeRecoveryCodeMessage = (): string =>
  msg(str`This looks like a recovery code. Choose “${proofSwitchLabel('recovery-code')}”.`, {
    id: 'challenge.code.looks-like-recovery-code',
    desc: 'Sign-in, code: a recovery code was pasted or typed; {0} is the button, which takes it along',
  });

const looksLikeCodeMessage = (): string =>
  msg(str`This looks like the code from the app. Choose “${proofSwitchLabel('code')}”.`, {
    id: 'challenge.recovery-code.looks-like-code',
    desc: 'Sign-in, recovery code: the code of the app was entered; {0} is the button, which takes it along',
  });
