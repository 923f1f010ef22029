import type { MfaOperation } from '../backend/backend.js';
import { splitRequest } from '../backend/http/request.js';
import type { BackendDefinition, OperationDefinition } from '../backend/definition/definition.js';

/** The operations that leave the page, and for where, with its variables not filled in. */
export function leavingOperations(
  { operations }: BackendDefinition,
  baseUrl: string,
): ReadonlyMap<MfaOperation, string> {
  return new Map(
    (Object.entries(operations) as [MfaOperation, OperationDefinition][]).flatMap(
      ([name, { navigate, form }]) => {
        const path = navigate ?? (form && splitRequest(form)[1]);
        if (path === undefined) return [];
        return [[name, path.startsWith('/') ? baseUrl + path : path] as const];
      },
    ),
  );
}
