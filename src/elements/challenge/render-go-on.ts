import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';

/** The button after signing in, where there was something to see first. */
export const renderContinue = (onContinue: () => void): TemplateResult =>
  html`<div class="actions">
    <button
      class="button button--primary"
      type="button"
      part="button continue"
      @click=${onContinue}
    >
      ${msg('Go on', {
        id: 'challenge.continue',
        desc: 'Signed in with a recovery code, few are left: button',
      })}
    </button>
  </div>`;
