import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { copyText } from './copy-text.js';
import { msg } from '../../../localization/msg.js';

/** How long "copied" stays, in milliseconds: long enough to read, short enough to be about now. */
const SHOWN_FOR = 4000;

type Outcome = 'copied' | 'selected' | 'refused';

/**
 * Owns: one button that copies a text, and what it says about it.
 * Why like this: the text is handed over at the press and kept nowhere (ARCHITECTURE.md, decision 2).
 */
export class CopyButton implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #outcome: Outcome | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the presses: an answer to one before the last, or from before a removal, is dropped. */
  #press = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** There is another text to copy, or none: what was said of the last one is not true of it (C14). */
  forget(): void {
    this.#press += 1;
    clearTimeout(this.#timer);
    this.#outcome = undefined;
  }

  /**
   * @param label What the button says.
   * @param text The text to copy.
   * @param visible Where the text stands. When the browser refuses to copy, it is selected there, so
   *   that Ctrl+C or a long press is all that is left to do (C14).
   */
  render(label: string, text: string, visible?: () => Element | null | undefined): TemplateResult {
    return html`<button
        class="button"
        type="button"
        part="button copy"
        @click=${() => this.#copy(text, visible?.())}
      >
        ${label}
      </button>
      <span class="copy-outcome copy-outcome--${this.#outcome ?? 'none'}" role="status"
        >${this.#renderOutcome()}</span
      >`;
  }

  #renderOutcome(): string | typeof nothing {
    switch (this.#outcome) {
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

  async #copy(text: string, visible: Element | null | undefined): Promise<void> {
    const press = ++this.#press;
    // The same words again are announced only when they were away in between (A8).
    this.#say(undefined);
    const isCopied = await copyText(text);
    if (press !== this.#press) return;
    this.#say(isCopied ? 'copied' : visible && select(visible) ? 'selected' : 'refused');
    if (isCopied) this.#timer = setTimeout(() => this.#say(undefined), SHOWN_FOR);
  }

  #say(outcome: Outcome | undefined): void {
    clearTimeout(this.#timer);
    this.#outcome = outcome;
    this.#host.requestUpdate();
  }
}

/**
 * Selects all of an element, in a shadow tree too: `selectAllChildren` and `addRange` stop at its edge.
 *
 * @returns Whether there is a selection in the page now.
 */
function select(element: Element): boolean {
  const selection = getSelection();
  if (!selection) return false;
  selection.setBaseAndExtent(element, 0, element, element.childNodes.length);
  return selection.rangeCount > 0;
}
