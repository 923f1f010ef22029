import { html, nothing, type TemplateResult } from 'lit';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';
import type { RecoveryCodeListElement } from './recovery-code-list-element.js';

export interface CodesToKeep {
  readonly codes: readonly string[];
  readonly issuer: string | undefined;
  /** The heading and the lead above the list. */
  readonly introduction: TemplateResult;
  readonly continueLabel: string;
  /** Called when the user continues and has ticked that the codes are kept. */
  readonly onContinue: () => void;
}

/**
 * Renders new recovery codes, which show only this once, and the button that continues. The codes are readable
 * also while the element that lists them is not here, or if it never comes.
 */
export function renderCodesToKeep({
  codes,
  issuer,
  introduction,
  continueLabel,
  onContinue,
}: CodesToKeep): TemplateResult {
  return html`
    ${introduction}
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      .codes=${codes}
      .issuer=${issuer}
      >${
        customElements.get('mfa-recovery-code-list')
          ? nothing
          : html`<ul translate="no" ${hiddenFromRecorders()}>
              ${codes.map((code) => html`<li><bdi dir="ltr">${code}</bdi></li>`)}
            </ul>`
      }</mfa-recovery-code-list
    >
    ${renderContinueButton(continueLabel, ({ target }) => {
      // Without its definition, the list has no checkbox to tick.
      if (listBeside(target as Element)?.reportKept?.() ?? true) onContinue();
    })}
  `;
}

const listBeside = (button: Element): Partial<RecoveryCodeListElement> | null =>
  (button.getRootNode() as ParentNode & Node).querySelector('mfa-recovery-code-list');
