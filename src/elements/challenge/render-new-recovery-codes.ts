import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderCodesToKeep, type CodesToKeep } from '../recovery-code-list/render-codes-to-keep.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { continueLabel } from './render-few-recovery-codes.js';

/** Renders the recovery codes that a server gives in place of the one that was used to sign in. */
export const renderNewRecoveryCodes = (
  newCodes: Pick<CodesToKeep, 'codes' | 'issuer' | 'onContinue'>,
): TemplateResult =>
  renderCodesToKeep({
    ...newCodes,
    introduction: html`
      ${renderHeading(headingOf(newCodes.codes.length))}
      <p class="lead">${leadOf(newCodes.codes.length)}</p>
    `,
    continueLabel: continueLabel(),
  });

const headingOf = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('Keep your new recovery code', {
        id: 'challenge.new-recovery-codes.heading.one',
        desc: 'Signed in, and given one new recovery code: heading',
      }),
    other: () =>
      msg('Keep your new recovery codes', {
        id: 'challenge.new-recovery-codes.heading.other',
        desc: 'Signed in, and given new recovery codes: heading',
      }),
  });

const leadOf = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg(
        'You are signed in. The code you used no longer works: this one takes its place. Keep it in a safe place: it is shown only now.',
        {
          id: 'challenge.new-recovery-codes.lead.one',
          desc: 'Signed in with a recovery code, and given one new: what it is',
        },
      ),
    other: () =>
      msg(
        'You are signed in. The code you used no longer works: these take its place. Keep them in a safe place: they are shown only now.',
        {
          id: 'challenge.new-recovery-codes.lead.other',
          desc: 'Signed in with a recovery code, and given new ones: what they are',
        },
      ),
  });
