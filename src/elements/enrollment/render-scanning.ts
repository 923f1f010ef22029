import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Enrollment } from '../../backend/backend.js';
import { groupSecret } from '../../otp/group-secret.js';
import type { CopyButton } from '../copy-button.js';
import type { AuthenticatorApp } from './authenticator-apps.js';

export interface Scanning {
  readonly heading: TemplateResult;
  readonly enrollment: Enrollment;
  readonly issuer: string;
  readonly apps: readonly AuthenticatorApp[];
  /** The app is most likely on this very device. */
  readonly handheld: boolean;
  readonly copyButton: CopyButton;
  /** The button that sends the code. */
  readonly verifyButton: TemplateResult | typeof nothing;
}

/** The step with everything needed to link an app: get it, scan, type the code. */
export function renderScanning(scanning: Scanning): TemplateResult {
  const { heading, issuer, handheld } = scanning;
  return html`
    ${heading}
    <p class="lead">
      ${msg(
        str`From now on you sign in to ${issuer} with your password and a code from an app on your phone. You link the app once.`,
        { id: 'enrollment.lead', desc: 'Linking an app: why; {0} is the name of the site' },
      )}
    </p>
    <ol class="steps">
      <li class="step">${renderGetApp(scanning)}</li>
      <li class="step">${handheld ? renderOnThisDevice(scanning) : renderScan(scanning)}</li>
      <li class="step">${renderEnterCode(scanning)}</li>
    </ol>
  `;
}

function renderGetApp({ apps }: Scanning): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${msg('Get an authenticator app', {
        id: 'enrollment.app.heading',
        desc: 'Linking an app, step 1: heading',
      })}
    </h3>
    <p>
      ${msg(
        'Have you no authenticator app on your phone yet? Install one, for example one of these. Any other authenticator app works too.',
        { id: 'enrollment.app.lead', desc: 'Linking an app, step 1: what to do' },
      )}
    </p>
    <ul class="apps">
      ${apps.map(renderApp)}
    </ul>
  `;
}

function renderApp({ name, manual, android, ios }: AuthenticatorApp): TemplateResult {
  return html`<li class="app">
    ${renderLink(manual, name)}
    <span class="stores">
      ${android ? renderLink(android, 'Google Play', `${name}: Google Play`) : nothing}
      ${ios ? renderLink(ios, 'App Store', `${name}: App Store`) : nothing}
    </span>
  </li>`;
}

/** A link beside the flow: in its own tab, so that the QR code is still here afterwards. */
function renderLink(url: string, text: string, label = text): TemplateResult {
  return html`<a
    class="link"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${msg(str`${label} (opens in a new tab)`, {
      id: 'link.new-tab',
      desc: 'Any link to another site: its name for screen readers; {0} is its text',
    })}
    >${text}</a
  >`;
}

function renderScan(scanning: Scanning): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${msg('Scan the QR code', {
        id: 'enrollment.scan.heading',
        desc: 'Linking an app, step 2: heading',
      })}
    </h3>
    <p>${renderAddAccount()}</p>
    <div class="scan">
      ${renderQr(scanning)}
      <div class="by-hand">
        <p>
          ${msg('Does scanning not work? Choose to enter a key in the app, and type this key.', {
            id: 'enrollment.key.lead',
            desc: 'Linking an app, step 2: typing the key in place of scanning',
          })}
        </p>
        ${renderKey(scanning)}
      </div>
    </div>
  `;
}

function renderOnThisDevice(scanning: Scanning): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${msg('Add the account to the app', {
        id: 'enrollment.add.heading',
        desc: 'Linking an app on the phone itself, step 2: heading',
      })}
    </h3>
    <p>
      ${msg('Is the app on this phone? Open it with this button: the account is added by itself.', {
        id: 'enrollment.open.lead',
        desc: 'Linking an app on the phone itself, step 2: what to do',
      })}
    </p>
    <p>
      <a class="button button--primary" part="button" href=${scanning.enrollment.otpauthUri}>
        ${msg('Open the app on this phone', {
          id: 'enrollment.open.action',
          desc: 'Linking an app on the phone itself, step 2: link that opens the app',
        })}
      </a>
    </p>
    <p>
      ${msg('Does nothing open? Choose to enter a key in the app, and paste or type this key.', {
        id: 'enrollment.open.key',
        desc: 'Linking an app on the phone itself, step 2: the key in place of the button',
      })}
    </p>
    ${renderKey(scanning)}
    <details class="other-device">
      <summary>
        ${msg('The app is on another device', {
          id: 'enrollment.open.other-device',
          desc: 'Linking an app on the phone itself, step 2: unfolds the QR code',
        })}
      </summary>
      <p>${renderAddAccount()}</p>
      ${renderQr(scanning)}
    </details>
  `;
}

function renderAddAccount(): string {
  return msg(
    'Open the app and choose to add an account. Then choose Other account and scan this code.',
    {
      id: 'enrollment.scan.lead',
      desc: 'Linking an app, step 2: what to do in the app. Dutch: "account toevoegen" and "ander account"',
    },
  );
}

function renderQr({ enrollment }: Scanning): TemplateResult {
  return html`<mfa-qr-code
    class="qr"
    part="qr"
    .value=${enrollment.otpauthUri}
    .label=${msg('QR code for your authenticator app', {
      id: 'enrollment.qr.label',
      desc: 'Linking an app, step 2: name of the picture, for screen readers',
    })}
  ></mfa-qr-code>`;
}

function renderKey({ enrollment, copyButton }: Scanning): TemplateResult {
  return html`
    <p class="key" part="key" translate="no">${groupSecret(enrollment.secret)}</p>
    <div class="copy">
      ${copyButton.render(
        msg('Copy key', { id: 'enrollment.key.copy', desc: 'Linking an app, step 2: button' }),
        enrollment.secret,
      )}
    </div>
  `;
}

function renderEnterCode({ verifyButton }: Scanning): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${msg('Enter the code', { id: 'enrollment.code.heading', desc: 'Linking an app, step 3: heading' })}
    </h3>
    <p>
      ${msg('The app now shows a code of 6 digits, a new one every 30 seconds. Type it here.', {
        id: 'enrollment.code.lead',
        desc: 'Linking an app, step 3: what to do',
      })}
    </p>
    <slot name="code-form"></slot>
    <div class="actions">${verifyButton}</div>
  `;
}
