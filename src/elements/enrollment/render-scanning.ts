import { html, type nothing, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { enrollmentHeading } from './enrollment-messages.js';
import { renderAddOnDesktop, renderAddOnHandheld, type AddAccount } from './render-add-account.js';
import { renderApps } from './render-apps.js';

export interface Scanning extends AddAccount {
  /** Whether the app is most likely on this device. */
  readonly handheld: boolean;
  /** The buttons that send the code and cancel. */
  readonly actions: TemplateResult;
  /** The notice about the time that is left. */
  readonly expiryNotice: TemplateResult | typeof nothing;
}

/**
 * Renders all it takes to link an app: get the app, add the account, type the code. On a handheld device
 * getting the app is folded away, because opening it comes first there.
 */
export function renderScanning(scanning: Scanning): TemplateResult {
  const { issuer, handheld } = scanning;
  return html`
    ${renderHeading(enrollmentHeading())}
    <p class="lead">
      ${msg(
        str`From now on you sign in to ${issuer} with your password and a code from an app on your phone. You link the app once.`,
        { id: 'enrollment.lead', desc: 'Linking an app: why; {0} is the name of the site' },
      )}
    </p>
    <ol class="steps">
      ${
        handheld
          ? html`<li class="step">${renderAddOnHandheld(scanning)}</li>`
          : html`<li class="step">${renderGetApp(scanning)}</li>
              <li class="step">${renderAddOnDesktop(scanning)}</li>`
      }
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
      ${msg('Don’t have one on your phone yet? Install one of these or any other.', {
        id: 'enrollment.app.lead',
        desc: 'Linking an app, step 1: what to do',
      })}
    </p>
    ${renderApps(apps)}
  `;
}

function renderEnterCode({ actions, expiryNotice }: Scanning): TemplateResult {
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
    <div class="actions">${actions}</div>
    ${expiryNotice}
  `;
}
