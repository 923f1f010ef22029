import type { MfaOperation } from '../../src/backend/backend.js';
import type { ObservedOperation, Observer } from '../../src/backend/http/observer.js';

/** How an operation of a preset ended in some walk: it was fulfilled, or the page was left for it. */
export type Way = 'walked' | 'leaves';

/** What the walks of one preset have shown. */
export class WalkRecord {
  isWalking = false;
  /** The operation that ended last, since the last act. */
  last: ObservedOperation | undefined;
  /** The scenarios that were walked to their end, and the exchanges in them. */
  scenarios = 0;
  exchanges = 0;
  /** Operations, in any scenario, by how they ended. */
  readonly ways = new Map<MfaOperation, Way>();

  /** Looks along with the backend, while this preset is walked. */
  readonly observer: Observer = {
    ended: (operation) => {
      if (!this.isWalking) return;
      this.last = operation;
      if (!operation.error) this.ways.set(operation.operation, 'walked');
    },
  };

  /** The page was left: for an operation that did not end well because of it, that is the way. */
  left(): void {
    const { operation, error } = this.last ?? {};
    if (operation && error && !this.ways.has(operation)) this.ways.set(operation, 'leaves');
  }
}
