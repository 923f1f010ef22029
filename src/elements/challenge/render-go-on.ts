import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';

/** The button after signing in, where there was something to see first. */
export const renderGoOn = (goOn: () => void): TemplateResult =>
  html`<div class="actions">
    <button class="button button--primary" type="button" part="button go-on" @click=${goOn}>
      ${msg('Go on', {
        id: 'challenge.few-codes.action',
        desc: 'Signed in with a recovery code, few are left: button',
      })}
    </button>
  </div>`;
