import type { MfaOperation } from '../backend.js';
import { splitRequest } from '../http/request.js';
import type {
  BackendDefinition,
  Captures,
  OperationDefinition,
  RequestStep,
} from '../definition/definition.js';
import type { BodyTemplate } from '../definition/notations.js';
import { OPERATIONS } from '../operations.js';
import { pointTo, type Mistake } from './mistake.js';

type Operation = OperationDefinition<unknown>;

/** Keys of a single request. */
const OF_A_REQUEST = ['when', 'optional', 'body', 'encoding', 'headers', 'success'] as const;

/** Checks a request beyond the schema. */
export function* requestMistakes(step: RequestStep, pointer: string): Iterable<Mistake> {
  const [method] = splitRequest(step.request);
  const at = pointTo(pointer, 'body');
  if (method === 'GET' && step.body !== undefined) {
    yield { pointer: at, message: 'A GET request cannot have a body.' };
  }
  if (step.encoding === 'form' && !isFields(step.body ?? {})) {
    yield { pointer: at, message: 'A form has fields: expected an object of plain values.' };
  }
}

/** Checks which keys of an operation can be combined, which a schema cannot. */
export function* operationMistakes(operation: Operation, pointer: string): Iterable<Mistake> {
  const { request, steps, navigate, form, body } = operation;
  const wrong = (key: string, message: string): Mistake => ({
    pointer: pointTo(pointer, key),
    message,
  });
  for (const other of ['steps', 'navigate', 'form'] as const) {
    if (request === undefined || operation[other] === undefined) continue;
    const remedy = steps
      ? 'make the request one of the steps'
      : 'make the request a step in "steps"';
    yield wrong(other, `"${other}" cannot be combined with "request": ${remedy}.`);
  }
  if (navigate !== undefined && form !== undefined) {
    yield wrong('form', '"form" cannot be combined with "navigate": an operation navigates once.');
  }
  for (const key of OF_A_REQUEST) {
    const belongs = request !== undefined || (key === 'body' && form !== undefined);
    if (operation[key] === undefined || belongs) continue;
    const remedy = steps ? 'move it to its step' : 'there is none here';
    yield wrong(key, `"${key}" belongs to a request: ${remedy}.`);
  }
  yield* askingMistakes(operation, pointer);
  if (form === undefined) return;
  if (!['GET', 'POST'].includes(splitRequest(form)[0])) {
    yield wrong('form', 'A form is sent with GET or POST.');
  }
  if (!isFields(body ?? {})) {
    yield wrong('body', 'A form has fields: expected an object of plain values.');
  }
}

/** Rejects an operation that changes state at the server and sends no request. */
function* askingMistakes(operation: Operation, pointer: string): Iterable<Mistake> {
  const { request, steps = [], navigate, form, capture } = operation;
  const [, , name = ''] = pointer.split('/');
  const asks = [request, ...steps, navigate, form].some((one) => one !== undefined);
  const keeps = name !== 'stepUp' || capture !== undefined;
  if (asks || (keeps && OPERATIONS[name as MfaOperation].changes !== 'always')) return;
  const remedy = 'expected "request", "steps", "navigate" or "form"';
  const other = name === 'stepUp' ? ', or a "capture" of the proof' : '';
  yield { pointer, message: `This operation sends no request: ${remedy}${other}.` };
}

/** Checks that each required proof can be captured; otherwise the operation could never run. */
export function* proofMistakes({
  operations,
  variables = {},
}: BackendDefinition): Iterable<Mistake> {
  const { stepUp } = operations;
  const captured = stepUp ? namesKept(stepUp) : [];
  for (const [name, operation] of Object.entries(operations) as [string, Operation | undefined][]) {
    for (const proof of operation?.requires ?? []) {
      if (captured.includes(proof) || Object.hasOwn(variables, proof)) continue;
      const message = stepUp
        ? `"stepUp" must capture it: "capture": { "${proof}": "{${proof}}" }.`
        : 'There is no way to get the proof: add the operation "stepUp".';
      yield { pointer: pointTo(`/operations/${name}`, 'requires'), message };
    }
  }
}

function namesKept({ capture, steps = [] }: Operation): readonly string[] {
  const all: readonly (Captures | undefined)[] = [capture, ...steps.map((step) => step.capture)];
  return all.flatMap((kept = {}) => Object.keys(kept));
}

function isFields(body: BodyTemplate): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return Object.values(body).every((field: unknown) => typeof field !== 'object');
}
