import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  composedText,
  insertIntoCode,
  isForeign,
  isPlainInsertion,
  replacement,
  type CodeText,
} from './code-editing.js';

interface EditHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
  readonly length: number;
}

interface EditListener {
  /** Called when an inserted text was refused. */
  refused(text: string): void;
  /** Called when an input method has committed its text, and the page has had its `input` event. */
  committed(): void;
}

/**
 * Applies what the user does to the input as an edit of a code (code-editing.ts).
 *
 * Uses `beforeinput`, the one cancelable moment before a text enters, and follows input methods, which
 * have no such moment. Where the browser does the right thing (deleting, undo, moving, typing at the
 * end) nothing is canceled. Nothing depends on the name of a key, which phones often do not report
 * (case 49).
 *
 * @example
 * ```ts
 * #edit = new EditController(this, {
 *   refused: () => (this.error = 'Too many digits'),
 *   committed: () => this.requestUpdate(),
 * });
 * ```
 */
export class EditController implements ReactiveController {
  readonly #host: EditHost;
  readonly #listener: EditListener;
  /** The code in which an input method began. While it composes, the input is not changed (48). */
  #composition: CodeText | undefined;
  /** The value that the page read from the input at the last `input` event of the composition. */
  #readValue = '';

  constructor(host: EditHost, listener: EditListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
    host.addEventListener('beforeinput', this.#handleBeforeInput);
    host.addEventListener('drop', this.#handleDrop);
    host.addEventListener('paste', this.#handlePaste);
    host.addEventListener('compositionstart', this.#handleCompositionStart);
    host.addEventListener('input', this.#handleInput);
    host.addEventListener('compositionend', this.#handleCompositionEnd);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** The code if the input method commits now; `undefined` while none is composing. */
  get composed(): CodeText | undefined {
    const before = this.#composition;
    // Before `host.input`, which makes the input.
    if (!before) return undefined;
    const { input, length } = this.#host;
    return insertIntoCode(before, composedText(before, input.value), length) ?? before;
  }

  /** Forgets the composition, because a script set the value. */
  forget(): void {
    this.#composition = undefined;
  }

  #handleBeforeInput = (event: InputEvent): void => {
    const { input, length } = this.#host;
    const text = event.data ?? event.dataTransfer?.getData('text/plain');
    if (!text || !event.inputType.startsWith('insert') || !this.#mayChange(event)) return;
    const before = readCode(input);
    const after = isForeign(text, length) ? undefined : insertIntoCode(before, text, length);
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

  /** Cancels a paste without a text: it would remove the selection, or fire an event (case 36). */
  #handlePaste = (event: ClipboardEvent): void => {
    if (this.#mayChange(event) && !event.clipboardData?.getData('text/plain')) {
      event.preventDefault();
    }
  };

  /** Refuses a drop here: at `beforeinput` the text has already left where it was dragged from (case 38). */
  #handleDrop = (event: DragEvent): void => {
    const { input, length } = this.#host;
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (!this.#mayChange(event)) return;
    if (!isForeign(text, length) && insertIntoCode(readCode(input), text, length)) return;
    event.preventDefault();
    this.#listener.refused(text);
  };

  #handleCompositionStart = (): void => {
    this.#composition = readCode(this.#host.input);
    this.#readValue = this.#composition.value;
  };

  #handleInput = (): void => {
    if (this.#composition) this.#readValue = this.#host.input.value;
  };

  /**
   * Fires `input` if the page has not read the committed value yet: it was composed of other characters,
   * or this engine fires `input` only after `compositionend`.
   */
  #handleCompositionEnd = ({ data }: CompositionEvent): void => {
    const { input } = this.#host;
    const [before, after] = [this.#composition, this.composed];
    this.#composition = undefined;
    if (!before || !after) return;
    if (input.value !== after.value) {
      input.value = after.value;
      input.setSelectionRange(after.start, after.end);
    }
    if (after.value !== this.#readValue) fireInput(input, data);
    else if (after.value !== before.value) this.#listener.committed();
  };

  /** Chromium fires `beforeinput` in a read-only input too, and then inserts nothing. */
  #mayChange(event: Event): boolean {
    const { input } = this.#host;
    const isOpen = event.cancelable && !event.defaultPrevented;
    return isOpen && event.target === input && input.matches(':read-write');
  }
}

function readCode(input: HTMLInputElement): CodeText {
  const { value, selectionStart, selectionEnd } = input;
  const start = selectionStart ?? value.length;
  return { value, start, end: selectionEnd ?? start };
}

/**
 * Replaces the value of an input as if the user had typed it: with one `input` event, and so that the
 * browser's undo still restores the old value (case 19).
 *
 * `execCommand` is deprecated and is the only way to do both: setting `value` and `setRangeText`
 * empty the undo stack (measured in Chromium; reference case 19). Where it is refused, the value is
 * set and undo is lost.
 */
function replaceValue(input: HTMLInputElement, value: string): void {
  const { start, end, text } = replacement(input.value, value);
  // The command applies to the focused element, whichever that is.
  input.focus();
  input.setSelectionRange(start, end);
  const command = text ? 'insertText' : 'delete';
  // jsdom has no commands.
  if (typeof document.execCommand === 'function' && document.execCommand(command, false, text))
    return;
  input.value = value;
  fireInput(input, text);
}

/** Fires the `input` event of an insertion that the browser did not make. */
function fireInput(input: HTMLInputElement, data: string): void {
  const init = { bubbles: true, composed: true, inputType: 'insertText', data };
  input.dispatchEvent(new InputEvent('input', init));
}
