import { PALETTE, type PaletteName } from '../../src/styles/palette.js';
import type { Ground } from './color-pairs.js';

/** Where a pair was seen: as text, or as a line, ring or icon. */
export type Kind = 'text' | 'line';

const names = Object.keys(PALETTE) as PaletteName[];

/** A colour of its own for each token, so that what is painted says which token painted it. */
const markerOf = (name: Ground): string =>
  name === 'page' ? 'rgb(250, 0, 250)' : `rgb(${names.indexOf(name) + 1}, 100, 200)`;

const markers = new Map<string, Ground>(
  [...names, 'page' as const].map((name) => [markerOf(name), name]),
);

/** Controls, round which a ring can stand. */
const FOCUSABLE = 'button, a[href], summary, input[type=checkbox]';

/** Paints the page with one marker a token; the answer takes them away again. */
export function markPage(): () => void {
  const sheet = new CSSStyleSheet();
  const marks = names.map((name) => `--mfa-color-${name}: ${markerOf(name)};`);
  sheet.replaceSync(`:root { ${marks.join(' ')} } body { background: ${markerOf('page')} }`);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
  };
}

const parentOf = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentElement } = element;
  if (parentElement) return parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/** What is behind an element: the first on the way out that paints something. */
function behind(element: Element | null): Ground | undefined {
  for (let at = element; at; at = parentOf(at)) {
    const painted = getComputedStyle(at).backgroundColor;
    if (painted !== 'rgba(0, 0, 0, 0)') return markers.get(painted);
  }
  return 'page';
}

const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest('.visually-hidden');

const holdsText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') ||
  (element instanceof HTMLInputElement && element.type !== 'checkbox');

function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

const hasEdge = (style: CSSStyleDeclaration): boolean =>
  style.borderBlockStartStyle !== 'none' && style.borderBlockStartWidth !== '0px';

/** The marked colours that an element, or what is drawn before or after it, shows. */
function* pairsOf(element: Element): Generator<[Kind, string, Ground | undefined]> {
  const style = getComputedStyle(element);
  const inside = behind(element);
  const outside = behind(parentOf(element));
  // An input of a code shows its digits in the slots, and is itself without colour.
  if (holdsText(element)) yield ['text', style.color, inside];
  if (element instanceof SVGElement) yield ['line', style.color, inside];
  if (hasEdge(style)) yield ['line', style.borderBlockStartColor, outside];
  if (element.matches(FOCUSABLE)) yield ['line', markerOf('focus'), outside];
  for (const pseudo of ['::before', '::after']) {
    const drawn = getComputedStyle(element, pseudo);
    if (drawn.content === 'none' || drawn.content === 'normal') continue;
    const own = markers.get(drawn.backgroundColor);
    const says = drawn.content !== '""';
    // What has an empty text for screen readers is a drawing.
    if (says) yield [drawn.content.endsWith('/ ""') ? 'line' : 'text', drawn.color, own ?? inside];
    if (hasEdge(drawn)) yield ['line', drawn.borderBlockStartColor, inside];
    if (drawn.borderBlockEndStyle === 'solid')
      yield ['line', drawn.borderBlockEndColor, own ?? inside];
    if (!says && own) yield ['line', drawn.backgroundColor, inside];
  }
}

/**
 * The pairs that the tags on the page paint now, each as `text|line front back`.
 *
 * @throws Error for a text on a colour that is no token.
 */
export function pairsOnScreen(root: ParentNode): Set<string> {
  const pairs = new Set<string>();
  for (const element of everyElement(root)) {
    if (!isSeen(element)) continue;
    for (const [kind, painted, back] of pairsOf(element)) {
      const front = markers.get(painted);
      // A line that only divides, and the edge of what is disabled, have to tell nothing.
      if (!front || front === 'page' || front === 'line' || front === back) continue;
      // Under the pointer the button that removes is danger with some text in it: only more contrast.
      if (front === 'on-danger' && !back) continue;
      if (!back) throw new Error(`${front} stands on no token: ${element.outerHTML.slice(0, 200)}`);
      pairs.add(`${kind} ${front} ${back}`);
    }
  }
  return pairs;
}

/** Puts everything under the pointer at once, in the trees of all tags on the page. */
export function hoverAll(root: ParentNode): void {
  for (const { shadowRoot } of everyElement(root)) {
    if (!shadowRoot) continue;
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.map((sheet) => {
      const hovered = new CSSStyleSheet();
      const rules = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
      // As heavy as the pseudo-class.
      hovered.replaceSync(rules.replaceAll(':hover', ':not(.never)'));
      return hovered;
    });
  }
}
