import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderCodesToKeep } from '../recovery-code-list/render-codes-to-keep.js';
import { continueLabel, renderLinked } from './render-linked.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';

export interface Enrolled {
  readonly issuer: string;
  readonly recoveryCodes: readonly string[];
  /** Called when the user continues. Without it, neither recovery codes nor a button are rendered. */
  readonly onContinue?: () => void;
}

/** Renders the last step: the app is linked, and its recovery codes show only this once. */
export function renderEnrolled({ issuer, recoveryCodes, onContinue }: Enrolled): TemplateResult {
  return html`
    ${renderLinked(issuer)}
    ${onContinue ? renderContinuation(recoveryCodes, issuer, onContinue) : nothing}
  `;
}

function renderContinuation(
  codes: readonly string[],
  issuer: string,
  onContinue: () => void,
): TemplateResult {
  const label = continueLabel(issuer);
  if (codes.length === 0) return renderContinueButton(label, onContinue);
  return renderCodesToKeep({
    codes,
    issuer,
    introduction: html`
      <h3 class="heading heading--small">${codesHeading(codes.length)}</h3>
      <p>${codesLead(codes.length)}</p>
    `,
    continueLabel: label,
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
