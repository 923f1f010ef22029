import { html, type TemplateResult } from 'lit';

/**
 * Renders what is being waited for in a live region. The region is there at every step, because it has
 * to exist before its text: a wait in the middle of a flow is then announced too (A8).
 *
 * @param text The text; empty while nothing is being waited for.
 */
export const renderLoading = (text = ''): TemplateResult =>
  html`<p class=${text ? 'loading' : 'visually-hidden'} role="status" .textContent=${text}></p>`;
