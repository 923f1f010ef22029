import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CodeText } from './code-editing.js';

/** What the caret is read from and painted on. */
interface CaretHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
}

/**
 * Keeps the painted slots in step with the caret and the selection of the real input.
 *
 * Owns listening for where the caret went, and putting it where a person points. Does not own the
 * value. The caret stays the browser's own, so that arrow keys, Home, End, Shift and a screen reader
 * walk through the code as through any text; only typing in the middle differs (code-editing.ts).
 */
export class CaretController implements ReactiveController {
  readonly #host: CaretHost;
  readonly #slots: () => readonly HTMLElement[];
  #focused: AbortController | undefined;
  /** Whether the focus is new here: no key was pressed in the input since it came. */
  #isNew = false;

  /** @param slots The painted slots, first digit first. */
  constructor(host: CaretHost, slots: () => readonly HTMLElement[]) {
    this.#host = host;
    this.#slots = slots;
    host.addController(this);
    host.addEventListener('focusin', this.#handleFocus);
    host.addEventListener('focusout', this.#handleBlur);
    host.addEventListener('click', this.#handleClick);
    host.addEventListener('keydown', this.#handleKeydown);
    host.addEventListener('keyup', this.#handleKeyup);
  }

  hostDisconnected(): void {
    this.#focused?.abort();
  }

  /** What is selected now; `undefined` while the focus is elsewhere. */
  get selection(): Omit<CodeText, 'value'> | undefined {
    const { input } = this.#host;
    // `:focus` also holds inside somebody else's shadow root, where document.activeElement does not.
    if (!input.matches(':focus')) return undefined;
    return { start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 };
  }

  #repaint = () => this.#host.requestUpdate();

  #handleFocus = (event: FocusEvent) => {
    const { input, ownerDocument } = this.#host;
    if (event.target !== input) return;
    this.#focused?.abort();
    this.#focused = new AbortController();
    const { signal } = this.#focused;
    // On the document for an input inside a shadow root, on the input for the other engines (S1).
    ownerDocument.addEventListener('selectionchange', this.#repaint, { signal });
    input.addEventListener('selectionchange', this.#repaint, { signal });
    this.#isNew = true;
    this.#placeCaret();
    this.#repaint();
  };

  #handleBlur = () => {
    this.#focused?.abort();
    this.#repaint();
  };

  /**
   * Puts the caret behind a code in the making when the focus comes to it (case 23). The Tab key has
   * selected all by then, and a script leaves the caret in front (both measured in Chromium): the
   * next digit would go over those that are there. A whole code stays as it is, to be replaced.
   */
  #placeCaret() {
    const { input } = this.#host;
    const { length } = input.value;
    if (length < this.#slots().length) input.setSelectionRange(length, length);
  }

  #handleKeydown = () => {
    this.#isNew = false;
  };

  /**
   * A key that is let go here and was pressed elsewhere has brought the focus. WebKit selects all
   * only after `focusin`, so the caret is placed once more.
   */
  #handleKeyup = ({ target }: KeyboardEvent) => {
    const { input } = this.#host;
    const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (target === input && this.#isNew && isAll) this.#placeCaret();
    this.#isNew = false;
  };

  /** Puts the caret at the slot under the pointer, or at the first empty one (cases 21 and 22). */
  #handleClick = (event: MouseEvent) => {
    const { input } = this.#host;
    const isDrag = input.selectionStart !== input.selectionEnd;
    if (event.target !== input || event.detail !== 1 || isDrag) return;
    const boxes = this.#slots().map((slot) => slot.getBoundingClientRect());
    const [first] = boxes;
    // The click on a label comes to the input too, from elsewhere.
    if (!first || event.clientY < first.top || event.clientY > first.bottom) return;
    const slot = boxes.filter((box) => box.left <= event.clientX).length - 1;
    const caret = Math.min(Math.max(slot, 0), input.value.length);
    input.setSelectionRange(caret, caret);
  };
}
