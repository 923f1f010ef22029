import type { FieldParts } from './field-parts.js';

/**
 * Sees to it that a new error is said once, and can be found again later (A8, A9, case 64).
 *
 * Two things can say it: its live region, and the input's description, which is read when the focus
 * comes to the input. Which of them does depends on where the focus is:
 *
 * - In the input, where it stays (Enter, a code that sent itself): the region. The description is tied
 *   only when the focus leaves, since screen readers also say a description that comes to what has the
 *   focus (NVDA does). Until then the error is right below, and the next edit takes it away.
 * - On its way to the input (from the button that sent the form): the description. Moving the focus
 *   cuts off what a region was about to say, not in every browser, so the region is none until the
 *   error is gone; this happens before the browser has told anybody of the text.
 * - Elsewhere: the region; and the description whenever the person comes.
 */
export class ErrorAnnouncement {
  readonly #parts: FieldParts;
  #shown = '';
  #isTied = true;
  /** Shown in this very task, so that nothing was said of it yet. */
  #isFresh = false;
  #isLive = true;

  constructor(host: HTMLElement, parts: FieldParts) {
    this.#parts = parts;
    host.addEventListener('focusin', this.#handleFocus);
    host.addEventListener('focusout', this.#handleBlur);
  }

  /** Shows an error with what ties it to the input; '' takes it away. Called at each render. */
  show(text: string): void {
    if (text !== this.#shown) this.#prepare(text);
    this.#parts.setLive(this.#isLive);
    this.#parts.setError(text);
    this.#parts.tie(this.#isTied);
  }

  #prepare(text: string): void {
    const isNew = text !== '';
    this.#shown = text;
    this.#isTied = !isNew || !this.#hasFocus;
    this.#isFresh = isNew && this.#isTied;
    this.#isLive = true;
    if (this.#isFresh) setTimeout(() => (this.#isFresh = false));
  }

  get #hasFocus(): boolean {
    return this.#parts.input.matches(':focus');
  }

  #handleFocus = (): void => {
    if (!this.#isFresh) return;
    this.#isLive = false;
    this.#parts.setLive(false);
  };

  #handleBlur = (): void => {
    if (this.#isTied) return;
    this.#isTied = true;
    this.#parts.tie(true);
  };
}
