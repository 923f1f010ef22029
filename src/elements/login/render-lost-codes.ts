import { html, type TemplateResult } from 'lit';
import { lostCodesMessage } from '../enrollment/lost-codes-message.js';
import { continueLabel, renderLinked } from '../enrollment/render-linked.js';
import { renderContinueButton } from '../shared/controls/render-continue-button.js';

/** Renders that an app is linked, but that recovery codes which came with it could not be shown. */
export const renderLostCodes = (issuer: string, onContinue: () => void): TemplateResult => html`
  ${renderLinked(issuer)}
  <p>${lostCodesMessage()}</p>
  ${renderContinueButton(continueLabel(issuer), onContinue)}
`;
