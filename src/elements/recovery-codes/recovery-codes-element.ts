import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { downloadText } from '../../internal/download-text.js';
import '../../localization/localization.js';
import { controls } from '../../styles/controls.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { CopyButton } from '../copy-button.js';
import { copyButtonStyles } from '../copy-button.styles.js';
import { recoveryCodesStyles } from './recovery-codes-element.styles.js';

/** Says nothing about whose codes they are: a file lies around (C13). */
const FILE_NAME = 'recovery-codes.txt';

/**
 * Shows recovery codes, to be kept: copied or downloaded.
 *
 * @summary Recovery codes to keep.
 * @tag mfa-recovery-codes
 * @csspart codes - The list of codes.
 * @csspart button - Every button.
 */
export class RecoveryCodesElement extends LitElement {
  static override styles = [tokens, controls, copyButtonStyles, recoveryCodesStyles];

  /** The codes. Secret: a property only, never an attribute. */
  @property({ attribute: false }) codes: readonly string[] = [];

  readonly #copyButton = new CopyButton(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.codes.length === 0) return nothing;
    const text = this.codes.join('\n');
    return html`
      <ul class="codes" part="codes" translate="no">
        ${this.codes.map((code) => html`<li class="code">${code}</li>`)}
      </ul>
      <div class="actions">
        ${this.#copyButton.render(
          msg('Copy all codes', { id: 'recovery-codes.copy', desc: 'Recovery codes: button' }),
          text,
        )}
        <button
          class="button"
          type="button"
          part="button"
          @click=${() => downloadText(FILE_NAME, `${text}\n`)}
        >
          ${msg('Download', {
            id: 'recovery-codes.download',
            desc: 'Recovery codes: button that saves them as a text file',
          })}
        </button>
      </div>
    `;
  }
}
