import type { MfaOperation } from '../backend.js';
import type { MfaError } from '../mfa-error.js';
import type { BackendDefinition, RequestStep } from '../definition/definition.js';
import type { ParsedResponse } from './response.js';

/** One request and its response. It contains secrets: do not store or print it. */
export interface ObservedExchange {
  readonly definition: BackendDefinition;
  readonly operation: MfaOperation;
  readonly step: RequestStep;
  readonly url: string;
  readonly credentials: RequestCredentials;
  /** The variables that the request names and that had no value. */
  readonly missing: readonly string[];
  /** `undefined` if no response arrived. */
  readonly response: ParsedResponse | undefined;
}

/** An operation that settled. */
export interface ObservedOperation {
  readonly operation: MfaOperation;
  /** The error it rejected with; `undefined` if it resolved. */
  readonly error: MfaError | undefined;
  /** `false` if a request failed and no error rule of the definition matched its response. */
  readonly hasRule: boolean;
}

/** Is notified of every request of an HTTP backend: for development, the command line and tests. */
export interface Observer {
  exchanged?(exchange: ObservedExchange): void;
  ended?(operation: ObservedOperation): void;
  /** A custom backend threw what is no `MfaError`, or returned a malformed result. `thrown` may contain secrets. */
  threw?(operation: MfaOperation, thrown: unknown): void;
}
