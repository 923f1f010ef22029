import { html, type TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';
import { sendsAgain } from './sends-again.js';

export interface SubmitButton {
  readonly label: string;
  /** A request is under way: the button says so, stays focusable and does nothing. */
  readonly busy: boolean;
  /** The next try has to wait: the button looks so and stays focusable; `submit` says how long. */
  readonly waiting?: boolean;
  readonly submit: () => void;
  /** `danger` for what cannot be undone. */
  readonly tone?: 'primary' | 'danger';
}

/** The button that sends a light-DOM form from the shadow tree. One press sends once, however long. */
export function renderSubmitButton(button: SubmitButton): TemplateResult {
  const { label, busy, waiting = false, submit, tone = 'primary' } = button;
  const press = (event: Event): void => {
    if (!sendsAgain(event)) submit();
  };
  return html`<button
    class="button button--${tone}"
    type="button"
    part="button submit"
    aria-disabled=${busy || waiting}
    @keydown=${(event: KeyboardEvent) => {
      if (sendsAgain(event)) event.preventDefault();
    }}
    @click=${busy ? undefined : press}
  >
    ${busy ? msg('One moment…', { id: 'button.busy', desc: 'Any button: a request is under way' }) : label}
  </button>`;
}
