import type { MfaCapabilities, MfaOperation } from '../backend.js';
import type { MfaErrorKind, StepUpProof } from '../mfa-error.js';

/**
 * A backend's HTTP API as data: JSON, no code. This is the published shape.
 *
 * It grows by adding optional keys. Keys that begin with `$` inside `result` are reserved for that,
 * and so is `steps` beside `request` (an operation of more than one request).
 */
export interface BackendDefinition {
  /** The product, for people who read the definition. */
  readonly name?: string;
  /** Whether cookies go along. Default `same-origin`; another origin needs `include` (C45). */
  readonly credentials?: 'same-origin' | 'include' | 'omit';
  /** Milliseconds for a whole exchange, 1 to 120 000. Default 15 000 (C52). */
  readonly timeout?: number;
  /** Headers of every request. One whose variable has no value is left out. */
  readonly headers?: HeaderTemplates;
  /** What the server can do beside having an operation. */
  readonly capabilities?: MfaCapabilities;
  /** What the server can be asked. What is absent is left out of the tags as well. */
  readonly operations: Readonly<Partial<Record<MfaOperation, OperationDefinition>>>;
  /** What a failed answer means. Looked at in order, after those of the operation itself. */
  readonly errors?: readonly ErrorRule[];
}

/** How one thing is asked, and what the answer means. */
export interface OperationDefinition {
  /**
   * Method and path below the base URL: `"POST /enrollments/{enrollmentId}/confirmation"`. The path
   * is an RFC 6570 template: `{x}` is percent-encoded, `{?a,b}` makes a query of what has a value.
   */
  readonly request: string;
  /** The JSON body. Absent: no body. */
  readonly body?: BodyTemplate;
  /** Headers of this request; they replace those of the whole definition, whatever their case. */
  readonly headers?: HeaderTemplates;
  /** Which answers are good. Default every status from 200 to 299. */
  readonly success?: Condition;
  /** Where the facts are in a good answer. Absent: nothing is read from it. */
  readonly result?: ResultMapping;
  /** What a failed answer to this operation means, before the rules of the whole definition. */
  readonly errors?: readonly ErrorRule[];
}

/** `{variable}` stands for what was given to the operation, else for what the page gives. */
export type HeaderTemplates = Readonly<Record<string, string>>;

/**
 * JSON with `{variable}` in its strings. A string that is exactly one variable keeps the type of its
 * value; where the value is missing, the key is left out.
 */
export type BodyTemplate =
  | string
  | number
  | boolean
  | null
  | readonly BodyTemplate[]
  | { readonly [key: string]: BodyTemplate };

/**
 * What becomes of an answer, in the words of backend.ts. A string that begins with `$` is a path
 * (RFC 9535: names and indexes), every other string is itself, an object is read field by field, and
 * `$each` with `$as` reads every item of a list.
 */
export type ResultMapping =
  | string
  | number
  | boolean
  | { readonly $each: string; readonly $as: ResultMapping }
  | { readonly [field: string]: ResultMapping };

/** A question about an answer. Everything that is present has to hold. */
export interface Condition {
  /** One of these statuses. */
  readonly status?: number | readonly number[];
  /** The answer is a redirect, or a web page in place of data: most often a sign-in page (C67). */
  readonly redirected?: boolean;
  /** Where in the body to look, for the next three. */
  readonly path?: string;
  readonly equals?: string | number | boolean | null;
  readonly startsWith?: string;
  /** Whether anything is there. */
  readonly exists?: boolean;
}

/** What it means when an answer is like this. */
export interface ErrorRule extends Condition {
  readonly kind: MfaErrorKind;
  /** Where the seconds to wait are. Default the header `Retry-After`. */
  readonly retryAfter?: RetryAfterSource;
  /** The path of the number of tries left. */
  readonly attemptsLeft?: string;
  /** The path of a list of proofs, or the list itself. */
  readonly stepUp?: string | readonly StepUpProof[];
}

/** A header (seconds or an HTTP date), a path in the body (seconds), or always so many seconds. */
export type RetryAfterSource = { readonly header: string } | { readonly path: string } | number;
