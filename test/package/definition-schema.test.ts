import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import { checkDefinition } from '../../src/backend/development/check-definition.js';
import { DEFINITION_SCHEMA } from '../../src/backend/development/definition-schema.js';
import { findMistakes } from '../../src/backend/development/find-mistakes.js';
import { FORMATS } from '../../src/backend/development/formats.js';
import type { JsonSchema } from '../../src/backend/development/json-schema.js';
import { walkSchema } from '../../src/backend/development/walk-schema.js';
import { MfaError } from '../../src/backend/mfa-error.js';
import { loadPreset, PRESET_NAMES } from '../../src/backend/presets/index.js';
import { seededRandom } from '../support/seeded-random.js';
import { mutateJson } from '../support/mutate-json.js';

const folder = new URL('../../src/backend/definition/', import.meta.url);

/** The number of mutants of all presets together. */
const MUTANTS = 3000;

/** The name of every preset, with its definition as JSON. */
const definitions = await Promise.all(
  PRESET_NAMES.map(async (name) => {
    const definition = await loadPreset(name);
    return [name, JSON.parse(JSON.stringify(definition)) as unknown] as const;
  }),
);

/** Compiles the schema with another validator, which checks the formats as we do. */
function compile(): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  for (const [name, { problem }] of Object.entries(FORMATS)) {
    ajv.addFormat(name, (text: string) => problem(text) === undefined);
  }
  return ajv.compile(DEFINITION_SCHEMA);
}

/** Returns every schema in a schema. */
function partsOf(schema: JsonSchema): JsonSchema[] {
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  const parts = [...Object.values(properties), ...anyOf, additionalProperties, items];
  return [schema, ...parts.flatMap((part) => (part ? partsOf(part) : []))];
}

describe('The JSON Schema of a backend definition', () => {
  it('is generated from the current types', async () => {
    const { makeSchema } = (await import(new URL('make-schema.mjs', folder).href)) as {
      makeSchema: () => Promise<string>;
    };
    const text = readFileSync(new URL('schema.json', folder), 'utf8');
    assert.ok(text === (await makeSchema()), 'schema.json is out of date: run npm run schema');
  });

  const parts = Object.values(DEFINITION_SCHEMA.definitions).flatMap(partsOf);

  it('lists every key of every object, so that an editor can complete and report keys', () => {
    const objects = parts.filter(({ type }) => type === 'object');
    assert.ok(objects.length > 40);
    for (const { properties, additionalProperties } of objects) {
      assert.ok(properties ? additionalProperties === false : additionalProperties);
    }
  });

  it('describes every key', () => {
    const named = parts.flatMap(({ properties = {} }) => Object.entries(properties));
    const undescribed = named.filter(([, { description }]) => !description);
    assert.deepEqual(
      undescribed.map(([name]) => name),
      [],
    );
  });

  it('has complete descriptions', () => {
    // In a docstring an @ starts a tag, so the rest of the description would be missing.
    const texts = parts.flatMap(({ description = '' }) => description || []);
    assert.ok(texts.length > 100);
    const isWhole = (text: string) => /[.…]$/.test(text) && text.split('`').length % 2 === 1;
    assert.deepEqual(
      texts.filter((text) => !isWhole(text)),
      [],
    );
  });

  it('uses only the keywords and formats that the check knows', () => {
    const keywords = new Set(parts.flatMap((part) => Object.keys(part)));
    const known = 'description type properties additionalProperties required items anyOf';
    for (const keyword of `${known} enum const format minimum maximum $ref`.split(' ')) {
      keywords.delete(keyword);
    }
    assert.deepEqual([...keywords], []);
    for (const { format } of parts) assert.ok(format === undefined || FORMATS[format], format);
  });

  it('completes the fields of the result of each operation', () => {
    const fields = (name: string) =>
      Object.keys(DEFINITION_SCHEMA.definitions[name]?.properties ?? {}).sort();
    assert.deepEqual(fields('StatusFields'), ['$when', 'account', 'issuer', 'methods', 'state']);
    assert.deepEqual(fields('RecoveryCodesStatusFields'), ['$when', 'createdAt', 'left', 'total']);
  });
});

describe('Every preset', () => {
  const validate = compile();

  for (const [name, definition] of definitions) {
    it(`${name} fits the schema and passes the check`, () => {
      assert.ok(validate(definition), JSON.stringify(validate.errors, undefined, 2));
      assert.deepEqual(findMistakes(definition), []);
    });
  }
});

describe(`Of ${MUTANTS} presets with a mistake`, () => {
  const validate = compile();
  const random = seededRandom(20_261_122);
  const mutations = Array.from({ length: MUTANTS }, (_, index) => {
    const [, definition] = definitions[index % definitions.length] ?? [];
    return mutateJson(definition, random);
  });
  const readings = mutations.map((mutation) => ({
    ...mutation,
    isValid: validate(mutation.mutant),
    mistakes: walkSchema(mutation.mutant, DEFINITION_SCHEMA).mistakes,
  }));

  it('another validator accepts the same as the check', () => {
    for (const { isValid, mistakes, mutant } of readings) {
      assert.equal(mistakes.length === 0, isValid, JSON.stringify(mutant));
    }
    const refused = readings.filter(({ isValid }) => !isValid).length;
    assert.ok(refused > MUTANTS / 4 && refused < MUTANTS, `${refused} were refused`);
  });

  it('each is refused with an MfaError that names a place in it, or is a valid definition', () => {
    for (const { mutant, isValid } of readings) {
      let thrown: unknown;
      try {
        checkDefinition(mutant);
      } catch (error) {
        thrown = error;
      }
      if (thrown === undefined) {
        assert.ok(isValid);
        continue;
      }
      assert.ok(thrown instanceof MfaError && thrown.kind === 'misconfigured');
      const [, pointer = '""'] =
        /^The backend definition is wrong at (".*?"): /.exec(thrown.message) ?? [];
      assert.ok(isPlace(mutant, JSON.parse(pointer) as string), thrown.message);
    }
  });

  it('the error for a key with one wrong letter has the right key', () => {
    const slips = readings.filter(({ renamed, mistakes: [first] }) =>
      first?.message.startsWith(`${JSON.stringify(renamed?.[1])} is not known here.`),
    );
    assert.ok(slips.length > MUTANTS / 20);
    for (const { renamed, mistakes } of slips) {
      // Too little is left of a key of two letters.
      if ((renamed?.[1].length ?? 0) < 3) continue;
      const [from = ''] = renamed ?? [];
      const words = mistakes[0]?.message.split(/[\s",.?]+/) ?? [];
      assert.ok(words.includes(from), mistakes[0]?.message);
    }
  });
});

/** Returns whether a JSON pointer leads to a value (RFC 6901). */
function isPlace(root: unknown, pointer: string): boolean {
  let value = root;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return true;
}
