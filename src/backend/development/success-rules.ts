import type { OperationDefinition, RequestStep } from '../definition/definition.js';
import { readsBody } from '../definition/mapping-reads.js';
import { isJsonObject } from './json-schema.js';
import type { Mistake } from './mistake.js';

/** The changes whose result is a linked app: what was done to it, and what in the result proves that. */
const CHANGES: Readonly<Record<string, { readonly done: string; readonly proof: string }>> = {
  confirmEnrollment: { done: 'linked', proof: 'authenticator' },
  renameAuthenticator: { done: 'renamed', proof: '' },
};

const isSent = ({ request, steps = [] }: OperationDefinition<unknown>): boolean =>
  request !== undefined || steps.length > 0;

const isStated = ({ success, steps = [] }: OperationDefinition<unknown>): boolean =>
  success !== undefined || steps.some((step) => step.success && !step.optional);

/**
 * Reports a change whose result would be the same whatever the response is: it is made of constants and
 * inputs, and no request states `success`.
 */
export function* unprovenChanges(
  operation: OperationDefinition<unknown>,
  pointer: string,
): Iterable<Mistake> {
  const { result, steps = [] } = operation;
  const change = CHANGES[pointer.split('/')[2] ?? ''];
  if (!change || !isSent(operation) || isStated(operation) || result === undefined) return;
  const app = isJsonObject(result) && change.proof in result ? result[change.proof] : result;
  const id = isJsonObject(app) && change.proof && 'id' in app ? app.id : app;
  if (readsResponse(id, steps)) return;
  yield {
    pointer,
    message: `The result is the same whether the app was ${change.done} or not: read its "id" from the response, or state "success", such as { "status": 204 } or { "path": "$.${change.done}", "equals": true }.`,
  };
}

/** The part of the result that each read is about. */
const READS: Readonly<Record<string, string>> = {
  status: 'state',
  listAuthenticators: '',
  recoveryCodesStatus: 'left',
};

/** Reports a read whose result has a value whatever the response is, and no request states `success`. */
export function* unprovenReads(
  operation: OperationDefinition<unknown>,
  pointer: string,
): Iterable<Mistake> {
  const { result } = operation;
  const field = READS[pointer.split('/')[2] ?? ''];
  if (field === undefined || result === undefined || !isSent(operation)) return;
  if (isStated(operation) || !fallsBack(result, field)) return;
  yield {
    pointer,
    message:
      'Any response would count, also "{}": state "success" with what the server always says, such as { "path": "$.user" }.',
  };
}

/** Returns true if a mapping has a value without any from the response: a constant, or a list of none. */
function fallsBack(mapping: unknown, field: string): boolean {
  if (Array.isArray(mapping))
    return mapping.every((item) => isConditional(item) || fallsBack(item, 'id'));
  if (!isJsonObject(mapping)) return !readsBody(mapping) && !String(mapping).includes('{');
  if (isConditional(mapping)) return false;
  if (Array.isArray(mapping.$first)) return mapping.$first.some((one) => fallsBack(one, field));
  return field in mapping && fallsBack(mapping[field], '');
}

const isConditional = (mapping: unknown): boolean => isJsonObject(mapping) && '$when' in mapping;

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
