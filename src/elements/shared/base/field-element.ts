import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ForgetController } from '../../../flow/forget-controller.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { ThemedElement } from './themed-element.js';
import { ErrorAnnouncement } from './error-announcement.js';
import { FieldParts, NAME_ATTRIBUTES } from './field-parts.js';
import { classNames } from '../controls/class-names.js';
import { bringIntoView } from '../page/bring-into-view.js';
import { hideFromRecorders } from '../page/hide-from-recorders.js';
import { writeAttribute } from '../page/write-attribute.js';
import { fieldStyles } from './field-element.styles.js';
import { isAuthored, PlacedChildren } from './placed-children.js';

/** The properties that the input has under the same name. */
const INPUT_PROPERTIES = ['name', 'required', 'disabled', 'readonly'] as const;

/** The attributes of the element that name and describe its input. */
const FORWARDED_ATTRIBUTES: readonly string[] = [...NAME_ATTRIBUTES, 'aria-describedby'];

/** The properties that changed, and their old values. */
export type Changes<Field> = Pick<PropertyValues<Field>, 'has' | 'get'>;

/** A first update, in which every property has changed. */
const everything: Changes<object> = { has: () => true, get: () => undefined };

/**
 * A field whose label, input, hint and error are real elements in the page's own tree, created here or
 * written by the author. The shadow tree only paints around them. The input itself takes part in the
 * form: the browser handles its name, value, validity and reset.
 *
 * Setting a property fires no event. `aria-label`, `aria-labelledby` and `aria-describedby` on the
 * element name and describe the input. The names move there, because an element that has one too is
 * announced as a group of that name (WebKit).
 *
 * @slot label - The label
 * @slot input - The real input
 * @slot hint - A sentence of help
 * @slot error - The live region of the error
 * @csspart control - The box painted around the input
 * @cssstate invalid - There is an error; in browsers of 2024 and newer
 */
export class FieldElement extends ThemedElement {
  static override styles = [tokens, fieldStyles];

  /** The label's text. Left out where the author labels the input, here or elsewhere. */
  @property() label = '';

  /** A sentence of help below the field. */
  @property() hint = '';

  /** The error as a sentence, announced once. The next edit removes it (case 64), and so does ''. */
  @property() error = '';

  /** The value at the start and after a reset, as in HTML; the live value never becomes an attribute. */
  @property({ attribute: 'value' }) defaultValue?: string;

  /** The input's name in the form. */
  @property() name?: string;

  /** Whether the form requires a value. */
  @property({ type: Boolean }) required = false;

  /** Whether the field is disabled, and left out of the form. */
  @property({ type: Boolean }) disabled = false;

  /** Whether the value can only be read and copied. */
  @property({ type: Boolean }) readonly = false;

  /** The id of the form that the input belongs to, if it is outside that form (case 57). */
  @property({ attribute: 'form' }) formId?: string;

  readonly #children = new PlacedChildren(this, (isRestored) => {
    if (isRestored) this.#announcement.reinserted();
    this.#configuredInput = undefined;
    this.requestUpdate();
  });
  readonly #parts = new FieldParts(this, this.#children);
  readonly #announcement = new ErrorAnnouncement(this, this.#parts);
  /** Simulated documents, such as jsdom, have no internals, or none with states. */
  readonly #internals = (this as Partial<HTMLElement>).attachInternals?.();
  readonly #fieldsetObserver = new MutationObserver(() => this.requestUpdate());
  #connection: AbortController | undefined;
  #configuredInput: HTMLInputElement | undefined;
  /** The attributes that name the input and were given to this element. */
  readonly #names = new Map<string, string>();
  /** The value that was set before the element may have an input. */
  #heldValue: string | undefined;

  constructor() {
    super();
    this.addEventListener('input', this.#handleEdit);
    new ForgetController(this, this.#forget);
  }

  /** The real input, in the page's own tree. */
  get input(): HTMLInputElement {
    return this.#parts.input;
  }

  /** The input's value. A property only. */
  get value(): string {
    if (!this.isAwaitingHydration) return this.input.value;
    return this.#heldValue ?? this.#parts.authoredInput?.value ?? '';
  }

  set value(value: string | number | null | undefined) {
    // As an input does, except that `undefined` is empty.
    const text = String(value ?? '');
    if (this.isAwaitingHydration) this.#heldValue = text;
    else this.input.value = text;
    this.requestUpdate();
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...FORWARDED_ATTRIBUTES];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // The removal of a name is our own, or passes through `removeAttribute`.
    if (value !== null ? FORWARDED_ATTRIBUTES.includes(name) : name === 'aria-describedby') {
      this.requestUpdate();
    }
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (this.#names.delete(name)) this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const reread = () => {
      if (!this.isAwaitingHydration) this.reread();
    };
    // A reset fires no event at the input, and happens after its own event: read in a later task.
    this.getRootNode().addEventListener('reset', () => setTimeout(reread), { signal });
    this.ownerDocument.defaultView?.addEventListener('pageshow', reread, { signal });
    this.#observeFieldsets();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#fieldsetObserver.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { input } = this;
    // A framework removes an error with null.
    if (!this.error) this.error = '';
    if (this.#heldValue !== undefined) {
      const value = this.#heldValue;
      this.#heldValue = undefined;
      this.value = value;
    }
    // An input that replaced another one, or was changed by the page, gets every property.
    this.configure(input, input === this.#configuredInput ? changed : everything);
    this.#configuredInput = input;
    // An error that the server rendered into the page is this field's error.
    if (!this.hasUpdated && !this.error) this.error = this.#parts.error.textContent.trim();
    // For the page only: the field's own styles do not depend on it. Browsers older than 2024 have no
    // custom states, or reject this name.
    const states = this.#internals?.states;
    if (states && CSS.supports('selector(:state(invalid))')) {
      states[this.error ? 'add' : 'delete']('invalid');
    }
  }

  protected override firstUpdated(): void {
    const active = this.ownerDocument.activeElement;
    if (this.autofocus && (!active || active === this.ownerDocument.body)) this.focus();
  }

  protected override updated(): void {
    this.#takeNames();
    this.#parts.forwardNames(this.#names);
    const isNamed = [...this.#names.values()].some(Boolean);
    this.#parts.setLabel(this.label || (isNamed ? '' : this.defaultLabel));
    this.#parts.setHint(this.hint);
    this.#announcement.show(this.error);
    this.#children.settle();
  }

  /** Focuses the input. */
  override focus(options?: FocusOptions): void {
    this.#onceHydrated(() => {
      this.input.focus(options);
      if (!options?.preventScroll) bringIntoView(this.input);
    });
  }

  /** Focuses the input and selects its value. */
  select(): void {
    this.#onceHydrated(() => {
      this.focus();
      this.input.select();
    });
  }

  /** The label's text if the page sets none. */
  protected get defaultLabel(): string {
    return this.label;
  }

  /** Reads the input's value again, after a change without an event. */
  protected reread(): void {
    this.requestUpdate();
  }

  /** Restores the default value, because the element or the page is gone. */
  protected wipe(): void {
    this.value = this.input.defaultValue;
  }

  /** Sets the attributes and properties of the input that this kind of field needs. */
  protected configure(input: HTMLInputElement, changed: Changes<this>): void {
    hideFromRecorders(input);
    if (changed.has('defaultValue') && this.defaultValue !== undefined) {
      input.defaultValue = this.defaultValue;
    }
    if (changed.has('formId') && this.formId !== undefined) {
      writeAttribute(input, 'form', this.formId);
    }
    for (const name of INPUT_PROPERTIES) {
      // Until the host sets the property, what an author wrote on the input stays.
      if (!changed.has(name) || (!this[name] && changed.get(name) === undefined)) continue;
      if (name === 'name') input.name = this.name ?? '';
      else input.toggleAttribute(name, this[name]);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <slot name="label"></slot>
      ${this.renderControl()}
      <div class=${classNames({ error: true, 'error--shown': this.error !== '' })}>
        <svg
          class="error-mark"
          viewBox="0 0 20 20"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
        >
          <circle cx="10" cy="10" r="8"></circle>
          <path d="M10 5.75v5M10 13.6v.65"></path>
        </svg>
        <slot name="error"></slot>
      </div>
      <slot name="hint"></slot>
    `;
  }

  protected renderControl(): TemplateResult {
    return html`<div class="control" part="control"><slot name="input"></slot></div>`;
  }

  #onceHydrated(act: () => void): void {
    if (this.isAwaitingHydration) void this.updateComplete.then(() => this.#onceHydrated(act));
    else act();
  }

  #takeNames(): void {
    for (const name of NAME_ATTRIBUTES) {
      const value = this.getAttribute(name);
      if (value === null) continue;
      this.#names.set(name, value);
      super.removeAttribute(name);
    }
  }

  /** Observes the fieldsets around: a disabled one disables the input without an event (S7). */
  #observeFieldsets(): void {
    let fieldset = this.closest('fieldset');
    while (fieldset) {
      this.#fieldsetObserver.observe(fieldset, { attributeFilter: ['disabled'] });
      fieldset = fieldset.parentElement?.closest('fieldset') ?? null;
    }
  }

  /**
   * Wipes what was typed. The history must not bring back a secret (case 56, C11). A field that a form of this
   * library made is wiped by that form, which puts it back when a script of the page has removed it.
   */
  #forget = (): void => {
    if (this.isConnected) this.#wipe();
    // An element around it may still pass the value on to the field that takes its place.
    else if (isAuthored(this)) setTimeout(() => this.isConnected || this.#wipe());
  };

  #wipe(): void {
    this.#heldValue = undefined;
    if (!this.isAwaitingHydration) this.wipe();
  }

  #handleEdit = (event: Event): void => {
    if (!this.isAwaitingHydration && event.target === this.input) this.error = '';
  };
}
