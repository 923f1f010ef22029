import type { Observer } from './observer.js';

/** What `mfa-elements/development` adds: checks and explanations that no visitor has to download. */
export interface DevelopmentHooks {
  /** @returns What is wrong with a backend definition, and where; nothing when it is right. */
  readonly check: (definition: unknown) => string | undefined;
  readonly observer: Observer;
  /** @returns The names that look most like a misspelled one, the closest first. */
  readonly nearestNames?: (given: string, names: readonly string[]) => readonly string[];
  /** @returns Where a text stops being JSON: its line and column, both from 1. */
  readonly findJsonError?: (text: string) => string;
}

/** Shared by all copies of the library on the page: the hooks come in a script of their own. */
const KEY = Symbol.for('mfa-elements development');

type Global = typeof globalThis & { [KEY]?: DevelopmentHooks | undefined };

/** From now on every backend over HTTP is checked and watched; without hooks, none is. */
export function setDevelopmentHooks(hooks: DevelopmentHooks | undefined): void {
  (globalThis as Global)[KEY] = hooks;
}

/** The hooks, when the page has loaded them. */
export function developmentHooks(): DevelopmentHooks | undefined {
  return (globalThis as Global)[KEY];
}

/**
 * The end of a message about a text that is not JSON. `JSON.parse` cannot say it: its message quotes the
 * text, which may be secret, and seldom names the place.
 */
export function jsonErrorHint(text: string): string {
  const place = developmentHooks()?.findJsonError?.(text);
  return place === undefined ? 'load mfa-elements/development to see where' : `look at ${place}`;
}
