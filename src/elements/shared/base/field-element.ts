import { html, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { ThemedElement } from './themed-element.js';
import { ErrorAnnouncement } from './error-announcement.js';
import { FieldParts } from './field-parts.js';
import { fieldStyles } from './field-element.styles.js';

/** The properties that are passed on to the input under the same name. */
const PASSED_ON = ['name', 'required', 'disabled', 'readonly'] as const;

/** Which properties changed, and from what. */
export type Changes<Field> = Pick<PropertyValues<Field>, 'has' | 'get'>;

/** Stands for a first update, in which everything has changed. */
const everything: Changes<object> = { has: () => true, get: () => undefined };

/**
 * A field whose label, input, hint and error are real elements in the page's own tree, made here or
 * written by the author; the shadow tree only paints around them. The input itself takes part in the
 * form: its name, value, validity and reset are the browser's.
 *
 * Setting a property raises no event.
 *
 * @slot label - The label
 * @slot input - The real input
 * @slot hint - A sentence of help
 * @slot error - The live region of the error
 * @csspart control - What is painted around the input
 * @cssstate invalid - There is an error; in browsers of 2024 and newer
 */
export class FieldElement extends ThemedElement {
  static override styles = [tokens, fieldStyles];

  /** The label's text. Left out where the author labels the input, here or elsewhere. */
  @property() label = '';

  /** A sentence of help below the field. */
  @property() hint = '';

  /** What is wrong, as a sentence; announced once. Goes at the next edit (case 64), or set it to ''. */
  @property() error = '';

  /** The value at the start and after a reset, as in HTML; the live value never becomes an attribute. */
  @property({ attribute: 'value' }) defaultValue?: string;

  /** The input's name in the form. */
  @property() name?: string;

  /** Whether the form asks for a value. */
  @property({ type: Boolean }) required = false;

  /** Whether the field is out of use, and out of the form. */
  @property({ type: Boolean }) disabled = false;

  /** Whether the value can be read and copied only. */
  @property({ type: Boolean }) readonly = false;

  /** The id of the form that the input belongs to, where it stands outside that form (case 57). */
  @property({ attribute: 'form' }) formId?: string;

  readonly #parts = new FieldParts(this);
  readonly #announcement = new ErrorAnnouncement(this, this.#parts);
  readonly #internals = this.attachInternals();
  readonly #surroundings = new MutationObserver(() => this.requestUpdate());
  #connection: AbortController | undefined;
  #configured: HTMLInputElement | undefined;

  constructor() {
    super();
    this.addEventListener('input', this.#handleEdit);
  }

  /** The real input, in the page's own tree. */
  get input(): HTMLInputElement {
    return this.#parts.input;
  }

  /** What is in the input. A property only. */
  get value(): string {
    return this.input.value;
  }

  set value(value: string | null | undefined) {
    this.input.value = value ?? '';
    this.requestUpdate();
  }

  /** Puts the focus in the input. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  /** Puts the focus in the input and selects what is in it. */
  select(): void {
    this.input.focus();
    this.input.select();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const reread = () => this.reread();
    // A reset sends the input no event, and comes after its own event: look in a later task.
    this.getRootNode().addEventListener('reset', () => setTimeout(reread), { signal });
    this.ownerDocument.defaultView?.addEventListener('pageshow', reread, { signal });
    // A secret is not brought back from the history (case 56, C11).
    this.ownerDocument.defaultView?.addEventListener('pagehide', () => this.wipe(), { signal });
    this.#surroundings.observe(this, { childList: true });
    this.#observeFieldsets();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#surroundings.disconnect();
  }

  /** The text for the label; a kind of field that always means the same has words of its own. */
  protected get defaultLabel(): string {
    return this.label;
  }

  /** The input's value was changed without an event; look at it again. */
  protected reread(): void {
    this.requestUpdate();
  }

  /** Back to the default value; the page is being left. */
  protected wipe(): void {
    this.value = this.input.defaultValue;
  }

  /** Puts on the input what this kind of field needs. */
  protected configure(input: HTMLInputElement, changed: Changes<this>): void {
    if (changed.has('defaultValue') && this.defaultValue !== undefined) {
      input.defaultValue = this.defaultValue;
    }
    if (changed.has('formId') && this.formId !== undefined) input.setAttribute('form', this.formId);
    for (const name of PASSED_ON) {
      // Until the host says so, what an author wrote on the input stays.
      if (!changed.has(name) || (!this[name] && changed.get(name) === undefined)) continue;
      if (name === 'name') input.name = this.name ?? '';
      else input.toggleAttribute(name, this[name]);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { input } = this;
    // An input that took the place of another is told everything, not only what changed.
    this.configure(input, input === this.#configured ? changed : everything);
    this.#configured = input;
    // An error that the server wrote into the page is this field's error.
    if (!this.hasUpdated && !this.error) this.error = this.#parts.error.textContent.trim();
    // For the page only; what the field paints does not wait for it. Browsers older than 2024 have no
    // custom states, or refuse this name.
    if (CSS.supports('selector(:state(invalid))')) {
      this.#internals.states[this.error ? 'add' : 'delete']('invalid');
    }
  }

  protected override updated(): void {
    this.#parts.setLabel(this.label || this.defaultLabel);
    this.#parts.setHint(this.hint);
    this.#announcement.show(this.error);
    this.#parts.restoreFocus();
    this.#surroundings.takeRecords();
  }

  protected override firstUpdated(): void {
    const active = this.ownerDocument.activeElement;
    if (this.autofocus && (!active || active === this.ownerDocument.body)) this.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <slot name="label"></slot>
      ${this.renderControl()}
      <div class=${classMap({ error: true, 'error--shown': this.error !== '' })}>
        ${svg`<svg class="error-mark" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="1.75"></circle>
          <path d="M10 5.75v5M10 13.6v.65" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"></path>
        </svg>`}
        <slot name="error"></slot>
      </div>
      <slot name="hint"></slot>
    `;
  }

  protected renderControl(): TemplateResult {
    return html`<div class="control" part="control"><slot name="input"></slot></div>`;
  }

  /** A fieldset that is disabled disables the input and tells nobody (S7). */
  #observeFieldsets(): void {
    let fieldset = this.closest('fieldset');
    while (fieldset) {
      this.#surroundings.observe(fieldset, { attributeFilter: ['disabled'] });
      fieldset = fieldset.parentElement?.closest('fieldset') ?? null;
    }
  }

  #handleEdit = (event: Event): void => {
    if (event.target === this.input) this.error = '';
  };
}
