import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import type { FieldForm } from '../shared/forms/field-form.js';
import { renderProofSwitch } from './render-code-entry.js';

export interface RecoveryCodeEntry {
  readonly form: FieldForm;
  /** Whether the recovery code is being sent. */
  readonly busy: boolean;
  /** Switches back to a code from the app. */
  readonly useCode: () => void;
}

/** Renders the step that asks for a recovery code. */
export const renderRecoveryCodeEntry = (entry: RecoveryCodeEntry): TemplateResult => html`
  ${renderHeading(
    msg('Use a recovery code', {
      id: 'challenge.recovery-code.heading',
      desc: 'Sign-in, recovery code: heading',
    }),
  )}
  <p class="lead">
    ${msg('You kept recovery codes when you linked your app. Each code works once.', {
      id: 'challenge.recovery-code.lead',
      desc: 'Sign-in, recovery code: what it is',
    })}
  </p>
  <slot name="recovery-form"></slot>
  <div class="actions">
    ${entry.form.renderButton(
      msg('Verify recovery code', {
        id: 'challenge.recovery-code.submit',
        desc: 'Sign-in, recovery code: button',
      }),
      entry.busy,
    )}
    ${renderProofSwitch('code', entry.useCode)}
  </div>
`;
