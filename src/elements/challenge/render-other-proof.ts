import { html, type TemplateResult } from 'lit';
import type { ChallengeProof } from '../../flow/challenge.js';
import { msg } from '../../localization/msg.js';

/** The button to the other way in. */
export const renderOtherProof = (proof: ChallengeProof, choose: () => void): TemplateResult =>
  html`<button
    class="button button--link"
    type="button"
    part="button use-${proof}"
    @click=${choose}
  >
    ${
      proof === 'code'
        ? msg('Use the code from the app', {
            id: 'challenge.recovery-code.use-code',
            desc: 'Sign-in, recovery code: back to the code from the app',
          })
        : msg('No access to your phone? Use a recovery code', {
            id: 'challenge.code.use-recovery-code',
            desc: 'Sign-in, code: the other way in',
          })
    }
  </button>`;
