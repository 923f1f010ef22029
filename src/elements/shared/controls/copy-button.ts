import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { msg } from '../../../localization/msg.js';
import { selectContent } from './select-content.js';

/** Milliseconds that "copied" is shown: long enough to read, short enough to be about this press. */
const SHOWN_FOR = 4000;

type CopyResult = 'copied' | 'selected' | 'refused';

/**
 * Renders a button that copies a text, and the result beside it. The text is passed at each render
 * and stored nowhere (ARCHITECTURE.md, decision 2).
 *
 * @example
 * ```ts
 * #copyButton = new CopyButton(this);
 *
 * render() {
 *   return html`<code>${this.key}</code> ${this.#copyButton.render('Copy', this.key, 'code')}`;
 * }
 * ```
 */
export class CopyButton implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #result: CopyResult | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The number of presses. The result of any press but the last, or from before a removal, is ignored. */
  #presses = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Forgets the result, because the text changed or was removed (C14). */
  forget(): void {
    this.#presses += 1;
    clearTimeout(this.#timer);
    this.#result = undefined;
  }

  /**
   * Renders the button and the result of the last press.
   *
   * @param text The text to copy.
   * @param shownIn Matches what shows the text in the host. If the browser refuses to copy, the text is
   *   selected there, so that only Ctrl+C or a long press is left to do (C14).
   */
  render(label: string, text: string, shownIn: string): TemplateResult {
    return html`<button
        class="button"
        type="button"
        part="button copy"
        @click=${() => this.#copy(text, shownIn)}
      >
        ${label}
      </button>
      <span class="copy-outcome copy-outcome--${this.#result ?? 'none'}" role="status"
        >${this.#renderResult()}</span
      >`;
  }

  #renderResult(): string | typeof nothing {
    switch (this.#result) {
      case 'copied':
        return msg('Copied', {
          id: 'copy.done',
          desc: 'Copy button: the text is on the clipboard',
        });
      case 'selected':
        return msg('Copying is not possible here. The text is selected now: copy it yourself.', {
          id: 'copy.selected',
          desc: 'Copy button: the browser does not allow it, so the text has been selected',
        });
      case 'refused':
        return msg('Copying is not possible here. Select the text and copy it yourself.', {
          id: 'copy.refused',
          desc: 'Copy button: the browser does not allow it',
        });
      case undefined:
        return nothing;
    }
  }

  async #copy(text: string, shownIn: string): Promise<void> {
    const press = ++this.#presses;
    // A live region announces the same text again only if it was empty in between (A8).
    this.#show(undefined);
    const isCopied = await copyText(text);
    if (press !== this.#presses) return;
    this.#show(isCopied ? 'copied' : this.#select(shownIn) ? 'selected' : 'refused');
    if (isCopied) this.#timer = setTimeout(() => this.#show(undefined), SHOWN_FOR);
  }

  #select(shownIn: string): boolean {
    const shown = this.#host.shadowRoot?.querySelector(shownIn);
    return Boolean(shown && selectContent(shown));
  }

  #show(result: CopyResult | undefined): void {
    clearTimeout(this.#timer);
    this.#result = result;
    this.#host.requestUpdate();
  }
}

/**
 * Puts a text on the clipboard.
 *
 * The clipboard is not emptied afterwards (C15): to check that it still holds this text the browser
 * would ask the user for permission to read it, and emptying it unchecked could destroy something else.
 *
 * @returns Whether the text is on the clipboard. `false` if the browser, or a policy of the page or of
 *   the frame around it, refuses, or if there is no clipboard (C14, C16).
 */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
