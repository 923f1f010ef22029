import { html, type TemplateResult } from 'lit';

export interface Disclosure {
  readonly summary: string;
  readonly content: TemplateResult;
  /** What opening it does, as the name of a part: `show-qr`. */
  readonly part: string;
  /** Whether it is open, where that is kept; without it the browser alone knows. */
  readonly open?: boolean;
  readonly toggled?: (open: boolean) => void;
}

/** Something that not everybody needs, one press away. */
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
    : html`<details class="disclosure">${body}</details>`;
}
