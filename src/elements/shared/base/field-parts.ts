let lastNumber = 0;

/**
 * The label, input, hint and error of one field, as direct children of its element in the page's own
 * tree, where labels, forms, password managers and code fill find them.
 *
 * Owns making the parts the author left out, adopting those that were written, and their ids and
 * `aria-*`. Does not own what they look like. What an author wrote keeps its attributes and words.
 */
export class FieldParts {
  readonly #host: HTMLElement;
  readonly #made = new WeakSet<Element>();
  readonly #texts = new WeakMap<Element, string>();
  #input: HTMLInputElement | undefined;
  #error: HTMLElement | undefined;
  /** The caret of whoever was typing in an input that was moved. */
  #interrupted: { readonly start: number | null; readonly end: number | null } | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The one real input: the author's as soon as there is one, otherwise ours. */
  get input(): HTMLInputElement {
    const present = [...this.#host.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
    const written = present.find((it) => !this.#made.has(it));
    const input = written ?? present[0] ?? this.#make('input', 'input');
    if (input === this.#input) return input;
    if (this.#input) this.#replaceInput(this.#input, input);
    input.slot = 'input';
    this.#input = input;
    // Only a direct child can be slotted; an author's `<label>Code <input></label>` is taken apart.
    if (input.parentNode !== this.#host) this.#bringHome(input);
    return input;
  }

  /** Where the error stands. It is there before its text is (A8). */
  get error(): HTMLElement {
    if (this.#error?.parentNode !== this.#host) {
      this.#error = this.#slotted('error') ?? this.#make('div', 'error');
    }
    return this.#error;
  }

  /** Gives the focus back to whoever was typing when the input was moved; once it is painted. */
  restoreFocus(): void {
    if (!this.#interrupted) return;
    const { start, end } = this.#interrupted;
    this.#interrupted = undefined;
    this.input.focus({ preventScroll: true });
    if (start !== null) this.input.setSelectionRange(start, end);
  }

  /** Names the input, unless the author did: with a label here or elsewhere, or with `aria-*`. */
  setLabel(text: string): void {
    const { input } = this;
    const own = this.#slotted('label') ?? this.#host.querySelector<HTMLElement>(':scope > label');
    const named = this.#hasLabelBeside(own) || input.matches('[aria-label], [aria-labelledby]');
    if (own && this.#made.has(own)) {
      if (named || !text) own.remove();
      else this.#write(own, text);
    } else if (own) {
      own.slot = 'label';
    } else if (text && !named) {
      this.#write(this.#make('label', 'label'), text);
    }
  }

  /** Shows a hint, unless the author wrote one. */
  setHint(text: string): void {
    const hint = this.#slotted('hint');
    if (!hint && text) this.#write(this.#make('div', 'hint'), text);
    else if (hint && this.#made.has(hint)) this.#write(hint, text);
  }

  /** Shows an error, which makes the input invalid to assistive technology; '' takes both away. */
  setError(text: string): void {
    this.#write(this.error, text);
    if (text) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  /** Makes the error's place a live region, which is read out when a text comes into it, or not. */
  setLive(isLive: boolean): void {
    const { error } = this;
    if (isLive && !error.hasAttribute('role')) error.setAttribute('role', 'alert');
    if (!isLive && error.getAttribute('role') === 'alert') error.removeAttribute('role');
  }

  /**
   * Ties label and hint to the input by ids of which the tree has no second.
   *
   * @param withError Ties the error too.
   */
  tie(withError: boolean): void {
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

  /** Not `input.labels`: Firefox keeps what that once answered, also after a label's `for` changed. */
  #hasLabelBeside(own: HTMLElement | null): boolean {
    const tree = this.#host.getRootNode() as ParentNode & Node;
    const labels = [...tree.querySelectorAll('label')];
    return labels.some((label) => label !== own && label.control === this.input);
  }

  #slotted(slot: string): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>(`:scope > [slot="${slot}"]`);
  }

  #make<Name extends 'label' | 'input' | 'div'>(
    name: Name,
    slot: string,
  ): HTMLElementTagNameMap[Name] {
    const part = document.createElement(name);
    part.slot = slot;
    this.#made.add(part);
    this.#host.append(part);
    return part;
  }

  /** Moves an input to where it can be slotted. */
  #bringHome(input: HTMLInputElement): void {
    const { selectionStart: start, selectionEnd: end } = input;
    if (input.matches(':focus')) this.#interrupted = { start, end };
    this.#host.append(input);
  }

  /**
   * Touches the text only when it is another one. A live region is read out at every change, and
   * what a browser's translation has made of the text is not to be undone (case 75).
   */
  #write(part: HTMLElement, text: string): void {
    const isThere = this.#texts.get(part) === text || part.textContent === text;
    this.#texts.set(part, text);
    if (!isThere) part.textContent = text;
  }

  /** An author's input that came later, from the parser or a framework, takes over from ours. */
  #replaceInput(old: HTMLInputElement, input: HTMLInputElement): void {
    if (old.value !== old.defaultValue) input.value = old.value;
    if (this.#made.has(old)) old.remove();
  }

  /** The part's id; a new one where it has none, or where a copy of the element brought ours twice. */
  #identify(part: HTMLElement, role: string): string {
    const root = part.getRootNode() as Partial<Document | ShadowRoot>;
    const taken = () => {
      const first = root.getElementById?.(part.id);
      return Boolean(first) && first !== part;
    };
    while (!part.id || (part.id.startsWith(this.#prefix) && taken())) {
      lastNumber += 1;
      part.id = `${this.#prefix}${role}-${lastNumber}`;
    }
    return part.id;
  }
}
