import { visibleText } from '../../../src/testing/harness/dom.js';
import type { Announcement } from '../observed.js';
import { everywhere, forEachRoot } from './everywhere.js';

const REGIONS = '[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]';

let announced: Announcement[] = [];
/** What each region said when it was last looked at. */
let known = new Map<Element, string>();
let lastFocus: Element | null = null;
/** Whether the focus has moved since: also if it went to a button and came back before this could look. */
let hasMoved = false;
let changes = 0;
let isPlanned = false;

/** Returns the element that has the focus, through shadow trees. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** What is read when an element receives the focus: its name and its description. */
function readOut(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const described = (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => root.getElementById(id)?.textContent.trim() ?? '');
  const labels =
    element instanceof HTMLInputElement
      ? [...root.querySelectorAll('label')].filter(({ control }) => control === element)
      : [];
  const name = element.getAttribute('aria-label') ?? visibleText(element);
  return [...labels.map((label) => label.textContent.trim()), name, ...described]
    .filter(Boolean)
    .join(' ');
}

/**
 * Looks at all live regions. A region announces a text that is new in it; one that appears together with its
 * text does so only if it is an alert.
 */
function look(): void {
  isPlanned = false;
  const now = new Map(everywhere(REGIONS).map((region) => [region, visibleText(region)]));
  for (const [region, text] of now) {
    const before = known.get(region);
    const isHeard = before !== undefined || region.getAttribute('role') === 'alert';
    if (text !== '' && text !== before && isHeard) announced.push({ by: 'region', text });
  }
  known = now;
  const focus = focused();
  if ((hasMoved || focus !== lastFocus) && focus !== null && focus !== document.body) {
    announced.push({ by: 'focus', text: readOut(focus) });
  }
  lastFocus = focus;
  hasMoved = false;
}

const channel = new MessageChannel();
channel.port1.onmessage = look;

const changed = new Set<() => void>();

/** Resolves at the next change of the page. */
export const nextChange = (): Promise<void> =>
  new Promise((resolve) => {
    changed.add(resolve);
  });

/** Looks in the next task: the browser reports to a screen reader what is there after this one. */
function plan(): void {
  changes += 1;
  for (const tell of changed) tell();
  changed.clear();
  if (isPlanned) return;
  isPlanned = true;
  channel.port2.postMessage(null);
}

const observer = new MutationObserver(plan);

function watch(root: Node): void {
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  root.addEventListener('focusin', () => {
    hasMoved = true;
    plan();
  });
  root.addEventListener('focusout', plan);
}

/** Watches all live regions and the focus from now on, in shadow trees too. */
export const watchAnnouncements = (): void => forEachRoot(watch);

/** Forgets what was announced so far. */
export function startListening(): void {
  look();
  announced = [];
}

/** What was announced since. */
export function heard(): readonly Announcement[] {
  look();
  return [...announced];
}

/** The number of changes of the page so far. */
export const changesSeen = (): number => changes;
