import type { MfaOperation } from '../backend.js';
import type { MfaError } from '../mfa-error.js';
import type { BackendDefinition, RequestStep } from '../definition/definition.js';
import type { Answer } from './response.js';

/** One request and what came of it. Holds secrets: look, tell what is wrong, and let go. */
export interface ObservedExchange {
  readonly definition: BackendDefinition;
  readonly operation: MfaOperation;
  readonly step: RequestStep;
  readonly url: string;
  readonly credentials: RequestCredentials;
  /** Variables that the request names and that had no value. */
  readonly missing: readonly string[];
  /** `undefined` when none arrived. */
  readonly answer: Answer | undefined;
}

/** An operation that ended. */
export interface ObservedOperation {
  readonly operation: MfaOperation;
  /** Why it failed; `undefined` when all went well. */
  readonly error: MfaError | undefined;
  /** Whether a failed answer was known to the definition: `false` when no error rule matched it. */
  readonly hasRule: boolean;
}

/** Looks along with what a backend over HTTP does: for development, the command line and tests. */
export interface Observer {
  exchanged?(exchange: ObservedExchange): void;
  ended?(operation: ObservedOperation): void;
  /** A backend of the page's own threw, or gave what does not fit. May hold secrets. */
  threw?(operation: MfaOperation, thrown: unknown): void;
}
