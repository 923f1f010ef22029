import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { msg } from '../../localization/msg.js';
import type { RecoveryCodeListElement } from '../recovery-code-list/recovery-code-list-element.js';
import { renderHeading } from '../flow-element/render-heading.js';

export interface NewCodes {
  readonly codes: readonly string[];
  readonly issuer: string | undefined;
  /** There were none before them. */
  readonly areFirst: boolean;
  /** The codes are kept. */
  readonly finish: () => void;
}

/** The new codes, for the only time. */
export function renderNewCodes({ codes, issuer, areFirst, finish }: NewCodes): TemplateResult {
  const list = createRef<RecoveryCodeListElement>();
  return html`
    ${renderHeading(
      areFirst
        ? msg('Keep your recovery codes', {
            id: 'recovery-codes.first.heading',
            desc: 'Recovery codes, the first ones: heading',
          })
        : msg('Keep your new recovery codes', {
            id: 'recovery-codes.new.heading',
            desc: 'Recovery codes, new ones: heading',
          }),
    )}
    <p class="lead">
      ${
        areFirst
          ? msg('Each code works once. Keep them in a safe place: they are shown only now.', {
              id: 'recovery-codes.first.lead',
              desc: 'Recovery codes, the first ones: what they are',
            })
          : msg(
              'Your old recovery codes no longer work. Each new code works once. Keep them in a safe place: they are shown only now.',
              { id: 'recovery-codes.new.lead', desc: 'Recovery codes, new ones: what they are' },
            )
      }
    </p>
    <mfa-recovery-code-list ${ref(list)} .codes=${codes} .issuer=${issuer}></mfa-recovery-code-list>
    <div class="actions">
      <button
        class="button button--primary"
        type="button"
        part="button finish"
        @click=${() => {
          if (list.value?.reportKept()) finish();
        }}
      >
        ${msg('Done', { id: 'recovery-codes.new.finish', desc: 'Recovery codes, new ones: button' })}
      </button>
    </div>
  `;
}
