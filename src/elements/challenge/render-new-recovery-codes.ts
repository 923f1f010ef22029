import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { msg } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import type { RecoveryCodeListElement } from '../recovery-code-list/recovery-code-list-element.js';
import { renderContinue } from './render-go-on.js';

export interface NewRecoveryCodes {
  readonly codes: readonly string[];
  readonly issuer: string | undefined;
  /** Called once the codes are kept. */
  readonly onContinue: () => void;
}

/** Signed in, and given new recovery codes in place of the one that was spent: for the only time. */
export function renderNewRecoveryCodes({
  codes,
  issuer,
  onContinue,
}: NewRecoveryCodes): TemplateResult {
  const list = createRef<RecoveryCodeListElement>();
  return html`
    ${renderHeading(keepThem(codes.length))}
    <p class="lead">${aboutThem(codes.length)}</p>
    <mfa-recovery-code-list
      exportparts="recovery-codes, recovery-code, button, copy, download, print, checkbox, kept, reminder"
      ${ref(list)}
      .codes=${codes}
      .issuer=${issuer}
    ></mfa-recovery-code-list>
    ${renderContinue(() => {
      if (list.value?.reportKept()) onContinue();
    })}
  `;
}

const keepThem = (codes: number): string =>
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

const aboutThem = (codes: number): string =>
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
