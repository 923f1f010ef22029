import type { MfaOperation } from '../../../src/backend/backend.js';
import { OPERATIONS } from '../../../src/backend/operations.js';
import { visibleText } from '../../../src/testing/harness/dom.js';
import type { Secret } from '../../flow/random-walk/walked-flows.js';
import { allElements } from '../../support/page.js';
import { attributesOf, contents, PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { closestOf, ownVisible } from './flat-tree.js';
import { SIGNS, type Screen, type Sign } from './screens.js';

/** What a trace of each kind of secret looks like. */
const TRACES: Readonly<Record<Secret, readonly string[]>> = {
  secret: [PLANTED.secret],
  code: [PLANTED.code],
  password: [PLANTED.password],
  'recovery-codes': PLANTED.recoveryCodes,
};

const ALL_TRACES = Object.values(TRACES).flat();

const LIVE = '[role=alert], [role=status], [aria-live]:not([aria-live=off])';

/** A visible live region. */
interface LiveRegion {
  readonly text: string;
  /** Behind an open dialog, it is silent. */
  readonly isCovered: boolean;
}

/** Returns the visible live regions. One in another region is part of it. */
export function liveRegions(root: Element): ReadonlyMap<Element, LiveRegion> {
  const elements = allElements(root);
  const dialog = elements.find((it) => it.matches('dialog:modal'));
  const isInFront = (it: Element) =>
    !dialog || closestOf(it, 'dialog') === dialog || isSlottedInto(it, dialog);
  const regions = elements.filter(
    (it) =>
      it.matches(LIVE) &&
      it.checkVisibility() &&
      !(it.parentElement && closestOf(it.parentElement, LIVE)),
  );
  return new Map(
    regions.map((it) => [it, { text: visibleText(it), isCovered: !isInFront(it) }] as const),
  );
}

/** Whether an element of the light DOM shows in a dialog: the form of a proof. */
function isSlottedInto(element: Element, dialog: Element): boolean {
  for (let it: Element | null = element; it; it = it.parentElement) {
    if (it.assignedSlot && closestOf(it.assignedSlot, 'dialog') === dialog) return true;
  }
  return false;
}

/**
 * Returns the texts that are announced: they are new in their region. A wait that holds for two buttons of a
 * step is announced beside both. A text that was there before a dialog opened is not announced once it closes.
 */
export const announcements = (
  before: ReadonlyMap<Element, LiveRegion>,
  now: ReadonlyMap<Element, LiveRegion>,
): string[] => {
  const announced = [...now].filter(
    ([region, { text, isCovered }]) => text && !isCovered && before.get(region)?.text !== text,
  );
  return [...new Set(announced.map(([, { text }]) => text))];
};

/** Returns how the screen differs from what its step shows. */
export function wrongSigns(host: Element, { shows = [], mayShow = [] }: Screen): string[] {
  const visible = ownVisible(host);
  return (Object.keys(SIGNS) as Sign[]).flatMap((sign) => {
    const isShown = visible.some((it) => it !== host && it.matches(SIGNS[sign]));
    if (shows.includes(sign)) return isShown ? [] : [`no ${sign}`];
    // Below a step, a notice may say how long to wait; a field has an error of its own.
    return isShown && !mayShow.includes(sign) ? [`a ${sign}`] : [];
  });
}

/** Returns the main buttons and the headings of the step, of the dialog if one is open. */
export function mainParts(host: Element): { readonly buttons: number; readonly headings: number } {
  const visible = ownVisible(host);
  const dialog = visible.find((it) => it.matches('dialog'));
  const inFront = dialog ? ownVisible(dialog) : visible;
  return {
    buttons: inFront.filter((it) => it.matches('.button--primary, .button--danger')).length,
    headings: inFront.filter((it) => it.matches('h2')).length,
  };
}

/** Returns the secrets on the screen, in fields and in attributes that their step does not hold. */
export function misplacedSecrets(root: Element, holds: readonly Secret[]): string[] {
  const allowed = holds.flatMap((secret) => TRACES[secret]);
  const inAttributes = allElements(root).map(attributesOf).join('\n');
  return [
    ...tracesIn(
      contents(root),
      ALL_TRACES.filter((trace) => !allowed.includes(trace)),
    ),
    ...tracesIn(inAttributes, ALL_TRACES).map((trace) => `${trace} in an attribute`),
  ];
}

const REFERENCES = [
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-errormessage',
  'for',
];

/** Returns the references of what shows that lead to no element. */
export const brokenReferences = (root: Element): string[] =>
  allElements(root)
    .filter((element) => element.checkVisibility())
    .flatMap((element) =>
      REFERENCES.flatMap((name) =>
        (element.getAttribute(name) ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .filter((id) => !(element.getRootNode() as Document | ShadowRoot).getElementById(id))
          .map((id) => `${element.localName}[${name}=${id}]`),
      ),
    );

export const changes = (operation: MfaOperation): boolean =>
  OPERATIONS[operation].changes !== 'never';
