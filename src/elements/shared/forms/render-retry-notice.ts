import { html, nothing, type TemplateResult } from 'lit';
import type { RetryProgress } from './retry-timer.js';
import { retryAnnouncement, retryReason, retryTime } from './retry-messages.js';

/**
 * Renders how long the user has to wait before the next try.
 *
 * The ticking time is visible and not a live region. The live region beside it exists before it has a
 * text, and announces the start, the last minute and the end (A8).
 */
export function renderRetryNotice(progress: RetryProgress | undefined): TemplateResult {
  const isWaiting = progress && progress.left > 0;
  return html`
    ${
      isWaiting
        ? html`<div class="notice retry" part="retry-notice">
            <p>${retryReason(progress)}</p>
            <p class="retry-time" role="timer">${retryTime(progress)}</p>
          </div>`
        : nothing
    }
    <p
      class=${isWaiting ? 'visually-hidden' : 'notice'}
      role="status"
      .textContent=${progress ? retryAnnouncement(progress) : ''}
    ></p>
  `;
}
