import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
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

/** Renders new recovery codes, which show only this once, and the button that continues. */
export function renderCodesToKeep({
  codes,
  issuer,
  introduction,
  continueLabel,
  onContinue,
}: CodesToKeep): TemplateResult {
  const list = createRef<RecoveryCodeListElement>();
  return html`
    ${introduction}
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      ${ref(list)}
      .codes=${codes}
      .issuer=${issuer}
    ></mfa-recovery-code-list>
    ${renderContinueButton(continueLabel, () => {
      if (list.value?.reportKept()) onContinue();
    })}
  `;
}
