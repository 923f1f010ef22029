import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderCodesToKeep } from '../recovery-code-list/render-codes-to-keep.js';
import { lostCodesMessage } from './lost-codes-message.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
import { renderHeading } from '../shared/controls/render-heading.js';

export interface Enrolled {
  readonly issuer: string;
  readonly recoveryCodes: readonly string[];
  /** Recovery codes may have been made, but the response with them was lost. */
  readonly lostCodes?: boolean;
  /** Called when the user continues. Without it, neither recovery codes nor a button are rendered. */
  readonly onContinue?: () => void;
}

/** Renders the last step: the app is linked, and its recovery codes show only this once. */
export function renderEnrolled({
  issuer,
  recoveryCodes,
  lostCodes = false,
  onContinue,
}: Enrolled): TemplateResult {
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
    ${lostCodes ? html`<p>${lostCodesMessage()}</p>` : nothing}
    ${onContinue ? renderContinuation(recoveryCodes, issuer, onContinue) : nothing}
  `;
}

function renderContinuation(
  codes: readonly string[],
  issuer: string,
  onContinue: () => void,
): TemplateResult {
  const continueLabel = msg(str`Go on to ${issuer}`, {
    id: 'enrollment.done.action',
    desc: 'Linking an app, done: button; {0} is the name of the site',
  });
  if (codes.length === 0) return renderContinueButton(continueLabel, onContinue);
  return renderCodesToKeep({
    codes,
    issuer,
    introduction: html`
      <h3 class="heading heading--small">${codesHeading(codes.length)}</h3>
      <p>${codesLead(codes.length)}</p>
    `,
    continueLabel,
    onContinue,
  });
}

const codesHeading = (codes: number): string =>
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

const codesLead = (codes: number): string =>
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
