import { html, type TemplateResult } from 'lit';
import type { MfaError } from '../../../backend/mfa-error.js';
import { renderFailure } from './render-failure.js';

/**
 * The page was set up wrongly: what a visitor is told, and for its owner what to change.
 *
 * @param tag The tag that is set up wrongly.
 */
export const renderMisconfiguration = (tag: string, error: MfaError): TemplateResult =>
  html`${renderFailure(error, {})}
    <p class="developer-message" lang="en"><code>&lt;${tag}&gt;: ${error.message}</code></p>`;
