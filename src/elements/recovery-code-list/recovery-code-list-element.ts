import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { downloadText } from './download-text.js';
import { LeaveWarning } from './leave-warning.js';
import { PrintSheet } from './print-sheet.js';
import { msg } from '../../localization/msg.js';
import { contentLanguage } from '../../localization/content-language.js';
import { validDate } from '../../localization/format-date.js';
import { controls } from '../../styles/controls.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { CopyButton } from '../shared/controls/copy-button.js';
import { copyButtonStyles } from '../shared/controls/copy-button.styles.js';
import { ThemedElement } from '../shared/base/themed-element.js';
import {
  paperStyles,
  recoveryCodesFile,
  renderPaper,
  type KeptCodes,
} from './recovery-code-copy.js';
import { recoveryCodeListStyles } from './recovery-code-list-element.styles.js';
import { copyLabel, keepReminder, keptLabel } from './recovery-code-list-messages.js';

/** A page that renders makes a new array each time; only other codes are others. */
const differ = (codes: readonly string[], old: readonly string[] | undefined): boolean =>
  codes.join() !== old?.join();

/**
 * Recovery codes that show for the only time, and every way to keep them: copied, saved as a file or
 * printed (A3). The person says with a tick that they are kept; until then the browser asks before
 * the page is left (C88). Speaks with no server.
 *
 * Forgets the codes when it is taken out of the page and when the page is left (C9, C10): set `codes`
 * again to show them again.
 *
 * @summary Recovery codes to keep.
 * @tag mfa-recovery-code-list
 * @fires change - The person ticked or unticked "I have kept my recovery codes": read `kept`.
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart button - Every button; beside it what it does
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - What is said to who goes on without ticking it
 */
export class RecoveryCodeListElement extends ThemedElement {
  static override styles = [tokens, controls, copyButtonStyles, recoveryCodeListStyles];

  /** The codes. Secret: a property only, never an attribute. */
  @property({ attribute: false, hasChanged: differ }) codes: readonly string[] = [];

  /** The site's name, for the file and for paper. Default: the host name of the page. */
  @property() issuer?: string;

  /** When the codes were made, for the file and for paper. Default: when they came here. */
  @property({ attribute: false }) createdAt?: Date;

  @state() private isTicked = false;
  @state() private reminds = false;
  /** How often it was asked again with the focus on the box all the while. */
  @state() private repeats = 0;
  @query('.codes') private list!: HTMLElement | null;
  @query('.kept input') private box!: HTMLInputElement | null;

  #arrivedAt = new Date();

  readonly #copyButton = new CopyButton(this);
  readonly #printSheet = new PrintSheet(this);
  readonly #leaveWarning = new LeaveWarning(this);

  /** Whether the person says that the codes are kept. Nothing to keep counts as kept. */
  get kept(): boolean {
    return this.codes.length === 0 || this.isTicked;
  }

  /**
   * Asks, for a button that goes on, whether the codes are kept. When they are not, says what to do
   * first and brings the focus to the box (A11), which that describes: so it is read out once (A8).
   * Where the focus is on the box already nothing would be read, and a live region says it.
   *
   * @returns Whether it is all right to go on.
   */
  reportKept(): boolean {
    this.reminds = !this.kept;
    this.repeats = this.reminds && this.box?.matches(':focus') ? this.repeats + 1 : 0;
    if (this.reminds) this.box?.focus();
    return this.kept;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('pagehide', this.#forget);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('pagehide', this.#forget);
    // An element that is only moved is back by the time this runs, and keeps its codes (C77).
    queueMicrotask(() => {
      if (!this.isConnected) this.#forget();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('codes')) return;
    this.#arrivedAt = new Date();
    this.isTicked = false;
    this.reminds = false;
    this.#copyButton.forget();
    this.#printSheet.remove();
  }

  protected override updated(): void {
    this.#leaveWarning.toggle(!this.kept);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.codes.length === 0) return nothing;
    return html`
      <div lang=${contentLanguage(this) ?? nothing}>
        <ul class="codes" part="recovery-codes" translate="no">
          ${this.codes.map((code) => html`<li class="code" part="recovery-code">${code}</li>`)}
        </ul>
        ${this.#renderWaysToKeep()} ${this.#renderAcknowledgement()}
      </div>
    `;
  }

  get #keptCodes(): KeptCodes {
    return {
      codes: this.codes,
      issuer: this.issuer ?? location.hostname,
      createdAt: validDate(this.createdAt) ?? this.#arrivedAt,
    };
  }

  #renderWaysToKeep(): TemplateResult {
    return html`<div class="actions">
      ${this.#copyButton.render(
        copyLabel(this.codes.length),
        this.codes.join('\n'),
        () => this.list,
      )}
      <button
        class="button"
        type="button"
        part="button download"
        @click=${() => downloadText(this.#fileName, recoveryCodesFile(this.#keptCodes))}
      >
        ${msg('Download', {
          id: 'recovery-code-list.download',
          desc: 'Recovery codes: button that saves them as a text file',
        })}
      </button>
      <button
        class="button"
        type="button"
        part="button print"
        @click=${() => this.#printSheet.print(renderPaper(this.#keptCodes), paperStyles)}
      >
        ${msg('Print', {
          id: 'recovery-code-list.print',
          desc: 'Recovery codes: button that prints them',
        })}
      </button>
    </div>`;
  }

  /** Says nothing about whose codes they are: a file lies around (C13). */
  get #fileName(): string {
    return msg('recovery-codes.txt', {
      id: 'recovery-code-list.file-name',
      desc: 'Recovery codes: name of the text file that is saved; keep ".txt" and use no spaces',
    });
  }

  #renderAcknowledgement(): TemplateResult {
    return html`
      <label class="kept">
        <input
          type="checkbox"
          part="checkbox kept"
          .checked=${this.isTicked}
          aria-invalid=${this.reminds}
          aria-describedby="reminder"
          @change=${this.#tick}
          @blur=${() => (this.repeats = 0)}
        />
        <span>${keptLabel(this.codes.length)}</span>
      </label>
      <p class="reminder" id="reminder" part="reminder">${this.#reminder}</p>
      ${this.reminds ? this.#renderRepetition() : nothing}
    `;
  }

  /** Stands before its text does; each time it is a new text, also when it reads the same (A8). */
  #renderRepetition(): TemplateResult {
    const text = this.repeats > 0 ? this.#reminder : nothing;
    return html`<p class="visually-hidden" role="alert">${keyed(this.repeats, text)}</p>`;
  }

  get #reminder(): string | typeof nothing {
    return this.reminds ? keepReminder(this.codes.length) : nothing;
  }

  readonly #tick = (event: Event): void => {
    this.isTicked = (event.target as HTMLInputElement).checked;
    this.reminds = false;
    // A `change` stays inside the shadow tree where it happened.
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #forget = (): void => {
    this.codes = [];
  };
}
