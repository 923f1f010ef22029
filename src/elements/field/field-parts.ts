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
  #input: HTMLInputElement | undefined;
  #error: HTMLElement | undefined;

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
    // Only a direct child can be slotted; an author's `<label>Code <input></label>` is taken apart.
    if (input.parentNode !== this.#host) this.#host.append(input);
    this.#input = input;
    return input;
  }

  /** The live region for the error. It stands before its text does (A8). */
  get error(): HTMLElement {
    if (this.#error?.parentNode !== this.#host) {
      this.#error = this.#slotted('error') ?? this.#make('div', 'error');
    }
    if (!this.#error.hasAttribute('role')) this.#error.setAttribute('role', 'alert');
    return this.#error;
  }

  /** Names the input, unless the author did: with a label here or elsewhere, or with `aria-*`. */
  setLabel(text: string): void {
    const { input } = this;
    const own = this.#slotted('label') ?? this.#host.querySelector<HTMLElement>(':scope > label');
    const elsewhere = [...(input.labels ?? [])].some((label) => label !== own);
    const named = elsewhere || input.matches('[aria-label], [aria-labelledby]');
    if (own && this.#made.has(own)) {
      if (named || !text) own.remove();
      else write(own, text);
    } else if (own) {
      own.slot = 'label';
    } else if (text && !named) {
      write(this.#make('label', 'label'), text);
    }
  }

  /** Shows a hint, unless the author wrote one. */
  setHint(text: string): void {
    const hint = this.#slotted('hint');
    if (!hint && text) write(this.#make('div', 'hint'), text);
    else if (hint && this.#made.has(hint)) write(hint, text);
  }

  /** Shows an error, which makes the input invalid to assistive technology; '' takes both away. */
  setError(text: string): void {
    write(this.error, text);
    if (text) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  /** Ties label, hint and error to the input by ids of which the tree has no second. */
  tie(): void {
    const { input } = this;
    const label = this.#slotted('label');
    if (label instanceof HTMLLabelElement) label.htmlFor = this.#identify(input, 'input');
    const ours = [this.#slotted('hint'), this.error]
      .filter((part) => part?.textContent.trim())
      .map((part) => (part ? this.#identify(part, part.slot) : ''));
    const theirs = (input.getAttribute('aria-describedby') ?? '')
      .split(/\s+/)
      .filter((id) => id && !id.startsWith(this.#prefix) && !ours.includes(id));
    const described = [...theirs, ...ours].join(' ');
    if (described) input.setAttribute('aria-describedby', described);
    else input.removeAttribute('aria-describedby');
  }

  get #prefix(): string {
    return `${this.#host.localName}-`;
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

/** Touches the text only when it differs: a live region is read out at every change. */
function write(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text;
}
