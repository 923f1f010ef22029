import type { OperationDefinition, RequestStep } from '../definition/definition.js';
import { readsBody } from '../definition/mapping.js';
import { isJsonObject } from './json-schema.js';
import type { Mistake } from './mistake.js';

/** The changes whose result is a linked app: what was done to it, and what in the result proves that. */
const CHANGES: Readonly<Record<string, { readonly done: string; readonly proof: string }>> = {
  confirmEnrollment: { done: 'linked', proof: 'authenticator' },
  renameAuthenticator: { done: 'renamed', proof: '' },
};

/**
 * Reports a change whose result would be the same whatever the response is: it is made of constants and
 * inputs, and no request states `success`.
 */
export function* unprovenChanges(
  { request, success, result, steps = [] }: OperationDefinition<unknown>,
  pointer: string,
): Iterable<Mistake> {
  const change = CHANGES[pointer.split('/')[2] ?? ''];
  const isSent = request !== undefined || steps.length > 0;
  const isStated = success !== undefined || steps.some((step) => step.success && !step.optional);
  if (!change || !isSent || isStated || result === undefined) return;
  const app = isJsonObject(result) && change.proof in result ? result[change.proof] : result;
  const id = isJsonObject(app) && change.proof && 'id' in app ? app.id : app;
  if (readsResponse(id, steps)) return;
  yield {
    pointer,
    message: `The result is the same whether the app was ${change.done} or not: read its "id" from the response, or state "success", such as { "status": 204 } or { "path": "$.${change.done}", "equals": true }.`,
  };
}

/** Returns true if a mapping reads the last response, or a value that a step captured. */
function readsResponse(mapping: unknown, steps: readonly RequestStep[]): boolean {
  const text = JSON.stringify(mapping);
  const captured = steps.flatMap(({ capture = {} }) => Object.keys(capture));
  return (
    readsBody(mapping) ||
    text.includes('"$header"') ||
    captured.some((name) => text.includes(`{${name}}`))
  );
}
