import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../localization/format-number.js';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';
import { renderContinue } from './render-go-on.js';

function codesLeft(left: number): string {
  if (left < 1) {
    return msg('This was your last recovery code.', {
      id: 'challenge.few-recovery-codes.none',
      desc: 'Signed in with a recovery code: none are left',
    });
  }
  return plural(left, {
    one: () =>
      msg('You have one recovery code left.', {
        id: 'challenge.few-recovery-codes.one',
        desc: 'Signed in with a recovery code: one is left',
      }),
    other: () =>
      msg(str`You have ${formatNumber(left)} recovery codes left.`, {
        id: 'challenge.few-recovery-codes.other',
        desc: 'Signed in with a recovery code: few are left; {0} is a number above 1',
      }),
  });
}

/** Signed in with one of the last recovery codes: says so before going on. */
export function renderFewRecoveryCodes(left: number, onContinue: () => void): TemplateResult {
  return html`
    ${renderSignedIn()}
    <p class="notice" part="few-recovery-codes">
      <strong>${codesLeft(left)}</strong>
      ${msg(
        'Make new ones in your profile, so that you can also sign in when you lose your phone.',
        {
          id: 'challenge.few-recovery-codes.advice',
          desc: 'Signed in with a recovery code, few are left: what to do',
        },
      )}
    </p>
    ${renderContinue(onContinue)}
  `;
}
