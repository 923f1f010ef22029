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
  if (needsSignIn) return renderSignIn(signInUrl, true);
  // A server that has lost a proof may keep the next one only after a new sign-in.
  if (signInUrl && error.kind === 'step-up-required') return renderSignIn(signInUrl, true);
  // A server that does not say that the session is over may answer in any way, and always the same.
  return html`${retry ? renderRetry(retry) : nothing}
  ${error.kind === 'unexpected' ? renderSignIn(signInUrl, false) : nothing}`;
}

const renderRetry = ({ isWaiting, run }: WaitingAction): TemplateResult =>
  html`<button
    class="button button--primary"
    type="button"
    part="button retry"
    aria-disabled=${isWaiting}
    @click=${run}
  >
    ${msg('Try again', { id: 'failure.retry.action', desc: 'Something failed: button' })}
  </button>`;

const renderSignIn = (url: string | undefined, isPrimary: boolean) =>
  url
    ? html`<a
        class=${isPrimary ? 'button button--primary' : 'button'}
        href=${url}
        part="button sign-in"
      >
        ${msg('Sign in again', {
          id: 'failure.sign-in.action',
          desc: 'Something failed: link to the sign-in page',
        })}
      </a>`
    : nothing;

/** Claims no failure of what may have been done: not while that is unknown, nor after the sign-in has ended. */
function failureHeading(error: MfaError): string {
  if (error.kind === 'unknown-outcome') {
    return msg('Not sure whether this worked', {
      id: 'failure.unknown.heading',
      desc: 'No clear answer came to a change, and it could not be looked up: heading in place of the step',
    });
  }
  return endsSignIn(error) && error.kind !== 'misconfigured'
    ? msg('Sign in again', {
        id: 'failure.signed-out.heading',
        desc: 'The sign-in has ended: heading in place of the step',
      })
    : msg('This did not work', {
        id: 'failure.heading',
        desc: 'Something failed: heading in place of the step',
      });
}

/** Renders a failure in place of a step: what happened, and the one thing to do next. */
export function renderFailure(error: MfaError, actions: RecoveryActions): TemplateResult {
  const wait = actions.retry?.wait;
  return html`
    ${renderHeading(failureHeading(error))}
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
