import type { MfaOperation } from '../backend.js';

/** Leaving for another page: by its address, or as a form that is posted. */
export interface Departure {
  /** Absolute, of http or https. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The fields of the form. May hold a code or a password. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where on the page a value stands; see `VariableSource` in language/definition.ts. */
export type PageSource =
  | { readonly cookie: string }
  | { readonly meta: string }
  | { readonly input: string }
  | { readonly attribute: string; readonly of: string };

/** What a backend over HTTP needs of the page it is used in. Everything can be left out. */
export interface PageAccess {
  /** What stands there now; `undefined` when nothing does. Default: looks in the document. */
  readonly read?: (source: PageSource) => string | undefined;
  /**
   * Leaves for another page.
   *
   * @returns Whether the page is being left. When not, the operation rejects with
   * `redirect-required`.
   */
  readonly leave?: (departure: Departure) => boolean;
  /** Takes what the page is to keep, such as access tokens. Secret. */
  readonly keepTokens?: (tokens: Readonly<Record<string, string>>, operation: MfaOperation) => void;
}
