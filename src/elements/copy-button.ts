import { msg } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { copyText } from '../internal/copy-text.js';

/** How long "copied" stays, in milliseconds: long enough to read, short enough to be about now. */
const SHOWN_FOR = 4000;

/**
 * Owns: one button that copies a text, and what it says about it.
 * Why like this: the text is handed over at the press and kept nowhere (ARCHITECTURE.md, decision 2).
 */
export class CopyButton implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #outcome: 'copied' | 'refused' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#outcome = undefined;
  }

  /**
   * @param label What the button says.
   * @param text The text to copy.
   */
  render(label: string, text: string): TemplateResult {
    return html`<button
        class="button"
        type="button"
        part="button copy"
        @click=${() => this.#copy(text)}
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
      case 'refused':
        return msg('Copying is not possible here. Select the text and copy it yourself.', {
          id: 'copy.refused',
          desc: 'Copy button: the browser does not allow it',
        });
      case undefined:
        return nothing;
    }
  }

  async #copy(text: string): Promise<void> {
    this.#outcome = (await copyText(text)) ? 'copied' : 'refused';
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    if (this.#outcome === 'copied') this.#timer = setTimeout(this.#clear, SHOWN_FOR);
  }

  readonly #clear = (): void => {
    this.#outcome = undefined;
    this.#host.requestUpdate();
  };
}
