import { html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { lostCodesMessage } from '../enrollment/lost-codes-message.js';
import { continueLabel, renderLinked } from '../enrollment/render-linked.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';

/**
 * Renders that an app is linked, but that recovery codes which came with it could not be shown. The status does not
 * say which app it is: another device may have linked one meanwhile.
 */
export const renderLostCodes = (
  issuer: string,
  canMakeNew: boolean,
  onContinue: () => void,
): TemplateResult => html`
  ${renderLinked(issuer, anyAppHeading(issuer))}
  <p>${lostCodesMessage(canMakeNew)}</p>
  ${renderContinueButton(continueLabel(issuer), onContinue)}
`;

const anyAppHeading = (issuer: string): string =>
  msg(str`An authenticator app is linked to ${issuer}`, {
    id: 'login.linked.heading',
    desc: 'Sign-in: a look-up says that an app is linked, this one or another: heading; {0} is the name of the site',
  });
