import type { AxeResults, RunOptions } from 'axe-core';
import { storyPage } from './change-page.js';

declare global {
  interface Window {
    axe?: { run(context: string, options: RunOptions): Promise<AxeResults> };
  }
}

/**
 * Makes axe read the forced colour of a text. Axe reads `-webkit-text-fill-color`, for which Chromium
 * returns the colour of the page even in forced colours; for `color` it returns the forced one.
 *
 * @returns A function that restores the original.
 */
function readForcedColors(): () => void {
  const { prototype } = CSSStyleDeclaration;
  const own = Object.getOwnPropertyDescriptor(prototype, 'getPropertyValue');
  if (!own) return () => undefined;
  const read = own.value as (this: CSSStyleDeclaration, name: string) => string;
  prototype.getPropertyValue = function getForced(name) {
    return read.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
  return () => Object.defineProperty(prototype, 'getPropertyValue', own);
}

async function runAxe(rules: readonly string[], isForced: boolean): Promise<string[]> {
  if (rules.length === 0) return [];
  if (!window.axe) throw new Error('There is no axe in this page.');
  const restore = isForced ? readForcedColors() : undefined;
  const { violations } = await window.axe.run('#storybook-root', {
    runOnly: [...rules],
    // A story is part of a page, not a page with landmarks.
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  restore?.();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `axe: ${id}: ${target.flat().join(' ')}: ${why}`;
    }),
  );
}

/** Selects the checks. */
export interface FaultsOptions {
  /** Rules of axe, or tags of rules. If there are none, axe does not run. */
  readonly rules: readonly string[];
  /** The page is in a pseudo-locale, which shows untranslatable text. */
  readonly isPseudo: boolean;
  /** The page is in forced colours. */
  readonly isForced: boolean;
}

/** Checks the story as it is shown now, and returns complaints. */
export async function findFaults({ rules, isPseudo, isForced }: FaultsOptions): Promise<string[]> {
  const faults = await runAxe(rules, isForced);
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    faults.push(`sideways scroll: ${scrollWidth}px on a page of ${clientWidth}px`);
  }
  const untranslated = isPseudo ? storyPage().untranslatedTexts() : [];
  return [
    ...faults,
    ...storyPage()
      .clippedTexts()
      .map((text) => `clipped: ${text}`),
    ...untranslated.map((text) => `untranslated: ${text}`),
  ];
}

/** The ids of the messages of the played story. */
export async function readMessages(): Promise<{ shown: string[]; rendered: string[] }> {
  const shown = await storyPage().shownMessages();
  return { shown: shown.map(({ id }) => id), rendered: [...storyPage().renderedMessages()] };
}
