import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { msg } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import type { RecoveryCodeListElement } from '../recovery-code-list/recovery-code-list-element.js';
import { renderHeading } from '../shared/controls/render-heading.js';

export interface NewCodes {
  readonly codes: readonly string[];
  readonly issuer: string | undefined;
  /** There were none before them. */
  readonly areFirst: boolean;
  /** The codes are kept. */
  readonly onContinue: () => void;
}

/** The new codes, for the only time. */
export function renderNewCodes({ codes, issuer, areFirst, onContinue }: NewCodes): TemplateResult {
  const list = createRef<RecoveryCodeListElement>();
  return html`
    ${renderHeading(areFirst ? keepFirst(codes.length) : keepNew(codes.length))}
    <p class="lead">${areFirst ? aboutFirst(codes.length) : aboutNew(codes.length)}</p>
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      ${ref(list)}
      .codes=${codes}
      .issuer=${issuer}
    ></mfa-recovery-code-list>
    <div class="actions">
      <button
        class="button button--primary"
        type="button"
        part="button continue"
        @click=${() => {
          if (list.value?.reportKept()) onContinue();
        }}
      >
        ${msg('Done', { id: 'recovery-codes.new.continue', desc: 'Recovery codes, new ones: button' })}
      </button>
    </div>
  `;
}

const keepFirst = (codes: number): string =>
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

const keepNew = (codes: number): string =>
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

const aboutFirst = (codes: number): string =>
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

const aboutNew = (codes: number): string =>
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
