import type { MfaOperation } from '../../src/backend/backend.js';
import type { ObservedOperation, Observer } from '../../src/backend/http/observer.js';

/** How a walk covers an operation: it is fulfilled, or the page navigates to a page of the product. */
export type OperationCoverage = 'fulfilled' | 'navigates';

/** The results of the walks of one preset. */
export class WalkRecord {
  isWalking = false;
  /** The operation that ended last, since the last action. */
  last: ObservedOperation | undefined;
  /** The number of scenarios that were walked to their end, and of the exchanges in them. */
  scenarios = 0;
  exchanges = 0;
  /** The operations that a scenario covers. */
  readonly coverage = new Map<MfaOperation, OperationCoverage>();

  /** Observes the backend while this preset is walked. */
  readonly observer: Observer = {
    ended: (operation) => {
      if (!this.isWalking) return;
      this.last = operation;
      if (!operation.error) this.coverage.set(operation.operation, 'fulfilled');
    },
  };

  /** The page navigates: this covers an operation that failed because of it. */
  noteNavigation(): void {
    const { operation, error } = this.last ?? {};
    if (operation && error && !this.coverage.has(operation))
      this.coverage.set(operation, 'navigates');
  }
}
