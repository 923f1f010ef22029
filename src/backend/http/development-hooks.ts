import type { Observer } from './observer.js';

/** What `mfa-elements/development` adds: checks and explanations that no visitor has to download. */
export interface DevelopmentHooks {
  /** @returns What is wrong with a backend definition, and where; nothing when it is right. */
  readonly check: (definition: unknown) => string | undefined;
  readonly observer: Observer;
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
