import { CSSResult, type LitElement, type PropertyValues } from 'lit';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { styleSheetFor } from '../../../styles/style-sheet-for.js';
import { HydratedElement } from './hydrated-element.js';

/**
 * An element that may be in the page before its definition arrives. What a script or a framework has set
 * until then counts: every property, also one that Lit does not know. A later change wins, also before
 * the first render.
 */
export abstract class UpgradedElement extends HydratedElement {
  /**
   * The properties that hold a secret, and how each is read from an attribute of its name. No page should
   * have such an attribute, but server rendering makes one of a property. It is removed at once.
   *
   * @internal
   */
  static readonly secretAttributes: Readonly<Record<string, (text: string) => unknown>> = {};

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...Object.keys(this.secretAttributes)];
  }

  #isTakenOver = false;
  /** The changes of the update that is only begun. */
  #begun: PropertyValues | undefined;
  #hasReported = false;

  override connectedCallback(): void {
    if (!this.#isTakenOver) {
      this.#isTakenOver = true;
      this.#takeOverReactiveProperties();
      takeOverProperties(this);
    }
    super.connectedCallback();
  }

  /** Adopts the styles again: another document drops those of the old one. */
  adoptedCallback(): void {
    if (!this.shadowRoot) return;
    const { elementStyles } = this.constructor as typeof LitElement;
    this.shadowRoot.adoptedStyleSheets = elementStyles.flatMap((styles) => {
      const sheet = styles instanceof CSSResult && styleSheetFor(styles, this.ownerDocument);
      return sheet ? [sheet] : [];
    });
  }

  /** The update that only begins needs no shadow tree. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.#begun ? this : super.createRenderRoot();
  }

  override attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    const { secretAttributes } = this.constructor as typeof UpgradedElement;
    const read = secretAttributes[name];
    if (!read) super.attributeChangedCallback(name, old, text);
    else if (text !== null) this.#takeSecret(name, read(text));
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#begun) return super.shouldUpdate(changed);
    this.#begun = changed;
    return false;
  }

  /**
   * Lit sets the properties that it found on the element when its first update begins, which may be
   * seconds later and would undo what was set in between. So an update begins now, and ends there.
   */
  #takeOverReactiveProperties(): void {
    this.#begun = new Map();
    this.performUpdate();
    const changed = this.#begun;
    this.#begun = undefined;
    Reflect.deleteProperty(this, 'renderRoot');
    this.requestUpdate();
    for (const [name, old] of changed) this.requestUpdate(name, old);
  }

  /** Removes an attribute, and uses its value unless the page has set the property too. */
  #takeSecret(name: string, value: unknown): void {
    if (value !== undefined && !Object.hasOwn(this, name)) Reflect.set(this, name, value);
    // Runs the other callbacks of an upgrade too, so a property that the page has set counts from here on.
    this.removeAttribute(name);
    if (this.#hasReported) return;
    this.#hasReported = true;
    reportMisconfiguration(
      this.localName,
      `The attribute "${name}" held a secret and was removed: set the property "${name}" in a script.`,
    );
  }
}

/** Sets each property again that the element had before its class, and that now hides an accessor of it. */
function takeOverProperties(element: HTMLElement): void {
  for (const name of Object.getOwnPropertyNames(element)) {
    if (!isAccessor(Object.getPrototypeOf(element), name)) continue;
    const value: unknown = Reflect.get(element, name);
    // One that can only be read is not set, and shows again.
    if (Reflect.deleteProperty(element, name)) Reflect.set(element, name, value);
  }
}

function isAccessor(prototype: unknown, name: string): boolean {
  for (let at = prototype; at instanceof Object; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return !('value' in found);
  }
  return false;
}
