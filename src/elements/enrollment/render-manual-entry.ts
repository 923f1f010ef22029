import { html, type TemplateResult } from 'lit';
import { groupSecret } from '../../otp/base32.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import type { Enrollment } from '../../backend/backend.js';
import { msg } from '../../localization/msg.js';
import type { CopyButton } from '../shared/controls/copy-button.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';

export interface ManualEntry {
  readonly enrollment: Enrollment;
  readonly issuer: string;
  readonly copyKey: CopyButton;
  readonly copyAccount: CopyButton;
}

/** Renders what an app asks for if the user does not scan: the account name, the key and its kind. */
export function renderManualEntry(entry: ManualEntry): TemplateResult {
  const { enrollment, copyKey, copyAccount } = entry;
  const account = accountName(entry);
  return html`
    <dl class="manual-entry">
      <div class="entry">
        <dt>
          ${msg('Account name', {
            id: 'enrollment.account.label',
            desc: 'Linking an app by typing: label of the name that the app asks for. Dutch apps: "Accountnaam"',
          })}
        </dt>
        <dd>
          <bdi class="account" part="account" translate="no">${account}</bdi>
          ${copyAccount.render(
            msg('Copy account name', {
              id: 'enrollment.account.copy',
              desc: 'Linking an app by typing: button',
            }),
            account,
            '.account',
          )}
        </dd>
      </div>
      <div class="entry">
        <dt>
          ${msg('Key', {
            id: 'enrollment.key.label',
            desc: 'Linking an app by typing: label of the key. Dutch apps: "Sleutel"',
          })}
        </dt>
        <dd>
          ${renderKey(enrollment.secret)}
          ${copyKey.render(
            msg('Copy key', { id: 'enrollment.key.copy', desc: 'Linking an app, step 2: button' }),
            enrollment.secret,
            '.key',
          )}
        </dd>
      </div>
      <div class="entry">
        <dt>
          ${msg('Kind of key', {
            id: 'enrollment.kind.label',
            desc: 'Linking an app by typing: label; some apps ask whether a key is time based',
          })}
        </dt>
        <dd>
          ${msg('Time based', {
            id: 'enrollment.kind.time-based',
            desc: 'Linking an app by typing: the kind of key. Dutch app: "Op tijd gebaseerd"',
          })}
        </dd>
      </div>
    </dl>
  `;
}

/** Returns the name that the app would show after scanning, so that the user recognizes the account. */
function accountName({ enrollment, issuer }: ManualEntry): string {
  const { account } = parseOtpauthUri(enrollment.otpauthUri);
  return account ? `${issuer}: ${account}` : issuer;
}

/**
 * Renders the key twice: to be seen and to be heard.
 *
 * The visible groups have no spaces between them, so that selecting and copying them gives the key
 * itself. A screen reader would read the groups as words, so it gets the letters one by one, as text and
 * not as an accessible name (A20, decision 2).
 */
function renderKey(secret: string): TemplateResult {
  const groups = groupSecret(secret).split(' ');
  return html`<span
      class="key"
      part="key"
      translate="no"
      dir="ltr"
      aria-hidden="true"
      ${hiddenFromRecorders()}
      >${groups.map((group) => html`<span class="group">${group}</span><wbr />`)}</span
    ><span class="visually-hidden spelled" translate="no" ${hiddenFromRecorders()}
      >${groups.map((group) => [...group].join(' ')).join(', ')}</span
    >`;
}
