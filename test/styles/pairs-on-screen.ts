import { PALETTE, type PaletteName } from '../../src/styles/palette.js';
import type { Ground } from './color-pairs.js';

/** The use of a pair: text, or a line, ring or icon. */
export type Kind = 'text' | 'line';

const names = Object.keys(PALETTE) as PaletteName[];

/** A unique colour for each token, so that the painted colour identifies its token. */
const markerOf = (name: Ground): string =>
  name === 'page' ? 'rgb(250, 0, 250)' : `rgb(${names.indexOf(name) + 1}, 100, 200)`;

const markers = new Map<string, Ground>(
  [...names, 'page' as const].map((name) => [markerOf(name), name]),
);

/** The controls that can have a focus ring. */
const FOCUSABLE = 'button, a[href], summary, input[type=checkbox]';

/** Gives every token its marker colour. Returns a function that removes them. */
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

/** Returns the background of an element: that of the nearest ancestor that paints one. */
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

/** Returns the marker colours that an element, its ::before or its ::after paints. */
function* pairsOf(element: Element): Generator<[Kind, string, Ground | undefined]> {
  const style = getComputedStyle(element);
  const inside = behind(element);
  const outside = behind(parentOf(element));
  // The input of a code is transparent: its digits are painted in the slots.
  if (holdsText(element)) yield ['text', style.color, inside];
  if (element instanceof SVGElement) yield ['line', style.color, inside];
  if (hasEdge(style)) yield ['line', style.borderBlockStartColor, outside];
  if (element.matches(FOCUSABLE)) yield ['line', markerOf('focus'), outside];
  for (const pseudo of ['::before', '::after']) {
    const drawn = getComputedStyle(element, pseudo);
    if (drawn.content === 'none' || drawn.content === 'normal') continue;
    const own = markers.get(drawn.backgroundColor);
    const says = drawn.content !== '""';
    // Content with an empty alternative text is a drawing.
    if (says) yield [drawn.content.endsWith('/ ""') ? 'line' : 'text', drawn.color, own ?? inside];
    if (hasEdge(drawn)) yield ['line', drawn.borderBlockStartColor, inside];
    if (drawn.borderBlockEndStyle === 'solid')
      yield ['line', drawn.borderBlockEndColor, own ?? inside];
    if (!says && own) yield ['line', drawn.backgroundColor, inside];
  }
}

/**
 * Returns the pairs that the elements on the page paint now, each as `text|line front back`.
 *
 * @throws Error for a text on a colour that is not a token.
 */
export function pairsOnScreen(root: ParentNode): Set<string> {
  const pairs = new Set<string>();
  for (const element of everyElement(root)) {
    if (!isSeen(element)) continue;
    for (const [kind, painted, back] of pairsOf(element)) {
      const front = markers.get(painted);
      // Lines that only divide, and the edges of disabled controls, convey nothing.
      if (!front || front === 'page' || front === 'line' || front === back) continue;
      // Under the pointer the danger button mixes in the text colour, which only adds contrast.
      if (front === 'on-danger' && !back) continue;
      if (!back) throw new Error(`${front} stands on no token: ${element.outerHTML.slice(0, 200)}`);
      pairs.add(`${kind} ${front} ${back}`);
    }
  }
  return pairs;
}

/** Applies the :hover rules to everything at once, in the trees of all elements on the page. */
export function hoverAll(root: ParentNode): void {
  for (const { shadowRoot } of everyElement(root)) {
    if (!shadowRoot) continue;
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.map((sheet) => {
      const hovered = new CSSStyleSheet();
      const rules = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
      // Has the specificity of the pseudo-class.
      hovered.replaceSync(rules.replaceAll(':hover', ':not(.never)'));
      return hovered;
    });
  }
}
