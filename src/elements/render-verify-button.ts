import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import type { FieldForm } from './field-form.js';
import { renderSubmitButton } from './render-submit-button.js';

/** The button that sends a code, unless the author's form has one of its own. */
export function renderVerifyButton(
  codeForm: FieldForm,
  busy: boolean,
): TemplateResult | typeof nothing {
  if (codeForm.hasButton) return nothing;
  return renderSubmitButton({
    label: msg('Verify code', {
      id: 'code.submit',
      desc: 'Code field: button that sends the code',
    }),
    busy,
    submit: () => codeForm.requestSubmit(),
  });
}
