import { html, type TemplateResult } from 'lit';
import { lostCodesMessage } from '../enrollment/lost-codes-message.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';
import { continueLabel } from './render-few-recovery-codes.js';

/** Renders that the user is signed in, but that recovery codes which came with it could not be shown. */
export const renderLostRecoveryCodes = (
  canMakeNew: boolean,
  onContinue: () => void,
): TemplateResult => html`
  ${renderSignedIn()}
  <p>${lostCodesMessage(canMakeNew)}</p>
  ${renderContinueButton(continueLabel(), onContinue)}
`;
