import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bringIntoView } from '../shared/page/bring-into-view.js';
import type { CodeText } from './code-editing.js';

interface CaretHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
}

/**
 * Keeps the painted slots in step with the caret and the selection of the real input, and places the
 * caret where the user points.
 *
 * Why: the caret stays the browser's own, so that arrow keys, Home, End, Shift and a screen reader move
 * through the code as through any text. Only typing in the middle differs (code-editing.ts).
 *
 * @example
 * ```ts
 * #caret = new CaretController(this, () => [...this.renderRoot.querySelectorAll('.digit')]);
 *
 * render() {
 *   return html`${this.renderSlots(this.#caret.selection)}<slot name="input"></slot>`;
 * }
 * ```
 */
export class CaretController implements ReactiveController {
  readonly #host: CaretHost;
  readonly #slots: () => readonly HTMLElement[];
  #focused: AbortController | undefined;
  /** The selection that the slots show. */
  #painted: Omit<CodeText, 'value'> | undefined;
  /** Whether no key was pressed in the input since it received the focus. */
  #isNewFocus = false;

  /** @param slots Returns the painted slots, first digit first. */
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

  /** The current selection; `undefined` while the input does not have the focus. */
  get selection(): Omit<CodeText, 'value'> | undefined {
    const { input } = this.#host;
    // `:focus` also matches inside another element's shadow root; document.activeElement does not.
    if (!input.matches(':focus')) return undefined;
    return { start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 };
  }

  hostUpdated(): void {
    this.#painted = this.selection;
  }

  /** Repaints what moved: the browser reports a selection later, twice, and for other inputs too. */
  #repaint = () => {
    const { start, end } = this.selection ?? {};
    if (start === this.#painted?.start && end === this.#painted?.end) return;
    this.#host.requestUpdate();
  };

  #handleFocus = (event: FocusEvent) => {
    const { input } = this.#host;
    if (event.target !== input) return;
    this.#focused?.abort();
    this.#focused = new AbortController();
    const { signal } = this.#focused;
    // On the document for an input inside a shadow root, on the input for the other engines (S1).
    this.#host.ownerDocument.addEventListener('selectionchange', this.#repaint, { signal });
    input.addEventListener('selectionchange', this.#repaint, { signal });
    this.#isNewFocus = true;
    const isMoved = this.#placeCaret();
    // Where the pointer is, the input is in view, and must not move.
    if (!input.matches(':active')) {
      // WebKit scrolls while it renders, which is after the callbacks of the frame.
      requestAnimationFrame(() => setTimeout(() => this.#reveal(isMoved)));
    }
    this.#repaint();
  };

  #handleBlur = () => {
    this.#focused?.abort();
    // Not #repaint: who asks for the input puts it back, in the middle of what removes it (host page 1).
    this.#host.requestUpdate();
  };

  /**
   * Puts the caret behind an incomplete code when the input receives the focus (case 23). By then the
   * Tab key has selected everything, and a script leaves the caret in front (both measured in
   * Chromium), so the next digit would replace the existing ones. A complete code stays selected, to
   * be replaced.
   *
   * @returns Whether the caret was moved. WebKit then does not scroll the input into view, which it does
   *   only later, for the selection that the focus has made.
   */
  #placeCaret(): boolean {
    const { input } = this.#host;
    const { length } = input.value;
    const isThere = input.selectionStart === length && input.selectionEnd === length;
    if (isThere || length >= this.#slots().length) return false;
    input.setSelectionRange(length, length);
    return true;
  }

  /**
   * Scrolls the whole input into view. WebKit leaves it where it is if the caret was moved, and shows
   * only the height of the caret if not; in the other engines it is in view by now.
   *
   * @param isMoved Whether the caret was moved. If it was not, an input that is not in view at all is
   *   one that was focused without scrolling.
   */
  #reveal(isMoved: boolean): void {
    if (!this.selection) return;
    const { input } = this.#host;
    const { top, bottom } = input.getBoundingClientRect();
    if (isMoved || (bottom > 0 && top < innerHeight)) {
      bringIntoView(input);
    }
  }

  #handleKeydown = () => {
    this.#isNewFocus = false;
  };

  /**
   * Places the caret once more after a key that moved the focus here: it was pressed elsewhere and is
   * released here. WebKit selects everything only after `focusin`.
   */
  #handleKeyup = ({ target }: KeyboardEvent) => {
    const { input } = this.#host;
    const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (target === input && this.#isNewFocus && isAll && this.#placeCaret()) this.#reveal(true);
    this.#isNewFocus = false;
  };

  /** Puts the caret at the slot under the pointer, or at the first empty one (cases 21 and 22). */
  #handleClick = (event: MouseEvent) => {
    const { input } = this.#host;
    const isDrag = input.selectionStart !== input.selectionEnd;
    if (event.target !== input || event.detail !== 1 || isDrag) return;
    const boxes = this.#slots().map((slot) => slot.getBoundingClientRect());
    const [first] = boxes;
    // A click on the label also reaches the input, with coordinates outside the slots.
    if (!first || event.clientY < first.top || event.clientY > first.bottom) return;
    const slot = boxes.filter((box) => box.left <= event.clientX).length - 1;
    const caret = Math.min(Math.max(slot, 0), input.value.length);
    input.setSelectionRange(caret, caret);
  };
}
