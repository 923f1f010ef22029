import { html, noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** The name of the slot and of its part, by which the styles show what is assigned to it. */
const SHOWN = 'shown';

/**
 * Shows one of the children of an element, the one with the given text, or none.
 *
 * The child is assigned to the only slot of a shadow tree, by hand (`slotAssignment: 'manual'`). That changes
 * no node, attribute or style. The tree is closed, so `assignedSlot` is null, which some recorders read, and
 * only the layout tells which child shows.
 */
class ShowChildDirective extends Directive {
  #slot: HTMLSlotElement | undefined;
  #isManual = false;
  #shown: Element | undefined;

  override render(_text: string): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [text]: [string]): unknown {
    const slot = (this.#slot ??= this.#attachSlot(element));
    const child = [...element.children].find(({ textContent }) => textContent === text);
    if (child === this.#shown) return noChange;
    if (this.#isManual) {
      slot.assign(...(child ? [child] : []));
    } else {
      this.#shown?.removeAttribute('slot');
      child?.setAttribute('slot', SHOWN);
    }
    this.#shown = child;
    return noChange;
  }

  #attachSlot(element: Element): HTMLSlotElement {
    // eslint-disable-next-line wc/no-closed-shadow-root -- So that no script can read what is assigned.
    const tree = element.attachShadow({ mode: 'closed', slotAssignment: 'manual' });
    // Not in a simulated document, nor where a script has replaced `attachShadow` and drops these options.
    // A person has to see the digits there too, so an attribute assigns them.
    this.#isManual = tree.slotAssignment === 'manual';
    const slot = document.createElement('slot');
    slot.name = SHOWN;
    slot.setAttribute('part', SHOWN);
    tree.append(slot);
    return slot;
  }
}

const showChild = directive(ShowChildDirective);

/**
 * Renders one painted slot of a code field. It always has every glyph in it, of which it shows one.
 *
 * Why: session recorders (rrweb, and what is built on it) record every text, attribute, style and style sheet
 * in light and shadow trees, and mask only the value of inputs. So nothing of these may depend on the digit.
 *
 * Not chosen: a strip of glyphs that a Web Animation moves, because `cancel()` and `finish()` of the page
 * reach it, and recorders begin to record animations; an input in each slot, because password managers fill
 * them; a canvas, which has no forced colours and no sharp text when zoomed; the text of the real input, which
 * can have no gap between two groups; a text in a closed shadow tree, which a recorder that has replaced
 * `attachShadow` reads.
 *
 * @param classes The class names of the slot.
 * @param glyph What it shows: a digit, `•`, or '' for an empty slot.
 */
export const renderPaintedDigit = (classes: string, glyph: string): TemplateResult => html`
  <span class=${classes} part="digit" ${showChild(glyph)}>
    <span hidden>0</span>
    <span hidden>1</span>
    <span hidden>2</span>
    <span hidden>3</span>
    <span hidden>4</span>
    <span hidden>5</span>
    <span hidden>6</span>
    <span hidden>7</span>
    <span hidden>8</span>
    <span hidden>9</span>
    <span hidden>•</span>
  </span>
`;
