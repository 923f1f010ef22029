import { own } from '../own.js';
import { findHolding } from './condition.js';
import type { Condition } from './notations.js';
import { readJsonPath, selectItems } from './json-path.js';
import type { Listed, Value } from './mapping-types.js';
import type { Scope } from './scope.js';
import { fillValue } from './template.js';
import { textOf } from '../text-of.js';

type Mapping = Record<string, unknown>;
type Form = (mapping: Mapping, scope: Scope) => unknown;

/** `null` counts as absent, as most servers mean it. */
const isThere = (value: unknown): boolean => value !== undefined && value !== null;

/** Evaluates the object that has a key with `$` (mapping-types.ts). */
const FORMS: Readonly<Record<string, Form>> = {
  $value: ({ $value }, scope) => evaluate($value, scope),
  $first: ({ $first }, scope) => {
    for (const candidate of $first as readonly Value[]) {
      const value = evaluate(candidate, scope);
      if (isThere(value)) return value;
    }
    return undefined;
  },
  $each: ({ $each, $as }, scope) =>
    selectItems(scope.root, $each as string)
      ?.map((root) => ($as === undefined ? root : evaluate($as, { ...scope, root })))
      .filter(isThere),
  $split: ({ $split, $by }, { root }) => {
    const text = readJsonPath(root, $split as string);
    if (typeof text !== 'string') return undefined;
    const parts = text.split($by as string).map((part) => part.trim());
    return parts.filter(Boolean);
  },
  $header: ({ $header }, { response }) => response.headers.get($header as string) ?? undefined,
  $seconds: ({ $seconds }, scope) => readTime($seconds as string, scope, 1000),
  $milliseconds: ({ $milliseconds }, scope) => readTime($milliseconds as string, scope, 1),
  $count: ({ $count }, { root }) => selectItems(root, $count as string)?.length,
};

/**
 * Evaluates a mapping against a response. It only collects; the result parsers validate the values.
 *
 * @returns `undefined` if the response has no value, so that an optional field can be omitted.
 */
export function evaluate(mapping: unknown, scope: Scope): unknown {
  if (typeof mapping === 'string') {
    return mapping.startsWith('$')
      ? readJsonPath(scope.root, mapping)
      : fillValue(mapping, scope.values);
  }
  if (typeof mapping !== 'object' || mapping === null) return mapping;
  if (Array.isArray(mapping)) return mapping.map((part) => evaluate(part, scope)).filter(isThere);
  const { $when, ...parts } = own(mapping) as Mapping & { readonly $when?: Condition };
  const rest = own(parts);
  if ($when !== undefined && !findHolding($when, scope)) return undefined;
  const form = Object.keys(rest).find((key) => Object.hasOwn(FORMS, key));
  if (form !== undefined) return FORMS[form]?.(rest, scope);
  return Object.fromEntries(
    Object.entries(rest).map(([field, part]) => [field, evaluate(part, scope)]),
  );
}

/** Evaluates mappings by name. Missing values are omitted. */
export function evaluateAll(
  mappings: Readonly<Record<string, Value | Listed>> | undefined,
  scope: Scope,
): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(mappings ?? {})
    .map(([name, mapping]) => [name, evaluate(mapping, scope)] as const)
    .filter(([, value]) => isThere(value));
}

function readTime(path: string, { root }: Scope, unit: number): Date | undefined {
  const text = textOf(readJsonPath(root, path));
  const date = new Date(text ? Number(text) * unit : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
