import { html, type TemplateResult } from 'lit';
import type { GenerateOutcome } from '../../flow/recovery-codes.js';
import { msg } from '../../localization/msg.js';

const MESSAGES: Record<GenerateOutcome, () => string> = {
  generated: () =>
    msg('You have recovery codes now.', {
      id: 'recovery-codes.first.generated',
      desc: 'Recovery codes: the first ones were made and kept',
    }),
  replaced: () =>
    msg('You have new recovery codes. The old ones no longer work.', {
      id: 'recovery-codes.replaced',
      desc: 'Recovery codes: new ones were made and kept',
    }),
  unknown: () =>
    msg(
      'There was no clear answer, so we do not know whether there are new codes. You have not seen them, and codes that you still had may no longer work. So make new recovery codes.',
      {
        id: 'recovery-codes.unknown-outcome',
        desc: 'Recovery codes: new ones were asked for but no clear answer came; a button to make new ones follows',
      },
    ),
};

/** Renders the result of generating codes. If it is not known, the text says so (C49). */
export const renderOutcome = (outcome: GenerateOutcome): TemplateResult =>
  html`<p class="notice notice--${outcome === 'unknown' ? 'error' : 'success'}">
    ${MESSAGES[outcome]()}
  </p>`;
