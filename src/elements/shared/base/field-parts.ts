let lastNumber = 0;

/**
 * Holds the label, input, hint and error of one field: direct children of its element in the page's
 * own tree, where labels, forms, password managers and code autofill find them.
 *
 * Creates the parts that the author left out, adopts those that the author wrote, and sets their ids
 * and `aria-*`. What an author wrote keeps its attributes and texts.
 */
export class FieldParts {
  readonly #host: HTMLElement;
  readonly #created = new WeakSet<Element>();
  readonly #texts = new WeakMap<Element, string>();
  #input: HTMLInputElement | undefined;
  #error: HTMLElement | undefined;
  /** The selection in a focused input that was moved, which makes it lose the focus. */
  #interrupted: { readonly start: number | null; readonly end: number | null } | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The one real input: the author's as soon as there is one, otherwise a created one. */
  get input(): HTMLInputElement {
    const present = [...this.#host.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
    const written = present.find((it) => !this.#created.has(it));
    const input = written ?? present[0] ?? this.#create('input', 'input');
    if (input === this.#input) return input;
    if (this.#input) this.#replaceInput(this.#input, input);
    input.slot = 'input';
    this.#input = input;
    // Only a direct child can be slotted, so an author's `<label>Code <input></label>` is taken apart.
    if (input.parentNode !== this.#host) this.#moveToHost(input);
    return input;
  }

  /** The place of the error. It exists before it has a text (A8). */
  get error(): HTMLElement {
    if (this.#error?.parentNode !== this.#host) {
      this.#error = this.#slotted('error') ?? this.#create('div', 'error');
    }
    return this.#error;
  }

  /** Returns the focus to an input that was moved while the user typed. Called after the render. */
  restoreFocus(): void {
    if (!this.#interrupted) return;
    const { start, end } = this.#interrupted;
    this.#interrupted = undefined;
    this.input.focus({ preventScroll: true });
    if (start !== null) this.input.setSelectionRange(start, end);
  }

  /** Labels the input, unless the author did: with a label here or elsewhere, or with `aria-*`. */
  setLabel(text: string): void {
    const { input } = this;
    const own = this.#slotted('label') ?? this.#host.querySelector<HTMLElement>(':scope > label');
    const named = this.#hasOtherLabel(own) || input.matches('[aria-label], [aria-labelledby]');
    if (own && this.#created.has(own)) {
      if (named || !text) own.remove();
      else this.#write(own, text);
    } else if (own) {
      own.slot = 'label';
    } else if (text && !named) {
      this.#write(this.#create('label', 'label'), text);
    }
  }

  /** Shows a hint, unless the author wrote one. */
  setHint(text: string): void {
    const hint = this.#slotted('hint');
    if (!hint && text) this.#write(this.#create('div', 'hint'), text);
    else if (hint && this.#created.has(hint)) this.#write(hint, text);
  }

  /** Shows an error and makes the input invalid to assistive technology; '' removes both. */
  setError(text: string): void {
    this.#write(this.error, text);
    if (text) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  /** Makes the place of the error a live region or not. */
  setLive(isLive: boolean): void {
    const { error } = this;
    if (isLive && !error.hasAttribute('role')) error.setAttribute('role', 'alert');
    if (!isLive && error.getAttribute('role') === 'alert') error.removeAttribute('role');
  }

  /**
   * Links the label and the hint to the input by ids that are unique in the tree.
   *
   * @param withError Whether to link the error too.
   */
  linkDescription(withError: boolean): void {
    const { input } = this;
    const label = this.#slotted('label');
    if (label instanceof HTMLLabelElement) label.htmlFor = this.#identify(input, 'input');
    const ours = [this.#slotted('hint'), withError ? this.error : null]
      .filter((part) => part?.textContent.trim())
      .map((part) => (part ? this.#identify(part, part.slot) : ''));
    const theirs = (input.getAttribute('aria-describedby') ?? '')
      .split(/\s+/)
      .filter(
        (id) => id && !id.startsWith(this.#prefix) && !ours.includes(id) && id !== this.error.id,
      );
    const described = [...theirs, ...ours].join(' ');
    if (described) input.setAttribute('aria-describedby', described);
    else input.removeAttribute('aria-describedby');
  }

  get #prefix(): string {
    return `${this.#host.localName}-`;
  }

  /** Does not use `input.labels`: Firefox caches it, even after a label's `for` has changed. */
  #hasOtherLabel(own: HTMLElement | null): boolean {
    const tree = this.#host.getRootNode() as ParentNode & Node;
    const labels = [...tree.querySelectorAll('label')];
    return labels.some((label) => label !== own && label.control === this.input);
  }

  #slotted(slot: string): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>(`:scope > [slot="${slot}"]`);
  }

  #create<Name extends 'label' | 'input' | 'div'>(
    name: Name,
    slot: string,
  ): HTMLElementTagNameMap[Name] {
    const part = document.createElement(name);
    part.slot = slot;
    this.#created.add(part);
    this.#host.append(part);
    return part;
  }

  /** Makes an input a child of the host, where it can be slotted. */
  #moveToHost(input: HTMLInputElement): void {
    const { selectionStart: start, selectionEnd: end } = input;
    if (input.matches(':focus')) this.#interrupted = { start, end };
    this.#host.append(input);
  }

  /**
   * Sets a text only if it differs from the last one. A live region announces every change, and a
   * browser's translation of the text must not be undone (case 75).
   */
  #write(part: HTMLElement, text: string): void {
    const isThere = this.#texts.get(part) === text || part.textContent === text;
    this.#texts.set(part, text);
    if (!isThere) part.textContent = text;
  }

  /** Replaces an input by one of the author that came later, from the parser or a framework. */
  #replaceInput(old: HTMLInputElement, input: HTMLInputElement): void {
    if (old.value !== old.defaultValue) input.value = old.value;
    if (this.#created.has(old)) old.remove();
  }

  /** Returns the part's id. Creates one if it has none, or if a cloned element duplicated ours. */
  #identify(part: HTMLElement, role: string): string {
    const root = part.getRootNode() as Partial<Document | ShadowRoot>;
    const isTaken = () => {
      const first = root.getElementById?.(part.id);
      return Boolean(first) && first !== part;
    };
    while (!part.id || (part.id.startsWith(this.#prefix) && isTaken())) {
      lastNumber += 1;
      part.id = `${this.#prefix}${role}-${lastNumber}`;
    }
    return part.id;
  }
}
