import { html, type TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';

export interface SubmitButton {
  readonly label: string;
  /** Whether a request is under way. The button then shows that, stays focusable and does nothing. */
  readonly busy: boolean;
  /** Whether the next try has to wait. The button then looks disabled, stays focusable and calls `submit`. */
  readonly waiting?: boolean;
  readonly submit: () => void;
  /** `danger` for an action that cannot be undone. */
  readonly tone?: 'primary' | 'danger';
}

/**
 * Returns whether an event repeats the press before it: Enter held down, or the second click of a
 * double click. A response may have arrived in between; the repetition would then submit a cleared form.
 */
export function isRepeatedPress(event: Event): boolean {
  return event instanceof KeyboardEvent
    ? event.key === 'Enter' && event.repeat
    : event instanceof MouseEvent && event.detail > 1;
}

/** Renders the main button of a step or dialog. One press submits once, however long it lasts. */
export function renderSubmitButton(button: SubmitButton): TemplateResult {
  const { label, busy, waiting = false, submit, tone = 'primary' } = button;
  const press = (event: Event): void => {
    if (!isRepeatedPress(event)) submit();
  };
  return html`<button
    class="button button--${tone}"
    type="button"
    part="button submit"
    aria-disabled=${busy || waiting}
    @keydown=${(event: KeyboardEvent) => {
      if (isRepeatedPress(event)) event.preventDefault();
    }}
    @click=${busy ? undefined : press}
  >
    ${busy ? busyLabel() : label}
  </button>`;
}

/** The label of a button while its request is under way. */
export const busyLabel = (): string =>
  msg('One moment…', { id: 'button.busy', desc: 'Any button: a request is under way' });
