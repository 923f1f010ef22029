import { html, nothing, type TemplateResult } from 'lit';
import type { RecoveryCodesStatus } from '../../backend/backend.js';
import { neverHadCodes } from '../../flow/recovery-codes.js';
import { msg } from '../../localization/msg.js';
import { validDate } from '../../localization/format-date.js';
import { recoveryCodesMade } from '../recovery-code-list/recovery-code-list-messages.js';
import { codesAdvice, codesLeft } from './recovery-codes-messages.js';

export interface Status {
  /** How many codes are left; absent where the server does not say. */
  readonly status?: RecoveryCodesStatus | undefined;
  /** Begins to make new codes; without it the server makes none. */
  readonly generate: (() => void) | undefined;
}

/** The place of the numbers while they are looked up, as high as they are. */
export const renderLoading = (): TemplateResult => html`
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

/** How many codes are left, what to do about it, and the button for new ones. */
export function renderStatus({ status, generate }: Status): TemplateResult {
  const advice = status && generate && codesAdvice(status);
  return html`
    ${status ? renderFacts(status) : nothing}
    ${advice ? html`<p class="notice advice" part="advice">${advice}</p>` : nothing}
    ${
      generate
        ? html`<div class="actions">
            <button class="button" type="button" part="button generate" @click=${generate}>
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
  const createdAt = validDate(status.createdAt);
  return html`
    <div class="facts">
      <p class="left" part="left">${codesLeft(status)}</p>
      ${createdAt ? html`<p class="made">${recoveryCodesMade(createdAt)}</p>` : nothing}
    </div>
  `;
}
