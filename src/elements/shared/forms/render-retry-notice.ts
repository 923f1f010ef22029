import { html, nothing, type TemplateResult } from 'lit';
import type { RetryProgress } from './retry-timer.js';
import { retryAnnouncement, retryReason, retryTime } from './retry-messages.js';

/**
 * How long a person still has to wait before the next try. The time ticks in sight and is no live
 * region; the one beside it stands before its text, and speaks at the start, when a minute is left
 * and at the end (A8).
 */
export function renderRetryNotice(progress: RetryProgress | undefined): TemplateResult {
  const waits = progress && progress.left > 0;
  return html`
    ${
      waits
        ? html`<div class="notice retry" part="retry-notice">
            <p>${retryReason(progress)}</p>
            <p class="retry-time" role="timer">${retryTime(progress)}</p>
          </div>`
        : nothing
    }
    <p
      class=${waits ? 'visually-hidden' : 'notice'}
      role="status"
      .textContent=${progress ? retryAnnouncement(progress) : ''}
    ></p>
  `;
}
