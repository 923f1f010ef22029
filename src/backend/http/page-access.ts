import type { MfaOperation } from '../backend.js';

/** A navigation to another page: to its URL, or by posting a form. */
export interface Departure {
  /** An absolute http(s) URL. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** The fields of the form. They may include a code or a password. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Where on the page a value is; see `VariableSource` in definition/definition.ts. */
export type PageSource =
  | { readonly cookie: string }
  | { readonly meta: string }
  | { readonly input: string }
  | { readonly attribute: string; readonly of: string };

/** The access to the page that an HTTP backend needs. Every member is optional. */
export interface PageAccess {
  /** Reads a value; `undefined` if it is not there. Default: reads the document. */
  readonly read?: (source: PageSource) => string | undefined;
  /**
   * Navigates to another page.
   *
   * @returns Whether the page is being left. If not, or if it is still here after ten seconds, the
   *   operation rejects with `redirect-required`.
   */
  readonly leave?: (departure: Departure) => boolean;
  /** Receives what the page has to store, such as access tokens. Secret. */
  readonly storeAuthTokens?: (
    tokens: Readonly<Record<string, string>>,
    operation: MfaOperation,
  ) => void;
}
