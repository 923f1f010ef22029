import { html, nothing, type TemplateResult } from 'lit';
import { retryAnnouncement, retryReason, retryTime } from './retry-messages.js';
import type { Wait } from './wait.js';

/**
 * Renders how long the user has to wait before the next try.
 *
 * The ticking time is visible and not a live region. The live region beside it exists before it has a
 * text, and announces the start, the last minute and the end (A8).
 *
 * @param role `alert` if the region appears together with its text, as in place of a step.
 * @param isAlone Whether the start is announced here: no error is announced beside it.
 */
export function renderRetryNotice(
  wait: Wait | undefined,
  role: 'status' | 'alert' = 'status',
  isAlone = true,
): TemplateResult {
  const isWaiting = wait !== undefined && wait.left > 0;
  return html`
    ${isWaiting ? renderCountdown(wait) : nothing}
    <p
      class=${isWaiting ? 'visually-hidden' : 'notice'}
      role=${role}
      .textContent=${wait ? retryAnnouncement(wait, isAlone) : ''}
    ></p>
  `;
}

function renderCountdown(wait: Wait): TemplateResult {
  const reason = retryReason(wait);
  return html`<div class="notice retry" part="retry-notice">
    ${reason ? html`<p>${reason}</p>` : nothing}
    <p class="retry-time" role="timer">${retryTime(wait)}</p>
  </div>`;
}
