import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import type { RecoveryCodeListElement } from '../recovery-code-list/recovery-code-list-element.js';
import { renderHeading } from '../shared/controls/render-heading.js';

export interface Enrolled {
  readonly issuer: string;
  readonly recoveryCodes: readonly string[];
  /** Goes on, the codes kept; without it there is nowhere to go. */
  readonly onContinue?: () => void;
}

/** The app is linked: say so, show the recovery codes for the only time, and on to the site. */
export function renderEnrolled(enrolled: Enrolled): TemplateResult {
  const { issuer, recoveryCodes, onContinue } = enrolled;
  const list = createRef<RecoveryCodeListElement>();
  return html`
    ${renderHeading(
      msg(str`Your authenticator app is linked to ${issuer}`, {
        id: 'enrollment.done.heading',
        desc: 'Linking an app, done: heading; {0} is the name of the site',
      }),
    )}
    <p class="lead">
      ${msg('From now on you enter the code from the app when you sign in.', {
        id: 'enrollment.done.lead',
        desc: 'Linking an app, done: what happens next time',
      })}
    </p>
    ${recoveryCodes.length > 0 ? renderRecoveryCodes(enrolled, list) : nothing}
    ${
      onContinue
        ? html`<div class="actions">
            <button
              class="button button--primary"
              type="button"
              part="button continue"
              @click=${() => {
                if (list.value?.reportKept() ?? true) onContinue();
              }}
            >
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

function renderRecoveryCodes(
  { issuer, recoveryCodes }: Enrolled,
  list: Ref<RecoveryCodeListElement>,
): TemplateResult {
  return html`
    <h3 class="heading heading--small">${keepThem(recoveryCodes.length)}</h3>
    <p>${aboutThem(recoveryCodes.length)}</p>
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      ${ref(list)}
      .codes=${recoveryCodes}
      .issuer=${issuer}
    ></mfa-recovery-code-list>
  `;
}

const keepThem = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('Keep your recovery code', {
        id: 'enrollment.recovery-codes.heading.one',
        desc: 'Linking an app, recovery codes, when there is only one: heading',
      }),
    other: () =>
      msg('Keep your recovery codes', {
        id: 'enrollment.recovery-codes.heading.other',
        desc: 'Linking an app, recovery codes: heading',
      }),
  });

const aboutThem = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg(
        'With this recovery code you can sign in when you have lost your phone. It works once. Keep it in a safe place: it is shown only now.',
        {
          id: 'enrollment.recovery-codes.lead.one',
          desc: 'Linking an app, recovery codes, when there is only one: what it is for',
        },
      ),
    other: () =>
      msg(
        'With a recovery code you can sign in when you have lost your phone. Each code works once. Keep them in a safe place: they are shown only now.',
        {
          id: 'enrollment.recovery-codes.lead.other',
          desc: 'Linking an app, recovery codes: what they are for',
        },
      ),
  });
