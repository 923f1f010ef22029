import type { MfaOperation } from './backend.js';
import { OPERATIONS, type UrlAttribute } from './operations.js';

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The property of an element that belongs to an attribute: `step-up-url` → `stepUpUrl`. */
export type UrlProperty = CamelCase<UrlAttribute>;

/** The property of an element that replaces the request of an operation. */
export function urlProperty(operation: MfaOperation): UrlProperty {
  const { urlAttribute } = OPERATIONS[operation];
  return urlAttribute.replace(/-./g, ([, letter = '']) => letter.toUpperCase()) as UrlProperty;
}
