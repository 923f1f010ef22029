import type { AuthenticatorApp } from './totp-app.js';
import type { Visitor } from './walk-options.js';

/** What a walk knows of the account and has done to it. */
export interface Ledger {
  /** An app that the account had already. */
  readonly existing: AuthenticatorApp | undefined;
  /** The ids of the apps that were there; `undefined`: nobody knows. */
  before?: readonly string[];
  /** What was begun and not finished. */
  pending?: { readonly visitor: Visitor; readonly enrollmentId: string };
  /** What was linked, and has to go again. Without an id: what may have been linked. */
  linked?: { readonly id: string | undefined; readonly app: AuthenticatorApp };
  /** Secret. */
  recoveryCodes: readonly string[];
  /** The last visitor that got in. */
  inside?: Visitor;
  /** Why what is left of the walk could not be looked at. */
  obstacle: string;
}
