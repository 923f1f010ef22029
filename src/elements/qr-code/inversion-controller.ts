import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells whether a filter around an element inverts its colours, as simple dark modes do with a whole page:
 * `html { filter: invert(1) hue-rotate(180deg) }`.
 *
 * A style sheet can change without any event, and an extension adds its own unseen. So it looks again when
 * the page's root changes, and when the window gets the focus back from where a user switches such a mode.
 *
 * @example
 * ```ts
 * #inversion = new InversionController(this);
 *
 * render() {
 *   return html`<svg class=${this.#inversion.check() ? 'inverted' : ''}></svg>`;
 * }
 * ```
 */
export class InversionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer = new MutationObserver(() => this.#look());
  #isInverted = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Returns whether the colours are inverted now. Call it in each render of what shows, and only there: the browser
   * has to compute the styles of the page for it.
   */
  check(): boolean {
    this.#isInverted = isInverted(this.#host);
    return this.#isInverted;
  }

  hostConnected(): void {
    const { documentElement, head, body } = this.#host.ownerDocument;
    this.#observer.observe(documentElement, { attributes: true });
    // A page may have neither, for as long as a script replaces them.
    for (const part of [head, body] as readonly (Element | null)[]) {
      if (part) this.#observer.observe(part, { attributes: true, childList: part === head });
    }
    for (const event of EVENTS) globalThis.addEventListener(event, this.#look);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    for (const event of EVENTS) globalThis.removeEventListener(event, this.#look);
  }

  readonly #look = (): void => {
    if (isInverted(this.#host) !== this.#isInverted) this.#host.requestUpdate();
  };
}

/** When the filters may have changed. A filter that fades in has its value at the end. */
const EVENTS = ['focus', 'pageshow', 'transitionend'] as const;

function isInverted(element: Element): boolean {
  let inverted = false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    for (const [, amount] of getComputedStyle(at).filter.matchAll(/invert\(([\d.]+%?)\)/g)) {
      if (amount && parseFloat(amount) / (amount.endsWith('%') ? 100 : 1) > 0.5)
        inverted = !inverted;
    }
  }
  return inverted;
}

/** Returns the element around another one as it is painted: through slots, shadow trees and frames. */
function parentOf(element: Element): Element | null {
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return (
    element.assignedSlot ??
    element.parentElement ??
    host ??
    element.ownerDocument.defaultView?.frameElement ??
    null
  );
}
