import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderRetryNotice } from '../shared/waits/render-retry-notice.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';

export function renderCanceled(restart: WaitingAction, mayBeLinked = false): TemplateResult {
  return html`
    ${renderHeading(
      msg('You stopped linking', {
        id: 'enrollment.canceled.heading',
        desc: 'Linking an app, canceled: heading',
      }),
    )}
    <p class="lead">${mayBeLinked ? unknownLead() : unlinkedLead()}</p>
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

const unlinkedLead = (): string =>
  msg('No app was linked. If the account is in the app already, you may remove it there.', {
    id: 'enrollment.canceled.lead',
    desc: 'Linking an app, canceled: what that means',
  });

const unknownLead = (): string =>
  msg(
    'It is not certain whether the app is linked. If the account is in the app already, leave it there until you know.',
    {
      id: 'enrollment.canceled.unknown-lead',
      desc: 'Linking an app, canceled after an answer of the server was lost: what that means',
    },
  );
