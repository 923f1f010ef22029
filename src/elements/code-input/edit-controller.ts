import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedText, insertIntoCode, isPlainInsertion, type CodeText } from './code-editing.js';
import { replaceValue } from './replace-value.js';
import { selectedIn } from './selected-in.js';

/** The field whose input is edited. */
interface EditHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
  readonly length: number;
}

/** What is told to the field. */
interface EditListener {
  /** A text could not enter. */
  refused(text: string): void;
  /** An input method has put its text in the input. */
  committed(): void;
}

/**
 * Makes what a person does to the input do to a code what is right for a code (code-editing.ts).
 *
 * Owns the one cancelable moment before a text enters, and input methods, which have none. Where the
 * browser does the right thing by itself (deleting, undo, moving, typing at the end) it is left to
 * it, and nothing depends on a key's name: phones often give none (case 49).
 */
export class EditController implements ReactiveController {
  readonly #host: EditHost;
  readonly #listener: EditListener;
  /** Where an input method began, while it composes: the input is left alone until then (48). */
  #composition: CodeText | undefined;

  constructor(host: EditHost, listener: EditListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
    host.addEventListener('beforeinput', this.#handleBeforeInput);
    host.addEventListener('drop', this.#handleDrop);
    host.addEventListener('paste', this.#handlePaste);
    host.addEventListener('compositionstart', this.#handleCompositionStart);
    host.addEventListener('compositionend', this.#handleCompositionEnd);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** What the code will be if the input method commits now; `undefined` when none is composing. */
  get composed(): CodeText | undefined {
    const { input, length } = this.#host;
    const before = this.#composition;
    return before && (insertIntoCode(before, composedText(before, input.value), length) ?? before);
  }

  /** The value was set by someone else. */
  forget(): void {
    this.#composition = undefined;
  }

  #handleBeforeInput = (event: InputEvent): void => {
    const { input, length } = this.#host;
    const text = event.data ?? event.dataTransfer?.getData('text/plain');
    if (!text || !event.inputType.startsWith('insert') || !this.#mayChange(event)) return;
    const before = selectedIn(input);
    const after = insertIntoCode(before, text, length);
    if (after && isPlainInsertion(before, text, after)) return;
    event.preventDefault();
    if (!after) {
      this.#listener.refused(text);
      return;
    }
    if (after.value !== before.value) replaceValue(input, after.value);
    input.setSelectionRange(after.start, after.end);
    this.#host.requestUpdate();
  };

  /** A paste without a text would take away what is selected, or say that it changed (case 36). */
  #handlePaste = (event: ClipboardEvent): void => {
    if (this.#mayChange(event) && !event.clipboardData?.getData('text/plain')) {
      event.preventDefault();
    }
  };

  /** By the time of `beforeinput` the text has left the place it was dragged from (case 38). */
  #handleDrop = (event: DragEvent): void => {
    const { input, length } = this.#host;
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (!this.#mayChange(event) || insertIntoCode(selectedIn(input), text, length)) return;
    event.preventDefault();
    this.#listener.refused(text);
  };

  #handleCompositionStart = (): void => {
    this.#composition = selectedIn(this.#host.input);
  };

  #handleCompositionEnd = (): void => {
    const { input } = this.#host;
    const after = this.composed;
    this.#composition = undefined;
    if (!after) return;
    if (input.value !== after.value) {
      input.value = after.value;
      input.setSelectionRange(after.start, after.end);
    }
    this.#listener.committed();
  };

  /** Chromium asks before typing in a read-only input too, and then inserts nothing. */
  #mayChange(event: Event): boolean {
    const { input } = this.#host;
    const isOpen = event.cancelable && !event.defaultPrevented;
    return isOpen && event.target === input && input.matches(':read-write');
  }
}
