import { FORMATS } from './formats.js';
import { nameOfReference, type JsonSchema, type JsonType, type RootSchema } from './json-schema.js';

const WORDS: Readonly<Record<JsonType, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** Describes what a schema expects: "a path such as $.id, a list or an object with "$each"". */
export function expected(schema: JsonSchema, { definitions }: RootSchema): string {
  const phrases = [...new Set(phrasesOf(schema, definitions))];
  const last = phrases.pop() ?? 'something else';
  return phrases.length > 0 ? `${phrases.join(', ')} or ${last}` : last;
}

function phrasesOf(schema: JsonSchema, definitions: RootSchema['definitions']): readonly string[] {
  const { $ref, anyOf, format, type = [], minimum, maximum, required } = schema;
  if ($ref !== undefined) return phrasesOf(definitions[nameOfReference($ref)] ?? {}, definitions);
  if (anyOf) return anyOf.flatMap((branch) => phrasesOf(branch, definitions));
  if (schema.enum) return [`one of ${schema.enum.join(', ')}`];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (format !== undefined) return [FORMATS[format]?.expected ?? format];
  return [type].flat().map((one) => {
    if (one === 'object' && required)
      return `an object with ${required.map(inQuotes).join(' and ')}`;
    if (minimum === undefined) return WORDS[one];
    return `${WORDS[one]}, ${minimum} or more${maximum === undefined ? '' : ` and at most ${maximum}`}`;
  });
}

const inQuotes = (name: string): string => `"${name}"`;
