import { html, type TemplateResult } from 'lit';

/**
 * What is being waited for, in a live region that stands at every step: before its text does, so that
 * a wait in the middle of a flow is read out as well (A8).
 *
 * @param text What is under way; nothing when nothing is.
 */
export const renderLoading = (text = ''): TemplateResult =>
  html`<p class=${text ? 'loading' : 'visually-hidden'} role="status" .textContent=${text}></p>`;
