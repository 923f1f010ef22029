import type {
  BackendDefinition,
  OperationDefinition,
  RequestStep,
} from '../definition/definition.js';
import type { Condition } from '../definition/notations.js';
import { pointTo, type Mistake } from './mistake.js';

const PLACES = ['path', 'header', 'value'] as const;
const TESTS = ['equals', 'startsWith', 'contains', 'matches', 'exists'] as const;
const OF_A_RESPONSE = ['status', 'redirected', 'empty', 'path', 'header'] as const;
const ASKING = ['status', 'redirected', 'empty', ...PLACES, 'all', 'not'] as const;

type Placed = readonly [pointer: string, step: Partial<RequestStep>];

/** Checks that a condition tests one value in one way, which a schema cannot. */
export function* conditionMistakes(condition: Condition, pointer: string): Iterable<Mistake> {
  const places = PLACES.filter((key) => condition[key] !== undefined);
  const tests = TESTS.filter((key) => condition[key] !== undefined);
  for (const several of [places, tests]) {
    const [first, second] = several;
    if (first === undefined || second === undefined) continue;
    yield {
      pointer: pointTo(pointer, second),
      message: `"${second}" cannot be combined with "${first}": a condition has one test. To combine tests, use "all".`,
    };
  }
  if (tests.length > 0 && places.length === 0) {
    yield {
      pointer,
      message: `The test has no value to look at: add one of ${PLACES.join(', ')}.`,
    };
  }
  if (condition.all?.length === 0) {
    yield { pointer: pointTo(pointer, 'all'), message: 'Expected one condition or more.' };
  }
}

/** Rejects a condition without a test: it always holds, which only an error rule may mean. */
export function* emptyCondition(condition: Condition, pointer: string): Iterable<Mistake> {
  if (Object.values(condition).some((value) => value !== undefined)) return;
  yield { pointer, message: `The condition is empty: add one of ${ASKING.join(', ')}.` };
}

/** Checks `when` of the first request: there is no earlier response that it could test. */
export function* firstWhenMistakes(definition: BackendDefinition): Iterable<Mistake> {
  for (const [pointer, { when }] of firstRequests(definition)) {
    const at = pointTo(pointer, 'when');
    if (!Array.isArray(when)) yield* responseMistakes(when as Condition | undefined, at);
    else yield* eachMistakes(when as readonly Condition[], at);
  }
}

function* firstRequests({ before = [], operations }: BackendDefinition): Iterable<Placed> {
  const [firstOfAll] = before;
  if (firstOfAll) {
    yield ['/before/0', firstOfAll];
    return;
  }
  const described: readonly (readonly [string, OperationDefinition<unknown> | undefined])[] =
    Object.entries(operations);
  for (const [name, operation = {}] of described) {
    const pointer = `/operations/${name}`;
    const [first] = operation.steps ?? [];
    yield first ? [`${pointer}/steps/0`, first] : [pointer, operation];
  }
}

function* responseMistakes(condition: Condition = {}, pointer: string): Iterable<Mistake> {
  for (const key of OF_A_RESPONSE) {
    if (condition[key] === undefined) continue;
    yield {
      pointer: pointTo(pointer, key),
      message: 'There is no earlier response to test. Use "value" to test a variable.',
    };
  }
  yield* eachMistakes(condition.all, pointTo(pointer, 'all'));
  if (condition.not) yield* responseMistakes(condition.not, pointTo(pointer, 'not'));
}

function* eachMistakes(conditions: readonly Condition[] = [], pointer: string): Iterable<Mistake> {
  for (const [index, one] of conditions.entries()) {
    yield* responseMistakes(one, pointTo(pointer, index));
  }
}
