import type { BodyTemplate } from './notations.js';
import { textOf } from '../text-of.js';
import type { Values } from './scope.js';

const VARIABLE = /\{([A-Za-z_]\w*)\}/g;
const ONE_VARIABLE = /^\{([A-Za-z_]\w*)\}$/;

/** Returns the names of the variables in all texts of a part of a definition. */
export function templateNames(template: unknown): readonly string[] {
  if (typeof template === 'string') {
    return [...template.matchAll(VARIABLE)].map(([, name = '']) => name);
  }
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap((entry) => entry.flatMap(templateNames));
}

/** Returns `true` if every brace in the text belongs to a variable. */
export function isTextTemplate(template: string): boolean {
  return !/[{}]/.test(template.replace(VARIABLE, ''));
}

/** Converts named values to texts; values that are not scalars are omitted. */
export function textsOf(
  named: readonly (readonly [name: string, value: unknown])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    named.flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** Fills in the variables of a text; `undefined` if one of them has no value. */
export function fillText(template: string, values: Values): string | undefined {
  let complete = true;
  const filled = template.replace(VARIABLE, (_whole, name: string) => {
    const text = textOf(values.get(name));
    complete &&= text !== undefined;
    return text ?? '';
  });
  return complete ? filled : undefined;
}

/** Fills in a text. If it is exactly one variable, the value keeps its type. */
export function fillValue(template: string, values: Values): unknown {
  const [, only] = ONE_VARIABLE.exec(template) ?? [];
  return only === undefined ? fillText(template, values) : values.get(only);
}

/**
 * Fills in the variables of a body. A string that is exactly one variable keeps the type of the value, so
 * that a code stays a string and a choice stays a boolean. Parts without a value are omitted.
 */
export function fillBody(template: BodyTemplate, values: Values): unknown {
  if (typeof template === 'string') return fillValue(template, values);
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    return (template as readonly BodyTemplate[])
      .map((part) => fillBody(part, values))
      .filter((part) => part !== undefined);
  }
  const filled = Object.entries(template)
    .map(([key, part]: [string, BodyTemplate]) => [key, fillBody(part, values)] as const)
    .filter(([, part]) => part !== undefined);
  // fromEntries defines own properties, so "__proto__" is a key like any other (C31).
  return Object.fromEntries(filled);
}
