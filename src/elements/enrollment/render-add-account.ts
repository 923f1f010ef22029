import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';
import { renderApps } from './render-apps.js';
import { renderManualEntry, type ManualEntry } from './render-manual-entry.js';
import { renderDisclosure } from './render-disclosure.js';
import { renderGuide, type Guide } from './render-guide.js';

export interface AddAccount extends ManualEntry, Guide {
  /** Called when the user presses the link that opens the app. */
  readonly onOpenApp: (event: Event) => void;
  /** How drawing the QR code went. `late` is a code that was drawn after it had failed. */
  readonly qr: 'drawn' | 'failed' | 'late';
  /** Called with the `load` and `error` events of the QR code. */
  readonly onQr: (event: Event) => void;
}

/**
 * Renders how to add the account on a computer: scan the QR code, with the steps in each app beside it.
 *
 * There is no link that opens an app: on most computers it would do nothing, and users with an app on
 * the computer can copy the key.
 */
export function renderAddOnDesktop(adding: AddAccount): TemplateResult {
  return html`
    <h3 class="heading heading--small">
      ${
        canScan(adding)
          ? msg('Scan the QR code', {
              id: 'enrollment.scan.heading',
              desc: 'Linking an app, step 2: heading',
            })
          : addHeading()
      }
    </h3>
    <div class=${adding.qr === 'failed' ? 'scan scan--failed' : 'scan'}>
      ${renderQr(adding)}
      <div>
        ${renderScanLead(adding)}
        <div class="ways">${renderGuide(adding, canScan(adding) ? 'scan' : 'key')}</div>
      </div>
    </div>
    <div class="ways">
      ${renderDisclosure({
        summary: msg('Can’t scan it? Enter a key', {
          id: 'enrollment.manual-entry.summary',
          desc: 'Linking an app, step 2: unfolds the key; also for an app on this very computer',
        }),
        part: 'show-key',
        // Once it shows, it stays: the user may be typing it.
        open: adding.qr !== 'drawn',
        content: html`<p>
            ${msg(
              'In the app, choose to enter a key and copy these details. This also works when the app is on this computer.',
              {
                id: 'enrollment.key.lead',
                desc: 'Linking an app, step 2: typing the key in place of scanning',
              },
            )}
          </p>
          ${renderManualEntry(adding)}`,
      })}
    </div>
  `;
}

/** Renders how to add the account on a handheld device: a link opens the app. The rest is folded away. */
export function renderAddOnHandheld(adding: AddAccount): TemplateResult {
  return html`
    <h3 class="heading heading--small">${addHeading()}</h3>
    <p>
      ${msg('Your app opens and adds the account by itself.', {
        id: 'enrollment.open.lead',
        desc: 'Linking an app on the phone itself, step 2: what to do',
      })}
    </p>
    <a
      class="button button--primary open-app"
      part="button open-app"
      href=${adding.enrollment.otpauthUri}
      @click=${adding.onOpenApp}
      ${hiddenFromRecorders()}
    >
      ${msg('Open the app on this phone', {
        id: 'enrollment.open.action',
        desc: 'Linking an app on the phone itself, step 2: link that opens the app',
      })}
    </a>
    <div class="ways">
      ${renderDisclosure({
        summary: msg('No authenticator app yet?', {
          id: 'enrollment.open.no-app',
          desc: 'Linking an app on the phone itself: unfolds where to get one',
        }),
        part: 'show-apps',
        content: html`<p>
            ${msg(
              'First install one, for example one of these. Any other authenticator app works too. Then come back to this page.',
              {
                id: 'enrollment.open.get-app',
                desc: 'Linking an app on the phone itself: where to get one',
              },
            )}
          </p>
          ${renderApps(adding.apps)}`,
      })}
      ${renderDisclosure({
        summary: msg('Does nothing open?', {
          id: 'enrollment.open.manual-entry',
          desc: 'Linking an app on the phone itself: unfolds the key, in place of the button',
        }),
        part: 'show-key',
        content: html`<p>
            ${msg('Then enter the key in the app yourself.', {
              id: 'enrollment.open.key',
              desc: 'Linking an app on the phone itself, step 2: the key in place of the button',
            })}
          </p>
          ${renderManualEntry(adding)} ${renderGuide(adding, 'key')}`,
      })}
      ${renderDisclosure({
        summary: msg('App on another device? Show the QR code', {
          id: 'enrollment.open.other-device',
          desc: 'Linking an app on the phone itself, step 2: unfolds the QR code',
        }),
        part: 'show-qr',
        content: html`${renderScanLead(adding)} ${renderQr(adding)}`,
      })}
    </div>
  `;
}

const canScan = ({ qr }: AddAccount): boolean => qr !== 'failed';

const addHeading = (): string =>
  msg('Add the account to the app', {
    id: 'enrollment.add.heading',
    desc: 'Linking an app on the phone itself, or without a QR code, step 2: heading',
  });

const renderScanLead = (adding: AddAccount): TemplateResult | typeof nothing =>
  canScan(adding)
    ? html`<p>
        ${msg(
          'Open the app and choose to add an account. Then choose Other account and scan this code.',
          {
            id: 'enrollment.scan.lead',
            desc: 'Linking an app, step 2: what to do in the app. Dutch: "account toevoegen" and "ander account"',
          },
        )}
      </p>`
    : nothing;

const renderQr = ({ enrollment, onQr }: AddAccount): TemplateResult =>
  html`<mfa-qr-code
    class="qr"
    part="qr"
    @load=${onQr}
    @error=${onQr}
    .value=${enrollment.otpauthUri}
  ></mfa-qr-code>`;
