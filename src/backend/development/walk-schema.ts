import { expected } from './expected.js';
import { FORMATS } from './formats.js';
import {
  isJsonObject,
  isOfType,
  nameOfReference,
  type JsonSchema,
  type RootSchema,
} from './json-schema.js';
import { pointTo, type Mistake } from './mistake.js';
import { missingKey, unknownKey, unknownName } from './unknown-names.js';

/** A value, and the name of its type in the schema. */
export interface Typed {
  readonly type: string;
  readonly pointer: string;
  readonly value: unknown;
}

/** The result of comparing a value with a schema. */
export interface Walked {
  readonly mistakes: readonly Mistake[];
  /** Every value whose type has a name in the schema, in the order of the document. */
  readonly typed: readonly Typed[];
}

/**
 * Compares a value with a schema. If several forms are possible (`anyOf`), the mistakes are those of the
 * form that the author seems to have meant: the one that knows most of the keys.
 *
 * Why not a validator: for `anyOf` it reports the mistakes of every form, and this one has to name the
 * one mistake that the author can mend, with the type of every value for the rules beyond the schema.
 */
export function walkSchema(given: unknown, root: RootSchema): Walked {
  return new SchemaWalk(root).visit(root, given, '');
}

/** Represents a list among the keys that an object could have in its place. */
const LIST = '[ … ]';
const LIST_WANTED =
  'Expected a list: [ … ] around it, or { "$each": …, "$as": … } for each item of the response.';

const NOTHING: Walked = { mistakes: [], typed: [] };

class SchemaWalk {
  readonly #root: RootSchema;
  readonly #forms = new Map<JsonSchema, readonly JsonSchema[]>();

  constructor(root: RootSchema) {
    this.#root = root;
  }

  /** @param names The known keys at this place, in any of its forms. */
  visit(schema: JsonSchema, value: unknown, pointer: string, names?: readonly string[]): Walked {
    if (schema.$ref !== undefined) {
      const walked = this.visit(this.#follow(schema), value, pointer, names);
      const type = nameOfReference(schema.$ref);
      return { ...walked, typed: [{ type, pointer, value }, ...walked.typed] };
    }
    if (schema.anyOf) return this.#visitAnyOf(schema, value, pointer, names);
    if (!isOfType(value, schema.type)) return this.#wrong(schema, pointer);
    if (isJsonObject(value)) return this.#visitObject(schema, value, pointer, names);
    if (Array.isArray(value)) return this.#visitItems(schema.items ?? {}, value, pointer);
    return this.#visitScalar(schema, value, pointer);
  }

  #visitAnyOf(
    schema: JsonSchema,
    value: unknown,
    pointer: string,
    names: readonly string[] = this.#names(schema),
  ): Walked {
    const { anyOf: branches = [] } = schema;
    const possible = branches.filter((branch) => this.#isPossible(branch, value));
    const most = Math.max(...possible.map((branch) => this.#knows(branch, value)));
    if (this.#isItem(schema, value, most)) return mistake(pointer, LIST_WANTED);
    const walks = possible
      .filter((branch) => this.#knows(branch, value) === most)
      .map((branch) => this.visit(branch, value, pointer, names));
    const fewest = Math.min(...walks.map(({ mistakes }) => mistakes.length));
    const meant = walks.find(({ mistakes }) => mistakes.length === fewest);
    return meant ?? this.#wrong(schema, pointer);
  }

  #visitObject(
    schema: JsonSchema,
    value: Readonly<Record<string, unknown>>,
    pointer: string,
    names: readonly string[] = this.#names(schema),
  ): Walked {
    const { properties = {}, additionalProperties, required = [] } = schema;
    const keys = Object.keys(value).filter((key) => value[key] !== undefined);
    const walks = keys.map((key) => {
      const at = pointTo(pointer, key);
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      if (known === undefined) return NOTHING;
      if (known) return this.visit(known, value[key], at);
      const beside = keys.find((other) => other !== key && Object.hasOwn(properties, other));
      return mistake(at, unknownKey(key, names, beside));
    });
    const missing = required
      .filter((key) => !keys.includes(key))
      .map((key) => mistake(pointer, missingKey(key)));
    return join([...walks, ...missing]);
  }

  #visitItems(schema: JsonSchema, items: readonly unknown[], pointer: string): Walked {
    return join(items.map((item, index) => this.visit(schema, item, pointTo(pointer, index))));
  }

  #visitScalar(schema: JsonSchema, value: unknown, pointer: string): Walked {
    const { enum: choices, const: constant, format, minimum, maximum } = schema;
    const only = choices ?? (constant === undefined ? undefined : [constant]);
    if (only && !only.includes(value))
      return mistake(pointer, unknownName(value, only.map(String)));
    if (typeof value === 'number') {
      const fits = value >= (minimum ?? value) && value <= (maximum ?? value);
      return fits ? NOTHING : this.#wrong(schema, pointer);
    }
    if (typeof value !== 'string' || format === undefined) return NOTHING;
    const problem = FORMATS[format]?.problem(value);
    return problem === undefined ? NOTHING : this.#wrong(schema, pointer, problem);
  }

  #wrong(schema: JsonSchema, pointer: string, problem = ''): Walked {
    return mistake(pointer, `Expected ${expected(schema, this.#root)}. ${problem}`.trim());
  }

  #follow({ $ref = '' }: JsonSchema): JsonSchema {
    return this.#root.definitions[nameOfReference($ref)] ?? {};
  }

  /** Returns the forms that a schema allows. */
  #formsOf(schema: JsonSchema): readonly JsonSchema[] {
    const forms = this.#forms.get(schema) ?? this.#listForms(schema);
    this.#forms.set(schema, forms);
    return forms;
  }

  #listForms(schema: JsonSchema): readonly JsonSchema[] {
    if (schema.$ref !== undefined) return this.#formsOf(this.#follow(schema));
    return schema.anyOf?.flatMap((branch) => this.#formsOf(branch)) ?? [schema];
  }

  #isPossible(schema: JsonSchema, value: unknown): boolean {
    return this.#formsOf(schema).some(({ type }) => isOfType(value, type));
  }

  #names(schema: JsonSchema): readonly string[] {
    const forms = this.#formsOf(schema);
    const names = forms.flatMap(({ properties = {} }) => Object.keys(properties));
    return [...new Set([...names, ...forms.flatMap(({ items }) => (items ? [LIST] : []))])];
  }

  /** Returns `true` if an object is more likely an item of a list that is allowed here. */
  #isItem(schema: JsonSchema, value: unknown, known: number): boolean {
    return this.#formsOf(schema).some(({ items }) => items && this.#knows(items, value) > known);
  }

  /** Returns how many keys of an object a schema knows, in the form that knows most. */
  #knows(schema: JsonSchema, value: unknown): number {
    if (!isJsonObject(value)) return 0;
    const keys = Object.keys(value);
    const forms = this.#formsOf(schema).filter(({ type }) => isOfType(value, type));
    const counts = forms.map(({ properties = {}, additionalProperties }) =>
      additionalProperties === false
        ? keys.filter((key) => Object.hasOwn(properties, key)).length
        : keys.length,
    );
    return Math.max(0, ...counts);
  }
}

function join(walks: readonly Walked[]): Walked {
  return {
    mistakes: walks.flatMap(({ mistakes }) => mistakes),
    typed: walks.flatMap(({ typed }) => typed),
  };
}

function mistake(pointer: string, message: string): Walked {
  return { mistakes: [{ pointer, message }], typed: [] };
}
