import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';

export interface RememberDevice {
  readonly checked: boolean;
  /** Whether the code is being sent, and the choice with it. */
  readonly busy: boolean;
  readonly choose: (remember: boolean) => void;
}

export function renderRememberDevice({ checked, busy, choose }: RememberDevice): TemplateResult {
  return html`<div class="remember">
    <label class="remember-label">
      <input
        type="checkbox"
        part="checkbox remember-device"
        aria-describedby="remember-hint"
        .checked=${checked}
        ?disabled=${busy}
        @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}
      />
      <span>
        ${msg('Remember this device', {
          id: 'challenge.remember.label',
          desc: 'Sign-in, code: checkbox to be asked no code on this device for a time',
        })}
      </span>
    </label>
    <p class="remember-hint" id="remember-hint">
      ${msg('Only on a device of your own. For some time you then need no code here.', {
        id: 'challenge.remember.hint',
        desc: 'Sign-in, code: hint at the checkbox to remember this device',
      })}
    </p>
  </div>`;
}
