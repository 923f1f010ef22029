import type {
  BackendDefinition,
  OperationDefinition,
  RequestStep,
} from '../definition/definition.js';
import type { Condition } from '../definition/notations.js';
import { addressMistakes } from './address-rules.js';
import { conditionMistakes, emptyCondition, firstWhenMistakes } from './condition-rules.js';
import { DEFINITION_SCHEMA } from './definition-schema.js';
import { KnownNames } from './known-names.js';
import { pointTo, type Mistake } from './mistake.js';
import { operationMistakes, proofMistakes, requestMistakes } from './operation-rules.js';
import { missingResults, resultMistakes } from './result-rules.js';
import { unprovenChanges, unprovenReads } from './success-rules.js';
import { headerMistakes, variableMistakes } from './variable-rules.js';
import { walkSchema, type Typed } from './walk-schema.js';

/** Limit of nesting: deeper than anybody writes by hand, and safe for the stack. */
const MAX_DEPTH = 20;

/**
 * Returns all mistakes in a backend definition, in the order of the document. The rules beyond the schema
 * are applied only to a definition that fits the schema.
 */
export function findMistakes(given: unknown): readonly Mistake[] {
  const tooDeep = findTooDeep(given, '', 0);
  if (tooDeep !== undefined) {
    return [{ pointer: tooDeep, message: `Expected no more than ${MAX_DEPTH} levels.` }];
  }
  const { mistakes, typed } = walkSchema(given, DEFINITION_SCHEMA);
  if (mistakes.length > 0) return mistakes;
  const definition = given as BackendDefinition;
  const names = new KnownNames(definition, typed);
  return [
    ...typed.flatMap((one) => [...ownMistakes(one)]),
    ...proofMistakes(definition),
    ...firstWhenMistakes(definition),
    ...addressMistakes(typed, names),
    ...variableMistakes(definition, typed, names),
  ];
}

/** Returns the mistakes in one part of a definition that do not depend on other parts. */
function* ownMistakes(typed: Typed): Iterable<Mistake> {
  const { type, pointer, value } = typed;
  yield* resultMistakes(typed);
  if (type === 'Condition') yield* emptyCondition(value as Condition, pointer);
  if (type === 'Condition' || type === 'ErrorRule') {
    yield* conditionMistakes(value as Condition, pointer);
  }
  if (type === 'HeaderTemplates') yield* headerMistakes(value as object, pointer);
  if (type === 'RequestStep') yield* requestMistakes(value as RequestStep, pointer);
  if (type.startsWith('OperationDefinition') && type !== 'OperationDefinitions') {
    const operation = value as OperationDefinition<unknown>;
    yield* operationMistakes(operation, pointer);
    yield* missingResults(operation, pointer);
    yield* unprovenChanges(operation, pointer);
    yield* unprovenReads(operation, pointer);
    if (operation.request !== undefined) yield* requestMistakes(value as RequestStep, pointer);
  }
}

function findTooDeep(value: unknown, pointer: string, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === MAX_DEPTH) return pointer;
  for (const [key, part] of Object.entries(value)) {
    const found = findTooDeep(part, pointTo(pointer, key), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
