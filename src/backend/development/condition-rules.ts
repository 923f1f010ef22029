import type { Condition } from '../http/language/notations.js';
import { pointTo, type Mistake } from './mistake.js';

const PLACES = ['path', 'header', 'value'] as const;
const TESTS = ['equals', 'startsWith', 'contains', 'matches', 'exists'] as const;

/** What a schema cannot say of a condition: it looks in one place, and asks one thing there. */
export function* conditionMistakes(condition: Condition, pointer: string): Iterable<Mistake> {
  const places = PLACES.filter((key) => condition[key] !== undefined);
  const tests = TESTS.filter((key) => condition[key] !== undefined);
  for (const several of [places, tests]) {
    const [first, second] = several;
    if (first === undefined || second === undefined) continue;
    yield {
      pointer: pointTo(pointer, second),
      message: `"${second}" cannot stand beside "${first}": a condition asks one thing.`,
    };
  }
  if (tests.length > 0 && places.length === 0) {
    yield { pointer, message: `It looks nowhere: expected one of ${PLACES.join(', ')}.` };
  }
}
