import { html, nothing, type TemplateResult } from 'lit';
import type { RecoveryCodesStatus } from '../../backend/backend.js';
import { neverHadCodes } from '../../flow/recovery-codes.js';
import { msg } from '../../localization/msg.js';
import { recoveryCodesCreatedOn } from '../recovery-code-list/recovery-code-list-messages.js';
import { adviceMessage, statusMessage } from './recovery-codes-messages.js';

export interface StatusStep {
  /** Absent if the server does not report it. */
  readonly status?: RecoveryCodesStatus | undefined;
  /** The numbers may be of codes that the user has never seen, so they do not show. */
  readonly isUnknown: boolean;
  /** Opens the dialog. Absent if the backend cannot generate codes. */
  readonly generate: (() => void) | undefined;
}

/** Renders a placeholder for the status while it loads. */
export const renderStatusPlaceholder = (): TemplateResult => html`
  <div class="facts facts--loading" role="status">
    <p>
      ${msg('Your recovery codes are being looked up…', {
        id: 'recovery-codes.loading',
        desc: 'Recovery codes: shown while it is asked how many are left',
      })}
    </p>
  </div>
  <div class="actions actions--loading"></div>
`;

/** Renders how many codes are left, advice if they are few, and the button that generates new ones. */
export function renderRecoveryCodesStatus({
  status,
  isUnknown,
  generate,
}: StatusStep): TemplateResult {
  const advice = status && !isUnknown && generate && adviceMessage(status);
  return html`
    ${status && !isUnknown ? renderFacts(status) : nothing}
    ${advice ? html`<p class="notice advice" part="advice">${advice}</p>` : nothing}
    ${
      generate
        ? html`<div class="actions">
            <button
              class=${isUnknown ? 'button button--primary' : 'button'}
              type="button"
              part="button generate"
              @click=${generate}
            >
              ${
                neverHadCodes(status)
                  ? msg('Make recovery codes', {
                      id: 'recovery-codes.generate',
                      desc: 'Recovery codes: button that opens the question whether to make the first ones',
                    })
                  : msg('Make new recovery codes', {
                      id: 'recovery-codes.replace',
                      desc: 'Recovery codes: button that opens the question whether to make new ones',
                    })
              }
            </button>
          </div>`
        : nothing
    }
  `;
}

function renderFacts(status: RecoveryCodesStatus): TemplateResult {
  const { createdAt } = status;
  return html`
    <div class="facts">
      <p class="left" part="left">${statusMessage(status)}</p>
      ${createdAt ? html`<p class="made">${recoveryCodesCreatedOn(createdAt)}</p>` : nothing}
    </div>
  `;
}
