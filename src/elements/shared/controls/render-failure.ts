import { html, nothing, type TemplateResult } from 'lit';
import type { MfaError } from '../../../backend/mfa-error.js';
import { endsSignIn } from '../../../backend/error-kinds.js';
import { errorMessage } from '../../../localization/error-message.js';
import { msg } from '../../../localization/msg.js';
import { renderHeading } from './render-heading.js';
import { renderRetryNotice } from '../waits/render-retry-notice.js';
import type { WaitingAction } from '../waits/retry-timer.js';
import { isOnlyWait } from '../waits/wait.js';

/** The actions after a failure, of which the one that helps is shown. */
export interface RecoveryActions {
  readonly signInUrl?: string | undefined;
  readonly retry?: WaitingAction;
}

function renderRecoveryAction(
  error: MfaError,
  { signInUrl, retry }: RecoveryActions,
): TemplateResult | typeof nothing {
  if (error.kind === 'misconfigured') return nothing;
  const needsSignIn = endsSignIn(error) || error.kind === 'already-linked';
  // Signing in again helps; without a URL for it, a server that has lost a proof may keep the next one.
  if (needsSignIn || (signInUrl && error.kind === 'step-up-required')) {
    return signInUrl
      ? html`<a class="button button--primary" href=${signInUrl} part="button sign-in">
          ${msg('Sign in again', {
            id: 'failure.sign-in.action',
            desc: 'Something failed: link to the sign-in page',
          })}
        </a>`
      : nothing;
  }
  return retry
    ? html`<button
        class="button button--primary"
        type="button"
        part="button retry"
        aria-disabled=${retry.isWaiting}
        @click=${retry.run}
      >
        ${msg('Try again', { id: 'failure.retry.action', desc: 'Something failed: button' })}
      </button>`
    : nothing;
}

/** Renders a failure in place of a step: what happened, and the one thing to do next. */
export function renderFailure(error: MfaError, actions: RecoveryActions): TemplateResult {
  const wait = actions.retry?.wait;
  return html`
    ${renderHeading(
      msg('This did not work', {
        id: 'failure.heading',
        desc: 'Something failed: heading in place of the step',
      }),
    )}
    ${
      wait && isOnlyWait(error)
        ? nothing
        : html`<p class="notice notice--error" part="error" role="alert">${errorMessage(error)}</p>`
    }
    ${wait ? renderRetryNotice(wait, 'alert') : nothing}
    <div class="actions">${renderRecoveryAction(error, actions)}</div>
  `;
}

/** Renders a mistake in the set-up of the page: a message for the user, and one for the page's owner. */
export const renderMisconfiguration = (tagName: string, error: MfaError): TemplateResult =>
  html`${renderFailure(error, {})}
    <p class="developer-message" lang="en"><code>&lt;${tagName}&gt;: ${error.message}</code></p>`;
