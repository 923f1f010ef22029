import type { MfaBackend, MfaOperation } from '../backend.js';

/** Operations that check their own result and end in time. */
const CHECKED = new WeakSet();

/**
 * Marks the operations of a backend as ones that check their own result and end in time. An element that gets them
 * from another one calls them as they are.
 *
 * The operations are marked and not the backend, because a page may put one of its own into it.
 */
export function asChecked<Operations extends object>(operations: Operations): Operations {
  for (const call of Object.values(operations) as readonly object[]) CHECKED.add(call);
  return operations;
}

/** Returns whether an operation of a backend was marked. */
export const isChecked = (backend: MfaBackend, operation: MfaOperation): boolean =>
  CHECKED.has((backend as Readonly<Record<MfaOperation, object>>)[operation]);
