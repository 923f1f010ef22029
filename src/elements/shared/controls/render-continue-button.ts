import { html, type TemplateResult } from 'lit';

/** Renders the button that leaves a step on which there was something to see first. */
export const renderContinueButton = (
  label: string,
  onContinue: (event: Event) => void,
): TemplateResult =>
  html`<div class="actions">
    <button
      class="button button--primary"
      type="button"
      part="button continue"
      @click=${onContinue}
    >
      ${label}
    </button>
  </div>`;
