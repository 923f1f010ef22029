import { writeAttribute } from '../page/write-attribute.js';
import { isAuthored, type PlacedChildren } from './placed-children.js';

/** The attributes with which an author names a field on its element. */
export const NAME_ATTRIBUTES = ['aria-label', 'aria-labelledby'] as const;

const idsIn = (element: Element): string[] =>
  (element.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);

/** The parts around the input, by the name of their slot. */
const TEXT_PARTS = { label: 'label', hint: 'div', error: 'div' } as const;

type TextPart = keyof typeof TEXT_PARTS;

let lastId = 0;

/**
 * Holds the label, input, hint and error of one field: direct children of its element in the page's
 * own tree, where labels, forms, password managers and code autofill find them.
 *
 * Creates the parts that the author left out, adopts those that the author wrote as they come and go, and
 * sets their ids and `aria-*`. What an author wrote keeps its attributes and texts.
 */
export class FieldParts {
  readonly #host: HTMLElement;
  readonly #children: PlacedChildren;
  readonly #own = new Map<TextPart, HTMLElement>();
  readonly #texts = new WeakMap<Element, string>();
  #ownInput: HTMLInputElement | undefined;
  #input: HTMLInputElement | undefined;
  /** The attributes that name the input and were given to its element. */
  readonly #forwarded = new Map<string, string>();
  #forwardedIds: readonly string[] = [];

  constructor(host: HTMLElement, children: PlacedChildren) {
    this.#host = host;
    this.#children = children;
  }

  /** The one real input: the author's as soon as there is one, otherwise a created one. */
  get input(): HTMLInputElement {
    const authored = this.authoredInput;
    if (this.#ownInput === authored) this.#ownInput = undefined;
    const input = authored ?? (this.#ownInput ??= this.#children.create('input'));
    if (input === this.#input) return input;
    if (this.#input) this.#replaceInput(this.#input, input);
    this.#input = input;
    this.#children.watch(input, { attributes: true });
    this.#showInput(input);
    return input;
  }

  /** The input that the author wrote, if there is one. */
  get authoredInput(): HTMLInputElement | undefined {
    return this.#authored<HTMLInputElement>('input:not([type=hidden])');
  }

  /** The place of the error. It exists before it has a text (A8). */
  get error(): HTMLElement {
    return this.#slotted('error') ?? this.#place('error');
  }

  /** Copies the names that the element was given to the input, and removes those that are gone. */
  forwardNames(given: ReadonlyMap<string, string>): void {
    const { input } = this;
    for (const name of NAME_ATTRIBUTES) {
      const value = given.get(name);
      const before = this.#forwarded.get(name);
      if (value) {
        writeAttribute(input, name, value);
        this.#forwarded.set(name, value);
      } else if (before !== undefined) {
        if (input.getAttribute(name) === before) input.removeAttribute(name);
        this.#forwarded.delete(name);
      }
    }
  }

  /** Labels the input, unless the author did: with a label here or elsewhere, or with `aria-*`. */
  setLabel(text: string): void {
    const { input } = this;
    this.#showInput(input);
    const authored = this.#authored(':scope > [slot=label], :scope > label');
    const isNamed =
      this.#hasOtherLabel(authored) ||
      (this.#forwarded.size === 0 && input.matches('[aria-label], [aria-labelledby]'));
    if (authored) this.#children.adopt(authored, 'label');
    if (text && !authored && !isNamed) this.#write(this.#place('label'), text);
    else this.#release('label');
  }

  /** Shows a hint, unless the author wrote one. */
  setHint(text: string): void {
    if (text && !this.#slotted('hint')) this.#write(this.#place('hint'), text);
    else this.#release('hint');
  }

  /** Shows an error and makes the input invalid to assistive technology; '' removes both. */
  setError(text: string): void {
    this.#write(this.error, text);
    writeAttribute(this.input, 'aria-invalid', text ? 'true' : undefined);
  }

  /** Makes the place of the error a live region or not. */
  setLive(isLive: boolean): void {
    const { error } = this;
    if (isLive && !error.hasAttribute('role')) error.setAttribute('role', 'alert');
    if (!isLive && error.getAttribute('role') === 'alert') error.removeAttribute('role');
  }

  /**
   * Links the label, the hint and what describes the element to the input by ids that are unique in the tree.
   *
   * @param withError Whether to link the error too.
   */
  linkParts(withError: boolean): void {
    const { input } = this;
    const label = this.#shown('label');
    if (label instanceof HTMLLabelElement) {
      writeAttribute(label, 'for', this.#identify(input, 'input'));
    }
    const ours = [this.#shown('hint'), withError ? this.error : undefined].flatMap((part) =>
      part?.textContent.trim() ? this.#identify(part, part.slot) : [],
    );
    const given = idsIn(this.#host);
    const theirs = idsIn(input).filter(
      (id) =>
        !id.startsWith(this.#prefix) && id !== this.error.id && !this.#forwardedIds.includes(id),
    );
    this.#forwardedIds = given;
    const described = [...new Set([...theirs, ...given, ...ours])].join(' ');
    writeAttribute(input, 'aria-describedby', described || undefined);
  }

  get #prefix(): string {
    return `${this.#host.localName}-`;
  }

  /** Does not use `input.labels`: Firefox caches it, even after a label's `for` has changed. */
  #hasOtherLabel(authored: HTMLElement | undefined): boolean {
    const tree = this.#host.getRootNode() as ParentNode & Node;
    const labels = [...tree.querySelectorAll('label')];
    return labels.some(
      (label) =>
        label !== authored && label !== this.#own.get('label') && label.control === this.input,
    );
  }

  #authored<Found extends HTMLElement>(selector: string): Found | undefined {
    return [...this.#host.querySelectorAll<Found>(selector)].find(isAuthored);
  }

  /** Returns the author's element in a slot. */
  #slotted(slot: TextPart): HTMLElement | undefined {
    return this.#authored(`:scope > [slot="${slot}"]`);
  }

  /** Returns the part that shows: the author's, or the one that was created here. */
  #shown(name: TextPart): HTMLElement | undefined {
    const own = this.#own.get(name);
    return this.#slotted(name) ?? (own && this.#children.has(own) ? own : undefined);
  }

  #place(name: TextPart): HTMLElement {
    const own = this.#own.get(name);
    const part = own && !isAuthored(own) ? own : this.#children.create(TEXT_PARTS[name]);
    this.#own.set(name, part);
    this.#children.watch(part, { childList: true, attributes: true });
    this.#children.place(part, name);
    return part;
  }

  #release(name: TextPart): void {
    const part = this.#own.get(name);
    if (part) this.#children.release(part);
  }

  /**
   * Sets a text only if it differs from the last one. A live region announces every change, and a
   * browser's translation of the text must not be undone (case 75).
   */
  #write(part: HTMLElement, text: string): void {
    const { textContent } = part;
    const isTranslated = this.#texts.get(part) === text && textContent !== '';
    this.#texts.set(part, text);
    if (textContent !== text && !isTranslated) part.textContent = text;
  }

  /** Only a direct child can be slotted, so an author's `<label>Code <input></label>` is taken apart. */
  #showInput(input: HTMLInputElement): void {
    if (input === this.#ownInput) this.#children.place(input, 'input');
    else this.#children.adopt(input, 'input');
  }

  /** Replaces the input by another one, with what was typed and the focus. */
  #replaceInput(old: HTMLInputElement, input: HTMLInputElement): void {
    if (old.value !== old.defaultValue) input.value = old.value;
    this.#children.passFocus(old, input);
    this.#children.release(old);
  }

  /** Returns the part's id. Creates one if it has none, or if a cloned element duplicated ours. */
  #identify(part: HTMLElement, role: string): string {
    const root = part.getRootNode() as Partial<Document | ShadowRoot>;
    const isTaken = () => {
      const first = root.getElementById?.(part.id);
      return Boolean(first) && first !== part;
    };
    while (!part.id || (part.id.startsWith(this.#prefix) && isTaken())) {
      lastId += 1;
      part.id = `${this.#prefix}${role}-${lastId}`;
    }
    return part.id;
  }
}
