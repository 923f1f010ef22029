import { html, nothing, type TemplateResult } from 'lit';
import type { Extension } from '../../flow/enrollment/enrollment.js';
import { errorMessage } from '../../localization/error-message.js';
import { msg } from '../../localization/msg.js';
import { renderRetryNotice } from '../shared/waits/render-retry-notice.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';
import { isOnlyWait } from '../shared/waits/wait.js';

export interface ExpiryNotice {
  /** Whether the enrollment is about to expire. */
  readonly isNear: boolean;
  /** The result of the last request for more time. */
  readonly extension: Extension | undefined;
  /** Whether more time is being requested. */
  readonly busy: boolean;
  readonly extend: WaitingAction;
}

/** Announces once that little time is left, and offers more with one press (WCAG 2.2, 2.2.1; A6). */
export function renderExpiryNotice(notice: ExpiryNotice): TemplateResult {
  const { isNear, extension, busy, extend } = notice;
  const text = noticeText(notice);
  const hasButton = busy || (isNear && extension !== 'no-longer');
  return html`${renderRetryNotice(extend.wait)}
    <div class=${text ? 'expiry expiry--shown' : 'expiry'}>
      <p class="expiry-text" role="status">${text ?? nothing}</p>
      ${
        hasButton
          ? html`<button
              class="button"
              type="button"
              part="button extend"
              aria-disabled=${busy || extend.isWaiting}
              @click=${busy ? undefined : extend.run}
            >
              ${msg('More time', {
                id: 'enrollment.expiry.action',
                desc: 'Linking an app, little time left: button',
              })}
            </button>`
          : nothing
      }
    </div>`;
}

function noticeText({ isNear, extension, busy }: ExpiryNotice): string | undefined {
  if (extension === 'no-longer') {
    return msg('You cannot get more time. When it runs out, you can start again with one press.', {
      id: 'enrollment.expiry.no-longer',
      desc: 'Linking an app: the person asked for more time, and the server gives none',
    });
  }
  if (extension instanceof Error && !isOnlyWait(extension)) return errorMessage(extension);
  if (isNear || busy) {
    return msg('The time to link the app is nearly over. Do you need more time?', {
      id: 'enrollment.expiry.near',
      desc: 'Linking an app: little time left; a button "More time" stands beside it',
    });
  }
  if (extension === 'longer') {
    return msg('You have time again. Everything else has stayed the same.', {
      id: 'enrollment.expiry.longer',
      desc: 'Linking an app: the person asked for more time and has it',
    });
  }
  return undefined;
}
