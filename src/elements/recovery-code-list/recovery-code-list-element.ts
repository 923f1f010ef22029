import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { meantDate } from '../../backend/results/meant-date.js';
import { ForgetController } from '../../flow/forget-controller.js';
import { contentDirection, contentLanguage } from '../../localization/content-language.js';
import { msg } from '../../localization/msg.js';
import { controls } from '../../styles/controls.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { ThemedElement } from '../shared/base/themed-element.js';
import { CopyButton } from '../shared/controls/copy-button.js';
import { copyButtonStyles } from '../shared/controls/copy-button.styles.js';
import { selectContent } from '../shared/controls/select-content.js';
import { allowsDownloads } from './allows-downloads.js';
import { formatText, paperStyles, renderPaper, type CodesDocument } from './codes-document.js';
import { downloadText } from './download-text.js';
import { LeaveWarning } from './leave-warning.js';
import { PrintSheet } from './print-sheet.js';
import { readCodes } from './read-codes.js';
import { recoveryCodeListStyles } from './recovery-code-list-element.styles.js';
import {
  copyLabel,
  keptLabel,
  refusedMessage,
  reminderMessage,
  type RefusedWay,
} from './recovery-code-list-messages.js';
import { focusInView } from '../shared/page/bring-into-view.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';

/** Compares the codes themselves: a page that re-renders may pass a new array each time. */
const haveChanged = (codes: readonly string[], old: readonly string[] | undefined): boolean =>
  codes.join() !== old?.join();

/**
 * Shows recovery codes the only time that they show, with three ways to keep them: copy them, save
 * them as a file or print them (A3). The user ticks a checkbox when the codes are kept. Until then the
 * browser asks for confirmation before the page is left (C88).
 *
 * Use it when a page gets new recovery codes by itself. The other elements show theirs in one. It sends
 * no requests.
 *
 * It forgets the codes when it is removed from the page and when the page is left (C9, C10). To show
 * them again, set `codes` again.
 *
 * @summary Recovery codes to keep.
 * @tag mfa-recovery-code-list
 * @fires change - The user ticked or unticked "I have kept my recovery codes". Read `kept`.
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart button - Every button; a second part names what the button does
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - The reminder that shows when the user continues without ticking the checkbox
 */
export class RecoveryCodeListElement extends ThemedElement {
  static override styles = [tokens, controls, copyButtonStyles, recoveryCodeListStyles];
  static override readonly secretAttributes = { codes: readCodes };

  /** The codes. Secret: a property only. An attribute `codes` is used and removed at once. */
  @property({ attribute: false, hasChanged: haveChanged })
  get codes(): readonly string[] {
    return this.#codes;
  }

  /** A framework removes a property with `undefined` or null, and may make a text of an array. */
  set codes(codes: readonly string[] | string | null | undefined) {
    this.#codes = typeof codes === 'string' ? readCodes(codes) : (codes ?? []);
  }

  /** The name of the site, for the file and for paper. Default: the host name of the page. */
  @property() issuer?: string;

  /** When the codes were created, for the file and for paper. Default: when `codes` was set. */
  @property({ attribute: false }) createdAt?: Date;

  @state() private isTicked = false;
  @state() private reminds = false;
  /** The way to keep the codes that was pressed last, if it may not work here. */
  @state() private refused: RefusedWay | undefined;
  /** How often {@link reportKept} reminded while the checkbox had the focus already. */
  @state() private repeats = 0;

  #codes: readonly string[] = [];
  #receivedAt = new Date();

  readonly #copyButton = new CopyButton(this);
  readonly #printSheet = new PrintSheet(this);
  readonly #leaveWarning = new LeaveWarning(this);

  constructor() {
    super();
    new ForgetController(this, () => (this.codes = []));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('codes')) return;
    this.#receivedAt = new Date();
    this.isTicked = false;
    this.reminds = false;
    this.refused = undefined;
    this.#copyButton.forget();
    this.#printSheet.remove();
  }

  protected override updated(): void {
    this.#leaveWarning.toggle(!this.kept);
  }

  /** Whether the user has ticked that the codes are kept. Also true if there are no codes. */
  get kept(): boolean {
    return this.codes.length === 0 || this.isTicked;
  }

  /**
   * Checks, for a button that continues, whether the codes are kept. If not, shows a reminder and moves
   * the focus to the checkbox (A11), which the reminder describes, so that it is read out once (A8). If
   * the checkbox has the focus already, nothing would be read, so a live region announces the reminder.
   *
   * @returns Whether the page may continue.
   */
  reportKept(): boolean {
    this.reminds = !this.kept;
    this.repeats = this.reminds && this.#box?.matches(':focus') ? this.repeats + 1 : 0;
    if (this.reminds) focusInView(this.#box);
    return this.kept;
  }

  get #box(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector<HTMLInputElement>('.kept input') ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.codes.length === 0) return nothing;
    return html`
      <div lang=${contentLanguage(this) ?? nothing} dir=${contentDirection(this) ?? nothing}>
        <ul class="codes" part="recovery-codes" translate="no" ${hiddenFromRecorders()}>
          ${this.codes.map((code) => html`<li class="code" part="recovery-code"><bdi dir="ltr">${code}</bdi></li>`)}
        </ul>
        ${this.#renderActions()} ${this.#renderCheckbox()}
      </div>
    `;
  }

  #renderActions(): TemplateResult {
    return html`<div class="actions">
      ${this.#copyButton.render(copyLabel(this.codes.length), this.codes.join('\n'), '.codes')}
      <button class="button" type="button" part="button download" @click=${this.#download}>
        ${msg('Download', {
          id: 'recovery-code-list.download',
          desc: 'Recovery codes: button that saves them as a text file',
        })}
      </button>
      <button class="button" type="button" part="button print" @click=${this.#print}>
        ${msg('Print', {
          id: 'recovery-code-list.print',
          desc: 'Recovery codes: button that prints them',
        })}
      </button>
      <p class="refused" role="status">${this.refused ? refusedMessage(this.refused) : nothing}</p>
    </div>`;
  }

  #renderCheckbox(): TemplateResult {
    return html`
      <label class="kept">
        <input
          type="checkbox"
          part="checkbox kept"
          .checked=${this.isTicked}
          aria-invalid=${this.reminds}
          aria-describedby="reminder"
          @change=${this.#handleChange}
          @blur=${() => (this.repeats = 0)}
        />
        <span>${keptLabel(this.codes.length)}</span>
      </label>
      <p class="reminder" id="reminder" part="reminder">${this.#reminder}</p>
      ${this.reminds ? this.#renderRepeatedReminder() : nothing}
    `;
  }

  /** Renders a live region before its text. Each repetition is a new text node, so it is read again (A8). */
  #renderRepeatedReminder(): TemplateResult {
    const text = this.repeats > 0 ? this.#reminder : nothing;
    return html`<p class="visually-hidden" role="alert">${keyed(this.repeats, text)}</p>`;
  }

  get #document(): CodesDocument {
    return {
      codes: this.codes,
      issuer: this.issuer ?? location.hostname,
      createdAt: meantDate(this.createdAt) ?? this.#receivedAt,
    };
  }

  /** Does not say whose codes they are: others may see the file (C13). */
  get #fileName(): string {
    return msg('recovery-codes.txt', {
      id: 'recovery-code-list.file-name',
      desc: 'Recovery codes: name of the text file that is saved; keep ".txt" and use no spaces',
    });
  }

  get #reminder(): string | typeof nothing {
    return this.reminds ? reminderMessage(this.codes.length) : nothing;
  }

  readonly #handleChange = (event: Event): void => {
    this.isTicked = (event.target as HTMLInputElement).checked;
    this.reminds = false;
    // The `change` event of the checkbox does not leave the shadow tree.
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #download = (): Promise<void> =>
    this.#keep('download', () => {
      downloadText(this.#fileName, formatText(this.#document));
      return allowsDownloads();
    });

  readonly #print = (): Promise<void> =>
    this.#keep('print', () => this.#printSheet.print(renderPaper(this.#document), paperStyles));

  /** Uses a way to keep the codes. If it may not work here, says so and selects the codes. */
  async #keep(way: RefusedWay, use: () => boolean | Promise<boolean>): Promise<void> {
    const { codes } = this;
    this.refused = undefined;
    const works = await use();
    // A live region announces the same text again only if it was empty in between (A8).
    await this.updateComplete;
    const list = this.renderRoot.querySelector('.codes');
    if (works || this.codes !== codes || !list) return;
    this.refused = way;
    selectContent(list);
  }
}
