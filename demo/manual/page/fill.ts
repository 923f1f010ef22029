import { ManualError } from '../manual-error.js';
import type { ControlName } from '../walk/controls.js';
import type { Found } from '../walk/recording.js';
import { html, type Markup } from './html.js';

const SLOT = /\{(\w+)\}/;

/** What can stand in a text: `{verify}` a name from the page, `{1}` the number of a mark. */
export class Filler {
  readonly #found: ReadonlyMap<string, Found>;

  constructor(found: ReadonlyMap<ControlName, Found>) {
    this.#found = found;
  }

  #nameIn(slot: string, text: string): Found {
    const found = this.#found.get(slot);
    if (!found) throw new ManualError(`“${text}” has {${slot}}, which the walk did not come by.`);
    return found;
  }

  /** As markup: names stand out, links can be followed, numbers look like those in the picture. */
  fill(text: string): Markup {
    const parts = text.split(SLOT).map((part, index) => {
      if (index % 2 === 0) return html`${part}`;
      if (/^\d$/.test(part)) return html`<span class="number">${part}</span>`;
      const { name, href } = this.#nameIn(part, text);
      return href !== undefined && /^(https|tel):/.test(href)
        ? html`<a href="${href}">${name}</a>`
        : html`<strong>${name}</strong>`;
    });
    return html`${parts}`;
  }

  /** One found control as a link to where it leads. */
  link(name: ControlName): Markup {
    return this.fill(`{${name}}`);
  }
}
