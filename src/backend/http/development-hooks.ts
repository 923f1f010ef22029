import type { Observer } from './observer.js';

/** The checks and explanations of `mfa-elements/development`, which no visitor has to download. */
export interface DevelopmentHooks {
  /** @returns The mistakes in a backend definition and where they are; `undefined` if there are none. */
  readonly check: (definition: unknown) => string | undefined;
  readonly observer: Observer;
  /** @returns The names that look most like a misspelled one, the closest first. */
  readonly nearestNames?: (given: string, names: readonly string[]) => readonly string[];
  /** @returns The line and the column where a text stops being JSON, both from 1. */
  readonly findJsonError?: (text: string) => string;
}

/** Shared by all copies of the library on the page, because the hooks come in a separate script. */
const KEY = Symbol.for('mfa-elements development');

type Global = typeof globalThis & { [KEY]?: DevelopmentHooks | undefined };

/** Installs the hooks for all HTTP backends; `undefined` removes them. */
export function setDevelopmentHooks(hooks: DevelopmentHooks | undefined): void {
  (globalThis as Global)[KEY] = hooks;
}

/** The hooks, if the page has loaded them. */
export function developmentHooks(): DevelopmentHooks | undefined {
  return (globalThis as Global)[KEY];
}

/**
 * Ends a message about a text that is not JSON. The message of `JSON.parse` cannot be used: it quotes the
 * text, which may be secret, and seldom names the place.
 */
export function jsonErrorHint(text: string): string {
  const place = developmentHooks()?.findJsonError?.(text);
  return place === undefined ? 'load mfa-elements/development to see where' : `look at ${place}`;
}
