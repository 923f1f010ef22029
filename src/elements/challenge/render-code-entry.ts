import { html, nothing, type TemplateResult } from 'lit';
import type { ChallengeProof } from '../../flow/challenge.js';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import type { FieldForm } from '../shared/forms/field-form.js';
import { verifyCodeLabel } from '../shared/forms/field-labels.js';

export interface CodeEntry {
  readonly form: FieldForm;
  /** Whether the code is being sent. */
  readonly busy: boolean;
  /** The checkbox to remember this device, if there is one. */
  readonly rememberDevice: TemplateResult | typeof nothing;
  /** Switches to a recovery code. Absent if the backend does not verify recovery codes. */
  readonly useRecoveryCode: (() => void) | undefined;
}

/** Renders the step that asks for a code from the app. */
export const renderCodeEntry = (entry: CodeEntry): TemplateResult => html`
  ${renderHeading(msg('Enter your code', { id: 'challenge.code.heading', desc: 'Sign-in, code: heading' }))}
  <p class="lead">
    ${msg('Open the authenticator app on your phone. Type the code it shows for this site.', {
      id: 'challenge.code.lead',
      desc: 'Sign-in, code: what to do',
    })}
  </p>
  <slot name="code-form"></slot>
  ${entry.rememberDevice}
  <div class="actions">
    ${entry.form.renderButton(verifyCodeLabel(), entry.busy)}
    ${entry.useRecoveryCode ? renderProofSwitch('recovery-code', entry.useRecoveryCode) : nothing}
  </div>
`;

/** Renders the button that switches to this proof. */
export const renderProofSwitch = (proof: ChallengeProof, choose: () => void): TemplateResult =>
  html`<button
    class="button button--link"
    type="button"
    part="button use-${proof}"
    @click=${choose}
  >
    ${proofSwitchLabel(proof)}
  </button>`;

/** Labels the button that switches to this proof. */
export const proofSwitchLabel = (proof: ChallengeProof): string =>
  proof === 'code'
    ? msg('Use the code from the app', {
        id: 'challenge.recovery-code.use-code',
        desc: 'Sign-in, recovery code: back to the code from the app',
      })
    : msg('No access to your phone? Use a recovery code', {
        id: 'challenge.code.use-recovery-code',
        desc: 'Sign-in, code: the other way in',
      });
