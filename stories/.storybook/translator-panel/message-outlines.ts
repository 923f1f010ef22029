import { flatTreeParent } from '../../message-inspector/flat-tree.js';
import { rectsOf, type PlacedRow } from './message-rows.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host {
    position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0;
    overflow: hidden; background: none; pointer-events: none;
  }
  .box {
    position: absolute; box-sizing: border-box; border: 1px solid #1d4ed8; border-radius: 3px;
    box-shadow: 0 0 0 1px rgb(255 255 255 / 50%);
  }
  .box--unseen { border-style: dashed; }
  .box--wrong { border: 2px solid #be123c; background: rgb(190 18 60 / 12%); }
  .box--chosen { outline: 3px solid #f59e0b; outline-offset: 1px; }
  .number {
    position: absolute; min-width: 16px; padding: 0 3px; border-radius: 8px; box-sizing: border-box;
    background: #1d4ed8; color: #fff; font: 600 11px/16px system-ui, sans-serif; text-align: center;
    box-shadow: 0 0 0 1px #fff; translate: -50% -60%;
  }
  .behind { opacity: 0.25; }
  .number--wrong { background: #be123c; }
`);

/** CSS px around a text. */
const MARGIN = 1;

/**
 * Draws numbered outlines around the messages of a picture, above everything else on the page. They take
 * no space, no focus and no clicks.
 */
export class MessageOutlines {
  readonly #layer = document.createElement('div');
  readonly #tree = this.#layer.attachShadow({ mode: 'open' });
  #rows: readonly PlacedRow[] = [];
  #chosen: string | undefined;

  constructor() {
    this.#tree.adoptedStyleSheets = [sheet];
    this.#layer.popover = 'manual';
    this.#layer.setAttribute('aria-hidden', 'true');
  }

  /** Outlines only these messages. */
  show(rows: readonly PlacedRow[]): void {
    this.#rows = rows;
    document.body.append(this.#layer);
    // Moves to the top of the top layer again, above a dialog that has opened since.
    this.#layer.hidePopover();
    this.#layer.showPopover();
    this.draw();
  }

  hide(): void {
    this.#rows = [];
    this.#layer.remove();
  }

  /** Highlights one message, and scrolls it into view. */
  choose(id: string): void {
    this.#chosen = id;
    const place = this.#rows.find((row) => row.id === id)?.places[0];
    const element = place?.ranges[0]?.node.parentElement ?? place?.element;
    element?.scrollIntoView({ block: 'nearest' });
    this.draw();
  }

  /** Draws again, after the page was scrolled or resized. */
  draw(): void {
    this.#tree.replaceChildren(...this.#rows.flatMap((row) => this.#outlinesOf(row)));
  }

  #outlinesOf({ id, number, complaint, places }: PlacedRow): HTMLElement[] {
    return places.flatMap(({ ranges, attribute, element }) => {
      const isUnseen = attribute !== undefined;
      const rects = isUnseen ? [element.getBoundingClientRect()] : linesOf(ranges.flatMap(rectsOf));
      return rects.flatMap((rect, index) => {
        const isBehind = isCovered(element, rect);
        const box = this.#piece('box', rect.left - MARGIN, rect.top - MARGIN);
        box.style.width = `${rect.width + 2 * MARGIN}px`;
        box.style.height = `${rect.height + 2 * MARGIN}px`;
        box.classList.toggle('box--unseen', isUnseen);
        box.classList.toggle('box--wrong', complaint !== undefined);
        box.classList.toggle('box--chosen', id === this.#chosen);
        box.classList.toggle('behind', isBehind);
        if (index > 0) return [box];
        const badge = this.#piece(
          'number',
          Math.max(8, rect.left - MARGIN),
          Math.max(9, rect.top - MARGIN),
        );
        badge.textContent = String(number);
        badge.classList.toggle('number--wrong', complaint !== undefined);
        badge.classList.toggle('behind', isBehind);
        return [box, badge];
      });
    });
  }

  #piece(kind: string, left: number, top: number): HTMLElement {
    const piece = document.createElement('div');
    piece.className = kind;
    piece.style.left = `${left}px`;
    piece.style.top = `${top}px`;
    return piece;
  }
}

/** Merges boxes into one a line: an element in a sentence has a box of its own. */
function linesOf(rects: readonly DOMRect[]): readonly DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const at = lines.findIndex(({ top, bottom }) => rect.top < bottom - 2 && top < rect.bottom - 2);
    const line = lines[at];
    if (!line) {
      lines.push(rect);
      continue;
    }
    const [left, top] = [Math.min(line.left, rect.left), Math.min(line.top, rect.top)];
    const width = Math.max(line.right, rect.right) - left;
    lines[at] = new DOMRect(left, top, width, Math.max(line.bottom, rect.bottom) - top);
  }
  return lines;
}

/** Tells whether something else covers it, such as a dialog. */
function isCovered(element: Element, { left, top, width, height }: DOMRect): boolean {
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  for (let inner = hit; inner;) {
    hit = inner;
    const deeper: Element | null | undefined = hit.shadowRoot?.elementFromPoint(x, y);
    inner = deeper && deeper !== hit ? deeper : null;
  }
  return hit !== null && !isWithin(hit, element) && !isWithin(element, hit);
}

function isWithin(element: Element, other: Element): boolean {
  for (let each: Element | null = element; each; each = flatTreeParent(each)) {
    if (each === other) return true;
  }
  return false;
}
