import type { AxeResults, RunOptions } from 'axe-core';
import { storyPage } from './change-page.js';

declare global {
  interface Window {
    axe?: { run(context: string, options: RunOptions): Promise<AxeResults> };
  }
}

/**
 * Axe asks for `-webkit-text-fill-color` for the colour of a text. In forced colours Chromium then tells
 * what the page asked for, and with `color` what the person's palette gave.
 *
 * @returns ends it
 */
function tellForcedColors(): () => void {
  const { prototype } = CSSStyleDeclaration;
  const own = Object.getOwnPropertyDescriptor(prototype, 'getPropertyValue');
  if (!own) return () => undefined;
  const read = own.value as (this: CSSStyleDeclaration, name: string) => string;
  prototype.getPropertyValue = function tellForced(name) {
    return read.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
  return () => Object.defineProperty(prototype, 'getPropertyValue', own);
}

async function runAxe(rules: readonly string[], isForced: boolean): Promise<string[]> {
  if (rules.length === 0) return [];
  if (!window.axe) throw new Error('There is no axe in this page.');
  const stop = isForced ? tellForcedColors() : undefined;
  const { violations } = await window.axe.run('#storybook-root', {
    runOnly: [...rules],
    // A story is part of a page, not a page with landmarks.
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  stop?.();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
      return `axe: ${id}: ${target.flat().join(' ')}: ${why}`;
    }),
  );
}

/** What is looked for. */
export interface FaultsOptions {
  /** Those of axe, or tags of them; axe is left out without any. */
  readonly rules: readonly string[];
  /** The page speaks a pseudo-locale, which shows what is not translatable. */
  readonly isPseudo: boolean;
  /** The page is in forced colours. */
  readonly isForced: boolean;
}

/** What is wrong with how the story looks now. */
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

/** The messages of the story that was played. */
export async function readMessages(): Promise<{ shown: string[]; asked: string[] }> {
  const shown = await storyPage().shownMessages();
  return { shown: shown.map(({ id }) => id), asked: [...storyPage().askedMessages()] };
}
