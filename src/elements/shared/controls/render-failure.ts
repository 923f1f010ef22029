import { html, nothing, type TemplateResult } from 'lit';
import { MfaError } from '../../../backend/mfa-error.js';
import { endsSignIn } from '../../../backend/error-kinds.js';
import { errorMessage } from '../../../localization/error-message.js';
import { msg } from '../../../localization/msg.js';
import { renderHeading } from './render-heading.js';
import { renderRetryNotice } from '../waits/render-retry-notice.js';
import type { WaitingAction } from '../waits/retry-timer.js';
import { isOnlyWait } from '../waits/wait.js';

/** The actions after a failure, of which the one that helps is shown. */
export interface RecoveryActions {
  /** A notice above the action: what else has to be known. */
  readonly also?: TemplateResult | undefined;
  readonly signInUrl?: string | undefined;
  readonly retry?: WaitingAction;
  /** Loads the page again. */
  readonly reload?: () => void;
}

function renderRecoveryAction(
  error: MfaError,
  { signInUrl, retry, reload }: RecoveryActions,
): TemplateResult | typeof nothing {
  if (error.kind === 'misconfigured') return nothing;
  const needsSignIn = endsSignIn(error) || error.kind === 'already-linked';
  if (needsSignIn) return renderSignIn(signInUrl, true);
  // A server that has lost a proof may keep the next one only after a new sign-in.
  if (signInUrl && error.kind === 'step-up-required') return renderSignIn(signInUrl, true);
  if (reload) return renderRetryButton(reloadLabel(), reload);
  // A server that does not say that the session is over may answer in any way, and always the same.
  return html`${retry ? renderRetryButton(retryLabel(), retry.run, retry.isWaiting) : nothing}
  ${error.kind === 'unexpected' ? renderSignIn(signInUrl, false) : nothing}`;
}

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

const retryLabel = (): string =>
  msg('Try again', { id: 'failure.retry.action', desc: 'Something failed: button' });

const reloadLabel = (): string =>
  msg('Reload the page', {
    id: 'failure.reload.action',
    desc: 'A file of this part of the page does not load: button',
  });

const renderRetryButton = (label: string, retry: () => void, isWaiting = false): TemplateResult =>
  html`<button
    class="button button--primary"
    type="button"
    part="button retry"
    aria-disabled=${isWaiting}
    @click=${retry}
  >
    ${label}
  </button>`;

/** Renders the error, and what else has to be known, as one announcement. */
const renderError = (error: MfaError, also?: TemplateResult): TemplateResult =>
  also
    ? html`<div role="alert">
        <p class="notice notice--error" part="error">${errorMessage(error)}</p>
        ${also}
      </div>`
    : html`<p class="notice notice--error" part="error" role="alert">${errorMessage(error)}</p>`;

/** Renders a failure in place of a step: what happened, and the one thing to do next. */
export function renderFailure(error: MfaError, actions: RecoveryActions): TemplateResult {
  const { retry, also } = actions;
  // Beside a link to sign in there is nothing to wait for.
  const wait = endsSignIn(error) ? undefined : retry?.wait;
  const isCountedDown = wait !== undefined && isOnlyWait(error);
  return html`
    ${renderHeading(failureHeading(error))}
    ${isCountedDown ? (also ?? nothing) : renderError(error, also)}
    ${wait ? renderRetryNotice(wait, 'alert', isCountedDown) : nothing}
    <div class="actions">${renderRecoveryAction(error, actions)}</div>
  `;
}

/**
 * Renders why there is no backend: a mistake in the set-up of the page, with a message for its owner, or a
 * file that does not come.
 *
 * Why the page is loaded again for that: a second import of a file waits for the first one, and some
 * browsers remember that it failed (before 2026).
 */
export const renderNoBackend = (tagName: string, error: MfaError): TemplateResult =>
  error.kind === 'misconfigured'
    ? html`${renderFailure(error, {})}
        <p class="developer-message" lang="en">
          <code>&lt;${tagName}&gt;: ${error.message}</code>
        </p>`
    : renderFailure(error, { reload: () => location.reload() });

/** Renders, below the last step, that the next page has not opened. */
export const renderStayed = (retry: () => void): TemplateResult =>
  html`${renderError(new MfaError('redirect-required', 'The next page has not opened.'))}
    <div class="actions">${renderRetryButton(retryLabel(), retry)}</div>`;
