import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

export interface SubmitButton {
  readonly label: string;
  /** A request is under way: the button says so, stays focusable and does nothing. */
  readonly busy: boolean;
  readonly submit: () => void;
  /** `danger` for what cannot be undone. */
  readonly tone?: 'primary' | 'danger';
}

/** The button that sends a light-DOM form from the shadow tree. */
export function renderSubmitButton(button: SubmitButton): TemplateResult {
  const { label, busy, submit, tone = 'primary' } = button;
  return html`<button
    class="button button--${tone}"
    type="button"
    part="button submit"
    aria-disabled=${busy}
    @click=${busy ? undefined : submit}
  >
    ${busy ? msg('One moment…', { id: 'button.busy', desc: 'Any button: a request is under way' }) : label}
  </button>`;
}
