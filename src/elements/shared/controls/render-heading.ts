import { html, type TemplateResult } from 'lit';

/** The heading of a step. It takes the focus when the step comes up (A11). */
export const renderHeading = (text: string): TemplateResult =>
  html`<h2 class="heading" tabindex="-1" part="heading">${text}</h2>`;
