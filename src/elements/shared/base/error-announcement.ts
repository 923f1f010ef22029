import type { FieldParts } from './field-parts.js';

/** Milliseconds after which a new error has been announced. */
const ANNOUNCED_AFTER = 1000;

/**
 * Announces a new error of a field exactly once and keeps it discoverable (A8, A9, case 64).
 *
 * Two things can announce it: its live region, and the input's description, which is read when the
 * input receives the focus. The focus decides which:
 *
 * - If the input has the focus and keeps it (Enter, a code that submitted itself), the region announces.
 *   The description is linked only when the focus leaves, because screen readers (such as NVDA) also
 *   read a description that is added to the focused element. Until then the error is right below the
 *   input, and the next edit removes it.
 * - If the focus is about to move to the input (from the button that submitted the form), the
 *   description announces. In some browsers a focus move interrupts what a region announces, so the
 *   region is not live until the error is gone. This happens before the browser reports the new text.
 * - Otherwise the region announces, and the description is read whenever the user reaches the input.
 */
export class ErrorAnnouncement {
  readonly #parts: FieldParts;
  #shownError = '';
  /** Whether the error is part of the input's description. */
  #isDescription = true;
  /** Whether the error appeared in this task, so that nothing has announced it yet. */
  #isFresh = false;
  #isLive = true;
  /** When the error was new, in milliseconds of `performance`. */
  #shownAt = 0;

  constructor(host: HTMLElement, parts: FieldParts) {
    this.#parts = parts;
    host.addEventListener('focusin', this.#handleFocus);
    host.addEventListener('focusout', this.#handleBlur);
  }

  /** Shows an error; '' removes it. Called after each render. */
  show(error: string): void {
    if (error !== this.#shownError) this.#prepare(error);
    this.#parts.setLive(this.#isLive);
    this.#parts.setError(error);
    this.#parts.linkParts(this.#isDescription);
  }

  /** A live region that is put back into the page would announce an old error again, at each patch. */
  reinserted(): void {
    if (performance.now() - this.#shownAt > ANNOUNCED_AFTER) this.#isLive = false;
  }

  #prepare(error: string): void {
    this.#shownAt = performance.now();
    const isNew = error !== '';
    this.#shownError = error;
    this.#isDescription = !isNew || !this.#hasFocus;
    this.#isFresh = isNew && this.#isDescription;
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
    if (this.#isDescription) return;
    this.#isDescription = true;
    this.#parts.linkParts(true);
  };
}
