import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../render-heading.js';

export interface Enrolled {
  readonly issuer: string;
  readonly recoveryCodes: readonly string[];
  /** The person says that the codes are kept. */
  readonly kept?: boolean;
  /** The person wanted to go on before saying so. */
  readonly reminder?: boolean;
  readonly keep?: (kept: boolean) => void;
  /** Goes on; without it there is nowhere to go. */
  readonly finish?: () => void;
}

/** The app is linked: say so, show the recovery codes for the only time, and on to the site. */
export function renderEnrolled(enrolled: Enrolled): TemplateResult {
  const { issuer, recoveryCodes, finish } = enrolled;
  return html`
    ${renderHeading(
      msg(str`Your authenticator app is linked to ${issuer}`, {
        id: 'enrollment.done.heading',
        desc: 'Linking an app, done: heading; {0} is the name of the site',
      }),
    )}
    <p class="lead">
      ${msg('From now on the app shows you a code each time you sign in.', {
        id: 'enrollment.done.lead',
        desc: 'Linking an app, done: what happens next time',
      })}
    </p>
    ${recoveryCodes.length > 0 ? renderRecoveryCodes(enrolled) : nothing}
    ${
      finish
        ? html`<div class="actions">
            <button class="button button--primary" type="button" part="button" @click=${finish}>
              ${msg(str`Go on to ${issuer}`, {
                id: 'enrollment.done.action',
                desc: 'Linking an app, done: button; {0} is the name of the site',
              })}
            </button>
          </div>`
        : nothing
    }
  `;
}

function renderRecoveryCodes({ recoveryCodes, kept, reminder, keep }: Enrolled): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${msg('Keep your recovery codes', {
        id: 'enrollment.recovery.heading',
        desc: 'Linking an app, recovery codes: heading',
      })}
    </h3>
    <p>
      ${msg(
        'With a recovery code you can sign in when you have lost your phone. Each code works once. Keep them in a safe place: they are shown only now.',
        {
          id: 'enrollment.recovery.lead',
          desc: 'Linking an app, recovery codes: what they are for',
        },
      )}
    </p>
    <mfa-recovery-codes .codes=${recoveryCodes}></mfa-recovery-codes>
    <label class="kept">
      <input
        type="checkbox"
        .checked=${kept ?? false}
        aria-describedby="reminder"
        @change=${(event: Event) => keep?.((event.target as HTMLInputElement).checked)}
      />
      <span>
        ${msg('I have kept my recovery codes', {
          id: 'enrollment.recovery.kept',
          desc: 'Linking an app, recovery codes: checkbox before going on',
        })}
      </span>
    </label>
    <p class="reminder" id="reminder" role="alert">
      ${
        reminder
          ? msg('First keep your recovery codes, then tick the box.', {
              id: 'enrollment.recovery.reminder',
              desc: 'Linking an app, recovery codes: the person wanted to go on without ticking the box',
            })
          : nothing
      }
    </p>
  `;
}
