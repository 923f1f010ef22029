import { html, nothing, type TemplateResult } from 'lit';
import type { FieldForm } from './field-form.js';
import { renderRetryNotice } from './render-retry-notice.js';
import { renderSubmitButton, type SubmitButton } from '../controls/render-submit-button.js';

/**
 * The button that sends a form with one field, unless the author's form has one of its own; before it
 * how long the next try has to wait, when it has to.
 */
export function renderFormButton(
  form: FieldForm,
  button: Pick<SubmitButton, 'label' | 'busy' | 'tone'>,
): TemplateResult {
  return html`
    ${renderRetryNotice(form.wait.progress)}
    ${
      form.hasButton
        ? nothing
        : renderSubmitButton({
            ...button,
            waiting: form.wait.isRunning,
            submit: () => form.requestSubmit(),
          })
    }
  `;
}
