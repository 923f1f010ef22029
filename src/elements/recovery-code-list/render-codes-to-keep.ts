import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
import { hideFromRecorders } from '../shared/page/hide-from-recorders.js';
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
  const list = createRef<Element & Partial<Pick<RecoveryCodeListElement, 'reportKept'>>>();
  return html`
    ${introduction}
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      ${ref(list)}
      .codes=${codes}
      .issuer=${issuer}
      >${
        customElements.get('mfa-recovery-code-list')
          ? nothing
          : html`<ul translate="no" ${ref(hideFromRecorders)}>
              ${codes.map((code) => html`<li><bdi dir="ltr">${code}</bdi></li>`)}
            </ul>`
      }</mfa-recovery-code-list
    >
    ${renderContinueButton(continueLabel, () => {
      // Without its definition, the list has no checkbox to tick.
      if (list.value?.reportKept?.() ?? true) onContinue();
    })}
  `;
}
