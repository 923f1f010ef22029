import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { RenewOutcome } from '../../flow/recovery-codes.js';

/** How the wish for new codes ended. Honest where nobody knows (C49). */
export const renderOutcome = (outcome: RenewOutcome): TemplateResult =>
  outcome === 'renewed'
    ? html`<p class="notice notice--success">
        ${msg('You have new recovery codes. The old ones no longer work.', {
          id: 'recovery-codes.renewed',
          desc: 'Recovery codes: new ones were made and kept',
        })}
      </p>`
    : html`<p class="notice notice--error">
        ${msg(
          'The connection was lost, so we do not know whether there are new codes. Your old recovery codes may no longer work, and you have not seen the new ones. Make new recovery codes once more.',
          {
            id: 'recovery-codes.unknown-outcome',
            desc: 'Recovery codes: new ones were asked for but the answer never came',
          },
        )}
      </p>`;
