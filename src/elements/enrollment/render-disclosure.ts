import { html, type TemplateResult } from 'lit';

export interface Disclosure {
  readonly summary: string;
  readonly content: TemplateResult;
  /** The part that names what opening it does, such as `show-qr`. */
  readonly part: string;
  /** Whether it is open. Without `toggled` the browser keeps the state from there on. */
  readonly open?: boolean;
  readonly toggled?: (open: boolean) => void;
}

/** Renders content that is folded away behind a summary. */
export function renderDisclosure(disclosure: Disclosure): TemplateResult {
  const { summary, content, part, open, toggled } = disclosure;
  const body = html`<summary class="summary" part="button ${part}">${summary}</summary>
    <div class="unfolded">${content}</div>`;
  return toggled
    ? html`<details
        class="disclosure"
        .open=${open ?? false}
        @toggle=${(event: Event) => toggled((event.currentTarget as HTMLDetailsElement).open)}
      >
        ${body}
      </details>`
    : html`<details class="disclosure" .open=${open ?? false}>${body}</details>`;
}
