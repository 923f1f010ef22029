import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderCodesToKeep, type CodesToKeep } from '../recovery-code-list/render-codes-to-keep.js';
import { renderHeading } from '../shared/controls/render-heading.js';

export interface NewCodes extends Pick<CodesToKeep, 'codes' | 'issuer' | 'onContinue'> {
  /** Whether the account had no codes before. */
  readonly areFirst: boolean;
}

/** Renders the codes that were generated. */
export function renderNewCodes({ areFirst, ...newCodes }: NewCodes): TemplateResult {
  const { length } = newCodes.codes;
  return renderCodesToKeep({
    ...newCodes,
    introduction: html`
      ${renderHeading(areFirst ? firstHeading(length) : newHeading(length))}
      <p class="lead">${areFirst ? firstLead(length) : newLead(length)}</p>
    `,
    continueLabel: msg('Done', {
      id: 'recovery-codes.new.continue',
      desc: 'Recovery codes, new ones: button',
    }),
  });
}

const firstHeading = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('Keep your recovery code', {
        id: 'recovery-codes.first.heading.one',
        desc: 'Recovery codes, the first ones, when there is only one: heading',
      }),
    other: () =>
      msg('Keep your recovery codes', {
        id: 'recovery-codes.first.heading.other',
        desc: 'Recovery codes, the first ones: heading',
      }),
  });

const newHeading = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('Keep your new recovery code', {
        id: 'recovery-codes.new.heading.one',
        desc: 'Recovery codes, new ones, when there is only one: heading',
      }),
    other: () =>
      msg('Keep your new recovery codes', {
        id: 'recovery-codes.new.heading.other',
        desc: 'Recovery codes, new ones: heading',
      }),
  });

const firstLead = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg('The code works once. Keep it in a safe place: it is shown only now.', {
        id: 'recovery-codes.first.lead.one',
        desc: 'Recovery codes, the first ones, when there is only one: what it is',
      }),
    other: () =>
      msg('Each code works once. Keep them in a safe place: they are shown only now.', {
        id: 'recovery-codes.first.lead.other',
        desc: 'Recovery codes, the first ones: what they are',
      }),
  });

const newLead = (codes: number): string =>
  plural(codes, {
    one: () =>
      msg(
        'Your old recovery codes no longer work. The new code works once. Keep it in a safe place: it is shown only now.',
        {
          id: 'recovery-codes.new.lead.one',
          desc: 'Recovery codes, new ones, when there is only one: what it is',
        },
      ),
    other: () =>
      msg(
        'Your old recovery codes no longer work. Each new code works once. Keep them in a safe place: they are shown only now.',
        { id: 'recovery-codes.new.lead.other', desc: 'Recovery codes, new ones: what they are' },
      ),
  });
