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

  #hasTakenOver = false;
  /** The changes of an update that was started only to take over properties. */
  #takenChanges: PropertyValues | undefined;
  #hasReported = false;

  override connectedCallback(): void {
    if (!this.#hasTakenOver) {
      this.#hasTakenOver = true;
      this.#takeOverReactiveProperties();
      takeOverProperties(this);
    }
    super.connectedCallback();
  }

  /** Adopts the styles again: another document drops those of the old one. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#adoptStyles(this.shadowRoot);
  }

  #adoptStyles(tree: ShadowRoot): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    tree.adoptedStyleSheets = elementStyles.flatMap((styles) => {
      const sheet = styles instanceof CSSResult && styleSheetFor(styles, this.ownerDocument);
      return sheet ? [sheet] : [];
    });
  }

  /** The update that takes over properties needs no shadow tree. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.#takenChanges) return this;
    if (this.ownerDocument.defaultView === globalThis.window) return super.createRenderRoot();
    // Lit would take the style sheets of this document, which another one refuses.
    const tree = this.attachShadow((this.constructor as typeof LitElement).shadowRootOptions);
    this.#adoptStyles(tree);
    return tree;
  }

  override attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    const { secretAttributes } = this.constructor as typeof UpgradedElement;
    const read = secretAttributes[name];
    if (!read) super.attributeChangedCallback(name, old, text);
    else if (text !== null) this.#takeSecret(name, read(text));
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (!this.#takenChanges) return super.shouldUpdate(changed);
    this.#takenChanges = changed;
    return false;
  }

  /**
   * Lit sets the properties that it found on the element when its first update begins, which may be
   * seconds later and would undo what was set in between. So an update starts now, and stops before it renders.
   */
  #takeOverReactiveProperties(): void {
    this.#takenChanges = new Map();
    this.performUpdate();
    const changed = this.#takenChanges;
    this.#takenChanges = undefined;
    Reflect.deleteProperty(this, 'renderRoot');
    this.requestUpdate();
    for (const [name, old] of changed) this.requestUpdate(name, old);
  }

  /** Removes an attribute, and uses its value unless the page has set the property too. */
  #takeSecret(name: string, value: unknown): void {
    if (value !== undefined && !Object.hasOwn(this, name)) Reflect.set(this, name, value);
    // During an upgrade this calls connectedCallback() at once, which takes over what the page has set.
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
