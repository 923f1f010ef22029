import type { MfaOperation } from '../backend/backend.js';
import type { MfaErrorKind } from '../backend/mfa-error.js';

/** How something that was looked at turned out. */
export type Outcome =
  | 'passed'
  | 'failed'
  /** The definition does not have the operation. */
  | 'unsupported'
  /** It could not be looked at; the reason says what to give. */
  | 'skipped';

/** One request that was sent, and what came. Nothing that went over the line is in it. */
export interface SentRequest {
  /** As the definition has it, with its variables not filled in. */
  readonly request: string;
  /** `null`: no answer came. */
  readonly status: number | null;
  /** What the body looks like, every value masked; or what came in place of JSON. */
  readonly shape: string;
}

/** One line of the report: one thing that was looked at. Data, and never a secret. */
export interface Row {
  readonly operation: MfaOperation | 'signIn';
  /** What was looked at: `refuses a wrong code`. */
  readonly check: string;
  readonly outcome: Outcome;
  readonly requests: readonly SentRequest[];
  /** Why it did not pass, as a sentence. */
  readonly reason?: string;
  /** The error kind that should have come, and the one that came. */
  readonly expected?: MfaErrorKind;
  readonly came?: MfaErrorKind;
  /** The error rule that the definition misses, to paste; each `…` is for the author to fill in. */
  readonly rule?: string;
  /** What may be the matter, and what to do. */
  readonly hints: readonly string[];
  /** What works and could be better. */
  readonly advice: readonly string[];
}
