import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { VERSION } from '../../../version.js';

/** Marks a class as one of this library, in any copy of it. The value is the version. */
const MARK = Symbol.for('mfa-elements version');

type ElementClass = CustomElementConstructor & { [MARK]?: string };

/** The elements that an element needs, by its tag name. */
const partsOf = new Map<string, readonly string[]>();

let isSecondCopy = false;
let isDefining = false;

/** Whether elements that are in the page already are being upgraded now, because {@link define} was called. */
export const isUpgradingPage = (): boolean => isDefining;

/**
 * Registers a custom element once. The first registration wins, so that a page that loads the library
 * twice keeps working (C74). The console shows if that one is another copy's, or another script's (C44).
 *
 * @param parts The tag names of the elements that this one needs.
 */
export function define(name: string, element: ElementClass, parts: readonly string[] = []): void {
  element[MARK] ??= VERSION;
  partsOf.set(name, parts);
  const existing: ElementClass | undefined = customElements.get(name);
  if (!existing) upgradePage(name, element);
  else if (existing !== element) reportTaken(name, existing[MARK]);
}

function upgradePage(name: string, element: ElementClass): void {
  isDefining = true;
  customElements.define(name, element);
  isDefining = false;
}

/** Returns an element that this one needs, but whose name another script has defined. */
export const foreignPart = (name: string): string | undefined =>
  partsOf.get(name)?.find((part) => {
    const existing: ElementClass | undefined = customElements.get(part);
    return existing && existing[MARK] === undefined;
  });

/** @param version The version of the library that defined it. `undefined` if another script did. */
function reportTaken(name: string, version: string | undefined): void {
  if (version === undefined) {
    reportMisconfiguration(
      name,
      'Another script on this page has defined this name, so the element of mfa-elements is not used: remove that script, or load it later.',
    );
  } else if (!isSecondCopy) {
    isSecondCopy = true;
    // eslint-disable-next-line no-console -- for the owner of the page, once
    console.warn(
      `mfa-elements is on this page twice: version ${version} is used, and version ${VERSION} was loaded after it. Load it once, by one URL.`,
    );
  }
}
