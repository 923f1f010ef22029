import type { BodyTemplate } from './definition.js';
import type { VariableValue } from './variables.js';

const VARIABLE = /\{([A-Za-z_]\w*)\}/g;
const ONE_VARIABLE = /^\{([A-Za-z_]\w*)\}$/;

type Values = ReadonlyMap<string, VariableValue>;

/** The names of the variables in a string, a body or a set of headers. */
export function templateNames(template: BodyTemplate | undefined): readonly string[] {
  if (typeof template === 'string') {
    return [...template.matchAll(VARIABLE)].map(([, name = '']) => name);
  }
  if (typeof template !== 'object' || template === null) return [];
  return Object.values(template).flatMap((part: BodyTemplate) => templateNames(part));
}

/** Whether every brace in the text belongs to a variable. */
export function isTextTemplate(template: string): boolean {
  return !/[{}]/.test(template.replace(VARIABLE, ''));
}

/** A text with its variables filled in; `undefined` when one of them has no value. */
export function fillText(template: string, values: Values): string | undefined {
  if (templateNames(template).some((name) => values.get(name) === undefined)) return undefined;
  return template.replace(VARIABLE, (_whole, name: string) => String(values.get(name)));
}

/**
 * A body with its variables filled in. A string that is exactly one variable keeps the type of the
 * value, so that a code stays a string and a choice stays a boolean; what has no value is left out.
 */
export function fillBody(template: BodyTemplate, values: Values): unknown {
  if (typeof template === 'string') {
    const [, only] = ONE_VARIABLE.exec(template) ?? [];
    return only === undefined ? fillText(template, values) : values.get(only);
  }
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) {
    return (template as readonly BodyTemplate[])
      .map((part) => fillBody(part, values))
      .filter((part) => part !== undefined);
  }
  const filled = Object.entries(template)
    .map(([key, part]: [string, BodyTemplate]) => [key, fillBody(part, values)] as const)
    .filter(([, part]) => part !== undefined);
  // fromEntries defines own keys, so "__proto__" stays a key like any other (C31).
  return Object.fromEntries(filled);
}
