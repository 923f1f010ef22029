import type { TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';
import type { FieldForm } from './field-form.js';
import { renderFormButton } from './render-form-button.js';

/** The button that sends a code, unless the author's form has one of its own. */
export function renderVerifyButton(codeForm: FieldForm, busy: boolean): TemplateResult {
  return renderFormButton(codeForm, {
    label: msg('Verify code', {
      id: 'code.submit',
      desc: 'Code field: button that sends the code',
    }),
    busy,
  });
}
