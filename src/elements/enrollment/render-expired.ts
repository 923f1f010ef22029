import { html, type nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderRetryNotice } from '../shared/waits/render-retry-notice.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';

/** Renders the button that makes a new QR code. */
export const renderRestartButton = (restart: WaitingAction, look = ''): TemplateResult =>
  html`<button
    class="button ${look}"
    type="button"
    part="button restart"
    aria-disabled=${restart.isWaiting}
    @click=${restart.run}
  >
    ${msg('Make a new QR code', {
      id: 'enrollment.expired.action',
      desc: 'Linking an app, the QR code that shows no longer works: button',
    })}
  </button>`;

export function renderExpired(
  restart: WaitingAction,
  cancelButton: TemplateResult | typeof nothing,
): TemplateResult {
  return html`
    ${renderHeading(
      msg('The QR code has expired', {
        id: 'enrollment.expired.heading',
        desc: 'Linking an app, QR code too old: heading',
      }),
    )}
    <p class="lead">${expiredLead()}</p>
    <div class="actions">
      ${renderRetryNotice(restart.wait)} ${renderRestartButton(restart, 'button--primary')}
      ${cancelButton}
    </div>
  `;
}

// Another tab may have linked the old account: whoever deletes it then cannot sign in any more.
const expiredLead = (): string =>
  msg(
    'For your safety, a QR code works only for a short time. Make a new one and scan it. If the old account is already in your app, delete it only once the new one works.',
    {
      id: 'enrollment.expired.lead',
      desc: 'Linking an app, QR code too old: what to do',
    },
  );
