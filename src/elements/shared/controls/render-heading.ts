import { html, type TemplateResult } from 'lit';

/** Renders the heading of a step, which receives the focus when the step appears (A11). */
export const renderHeading = (text: string): TemplateResult =>
  html`<h2 class="heading" tabindex="-1" part="heading">${text}</h2>`;
