import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../localization/format-number.js';
import { msg, str } from '../../localization/msg.js';
import { plural } from '../../localization/plural.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';

/** Renders the step that warns, before the page is left, that few recovery codes are left. */
export const renderFewRecoveryCodes = (
  left: number,
  onContinue: () => void,
): TemplateResult => html`
  ${renderSignedIn()}
  <p class="notice" part="few-recovery-codes">
    <strong>${fewCodesMessage(left)}</strong>
    ${msg('Make new ones in your profile, so that you can also sign in when you lose your phone.', {
      id: 'challenge.few-recovery-codes.advice',
      desc: 'Signed in with a recovery code, few are left: what to do',
    })}
  </p>
  ${renderContinueButton(continueLabel(), onContinue)}
`;

/** The label of the button that continues after signing in with a recovery code. */
export const continueLabel = (): string =>
  msg('Go on', {
    id: 'challenge.continue',
    desc: 'Signed in with a recovery code, few are left or there are new ones: button',
  });

function fewCodesMessage(left: number): string {
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
