import { ManualError } from '../manual-error.js';
import type { ControlName } from '../capture/controls.js';
import type { FoundControl } from '../capture/capture.js';
import { html, type Markup } from './html.js';

const SLOT = /\{(\w+)\}/;

/** Fills the slots of texts: `{verify}` with the name of a control, `{1}` with the number of a mark. */
export class Filler {
  readonly #controls: ReadonlyMap<string, FoundControl>;

  constructor(controls: ReadonlyMap<ControlName, FoundControl>) {
    this.#controls = controls;
  }

  #controlOf(slot: string, text: string): FoundControl {
    const control = this.#controls.get(slot);
    if (!control)
      throw new ManualError(`“${text}” has {${slot}}, a control that was not captured.`);
    return control;
  }

  /** Renders names in bold or as links, and numbers as they look in the picture. */
  fill(text: string): Markup {
    const parts = text.split(SLOT).map((part, index) => {
      if (index % 2 === 0) return html`${part}`;
      if (/^\d$/.test(part)) return html`<span class="number">${part}</span>`;
      const { name, href } = this.#controlOf(part, text);
      return href !== undefined && /^(https|tel):/.test(href)
        ? html`<a href="${href}">${name}</a>`
        : html`<strong>${name}</strong>`;
    });
    return html`${parts}`;
  }

  /** Renders one control as a link to its target. */
  link(name: ControlName): Markup {
    return this.fill(`{${name}}`);
  }
}
