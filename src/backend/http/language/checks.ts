import { MfaError } from '../mfa-error.js';

/** Checks the value at a place (a JSON pointer, RFC 6901); throws `misconfigured` when it is wrong. */
export type Check = (value: unknown, pointer: string) => void;

/** Ends a check: names the place and what was expected there, not what was found. */
export function wrong(pointer: string, expected: string): never {
  throw new MfaError(
    'misconfigured',
    `The backend definition is not right at "${pointer}": expected ${expected}.`,
  );
}

/** A value for which the test holds. */
export function value(expected: string, test: (given: unknown) => boolean): Check {
  return (given, pointer) => {
    if (!test(given)) wrong(pointer, expected);
  };
}

/** A text for which the test holds. */
export function text(expected: string, test: (given: string) => boolean = () => true): Check {
  return value(expected, (given) => typeof given === 'string' && test(given));
}

/** One of these, and nothing else. */
export function oneOf(choices: readonly unknown[]): Check {
  return value(`one of ${choices.join(', ')}`, (given) => choices.includes(given));
}

/** A list of which each item passes. */
export function list(item: Check): Check {
  return (given, pointer) => {
    if (!Array.isArray(given)) wrong(pointer, 'a list');
    given.forEach((one, index) => item(one, `${pointer}/${index}`));
  };
}

/** An object with any keys, of which each value passes. */
export function record(item: Check): Check {
  return (given, pointer) => {
    for (const [key, one] of entries(given, pointer)) item(one, `${pointer}/${escape(key)}`);
  };
}

/** An object with these keys and no others. */
export function object(
  fields: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): Check {
  return (given, pointer) => {
    const present = entries(given, pointer);
    for (const [key, one] of present) {
      const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (!check) wrong(`${pointer}/${escape(key)}`, `one of ${Object.keys(fields).join(', ')}`);
      if (one !== undefined) check(one, `${pointer}/${escape(key)}`);
    }
    for (const key of required) {
      if (!present.some(([name]) => name === key)) wrong(pointer, `"${key}" in it`);
    }
  };
}

function entries(given: unknown, pointer: string): [string, unknown][] {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    wrong(pointer, 'an object');
  return Object.entries(given);
}

function escape(key: string): string {
  return key.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}
