import { flatTreeParent, textsAndAttributesIn } from './flat-tree.js';

/** CSS px by which rounding can make a text that fits stick out. */
const TOLERANCE = 1;

/** The number of characters of a text that are quoted. */
const QUOTED = 40;

/** The edges of a box or a text, in CSS px. */
interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Axis = 'x' | 'y';
const SIDES = { x: ['left', 'right'], y: ['top', 'bottom'] } as const;

/**
 * Finds texts that do not fit: cut off, wider than their box, or beyond the edge of the page. Texts that
 * are hidden on purpose, or folded away, are skipped.
 *
 * @returns Each text with its place and by how many CSS px it sticks out.
 */
export function clippedTexts(root: Element): readonly string[] {
  const complaints = [...textsAndAttributesIn(root)].flatMap((item) => {
    if (!('node' in item)) return [];
    const { node, element } = item;
    const wrong = clipped(node);
    return wrong ? [`${quote(node.data)} in ${pathTo(element)}: ${wrong}`] : [];
  });
  return [...new Set(complaints)];
}

/** @returns By how much a text does not fit and into which box, or `undefined` if it fits. */
export function clipped(node: Text): string | undefined {
  const element = flatTreeParent(node);
  const text = element && !isUnseen(element) ? edgesOf(node, element) : undefined;
  if (!element || !text) return undefined;
  for (const axis of ['x', 'y'] as const) {
    const wrong = complaintAlong(axis, text, element);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Walks from the text up to the page, past boxes that let it stick out, to the first that does not. */
function complaintAlong(axis: Axis, text: Edges, element: Element): string | undefined {
  let box: Element | null = element;
  let isOwn = true;
  let escaped: 'no' | 'absolute' | 'fixed' = 'no';
  for (; box && box !== document.body; box = flatTreeParent(box)) {
    const style = getComputedStyle(box);
    const { display, position } = style;
    if (display === 'contents' || box instanceof SVGElement) continue;
    // A positioned box leaves the boxes around it, up to the one that it is positioned in.
    if (escaped !== 'no' && (escaped === 'fixed' || position === 'static')) continue;
    escaped = 'no';
    if (display !== 'inline') {
      const over = sticksOut(axis, text, insideOf(box));
      const overflow = axis === 'x' ? style.overflowX : style.overflowY;
      if (overflow === 'auto' || overflow === 'scroll') {
        // Scrolling down is reading; scrolling aside for every line is not (WCAG 1.4.10).
        return axis === 'x' && over ? `${over} of ${nameOf(box)}, which scrolls` : undefined;
      }
      if (over && overflow !== 'visible') return `cut off ${over} of ${nameOf(box)}`;
      if (over && (isOwn || isPainted(style))) return `${over} of ${nameOf(box)}`;
      isOwn = false;
    }
    if (position === 'fixed' || position === 'absolute') escaped = position;
  }
  if (axis === 'y') return undefined;
  const { clientWidth } = document.documentElement;
  const over = sticksOut(axis, text, { left: 0, right: clientWidth, top: 0, bottom: 0 });
  return over && `${over} of the page`;
}

function sticksOut(axis: Axis, text: Edges, box: Edges): string | undefined {
  const [first, last] = SIDES[axis];
  const before = box[first] - text[first];
  const after = text[last] - box[last];
  const most = Math.max(before, after);
  return most > TOLERANCE
    ? `${Math.ceil(most)} px over the ${most === before ? first : last} edge`
    : undefined;
}

/** The edges of the letters. A line that is lower than its letters does not cut them off. */
function edgesOf(node: Text, element: Element): Edges | undefined {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (rects.length === 0) return undefined;
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
  const lines = rects.map(({ left, right, top, height }) => {
    const spare = lineHeight < height ? (height - lineHeight) / 2 : 0;
    return { left, right, top: top + spare, bottom: top + height - spare };
  });
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top: Math.min(...lines.map(({ top }) => top)),
    bottom: Math.max(...lines.map(({ bottom }) => bottom)),
  };
}

/** The box inside its border, where `overflow` clips. */
function insideOf(box: Element): Edges {
  const { left, top } = box.getBoundingClientRect();
  const { clientLeft, clientTop, clientWidth, clientHeight } = box;
  return {
    left: left + clientLeft,
    right: left + clientLeft + clientWidth,
    top: top + clientTop,
    bottom: top + clientTop + clientHeight,
  };
}

/** A visible box: a text that sticks out of it looks wrong. */
const isPainted = ({ backgroundColor, borderInlineStartWidth }: CSSStyleDeclaration): boolean =>
  !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) ||
  Number.parseFloat(borderInlineStartWidth) > 0;

/** Only for a screen reader, transparent, or so far off screen that it has not been laid out. */
function isUnseen(element: Element): boolean {
  if (!element.checkVisibility({ contentVisibilityAuto: true }) && !isContents(element))
    return true;
  for (let box: Element | null = element; box; box = flatTreeParent(box)) {
    const { clip, clipPath, opacity, position, display } = getComputedStyle(box);
    if (opacity === '0' || clipPath === 'inset(50%)' || clipPath === 'inset(100%)') return true;
    if (clip !== 'auto' && position === 'absolute') return true;
    const { width, height } = box.getBoundingClientRect();
    if (display !== 'inline' && display !== 'contents' && width <= 1 && height <= 1) return true;
  }
  return false;
}

const isContents = (element: Element): boolean => getComputedStyle(element).display === 'contents';

function quote(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  return words.length > QUOTED ? `“${words.slice(0, QUOTED)}…”` : `“${words}”`;
}

/** Names an element as designers know it: its tag name with its parts, or else its classes. */
function nameOf(element: Element): string {
  const { localName, part, classList } = element;
  if (part.length > 0) return `<${localName} part="${part.value}">`;
  return classList.length > 0 ? `<${localName} class="${classList.value}">` : `<${localName}>`;
}

function pathTo(element: Element): string {
  const root = element.getRootNode();
  const host =
    root instanceof ShadowRoot
      ? root.host
      : element.parentElement?.closest(':defined:is(mfa-code-input, mfa-text-field)');
  return host ? `${nameOf(element)} of <${host.localName}>` : nameOf(element);
}
