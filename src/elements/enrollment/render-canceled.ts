import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderRetryNotice } from '../shared/waits/render-retry-notice.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';

export function renderCanceled(restart: WaitingAction): TemplateResult {
  return html`
    ${renderHeading(
      msg('You stopped linking', {
        id: 'enrollment.canceled.heading',
        desc: 'Linking an app, canceled: heading',
      }),
    )}
    <p class="lead">
      ${msg('No app was linked. If the account is in the app already, you may remove it there.', {
        id: 'enrollment.canceled.lead',
        desc: 'Linking an app, canceled: what that means',
      })}
    </p>
    <div class="actions">
      ${renderRetryNotice(restart.wait)}
      <button
        class="button"
        type="button"
        part="button restart"
        aria-disabled=${restart.isWaiting}
        @click=${restart.run}
      >
        ${msg('Link an app after all', {
          id: 'enrollment.canceled.action',
          desc: 'Linking an app, canceled: button that begins again',
        })}
      </button>
    </div>
  `;
}
