import type { MfaBackend, MfaOperation } from '../../src/backend/backend.js';
import type { MfaError } from '../../src/backend/mfa-error.js';
import { createOperations, OPERATION_NAMES } from '../../src/backend/operations.js';

/** A request that waits until it is answered. */
export interface HeldRequest {
  readonly operation: MfaOperation;
  readonly input: unknown;
  /** Whether the element has called it off. */
  readonly isAborted: boolean;
  succeed(result: unknown): void;
  fail(error: MfaError): void;
}

/** A server that answers when it is told to, and also a request that was called off. */
export class HeldBackend {
  /** The requests that were not answered yet, oldest first. */
  readonly waiting: HeldRequest[] = [];
  /** The operations of all requests, oldest first. */
  readonly requested: MfaOperation[] = [];
  readonly backend: MfaBackend;

  constructor() {
    this.backend = {
      capabilities: { rememberDevice: true, tellsLastUse: true },
      ...createOperations(
        OPERATION_NAMES,
        (operation, input, { signal } = {}) =>
          new Promise((resolve, reject) => {
            this.requested.push(operation);
            const answered = () => {
              this.waiting.splice(this.waiting.indexOf(request), 1);
            };
            const request: HeldRequest = {
              operation,
              input,
              get isAborted() {
                return signal?.aborted === true;
              },
              succeed: (result) => {
                answered();
                // The test gives each operation a result of its own type.
                resolve(result as never);
              },
              fail: (error) => {
                answered();
                reject(error);
              },
            };
            this.waiting.push(request);
          }),
      ),
    };
  }

  /** The requests that an element still waits for. */
  get open(): readonly HeldRequest[] {
    return this.waiting.filter(({ isAborted }) => !isAborted);
  }
}
