import { expect } from '@open-wc/testing';
import { expected } from '../../../src/backend/development/expected.js';
import type { JsonSchema } from '../../../src/backend/development/json-schema.js';

const definitions: Readonly<Record<string, JsonSchema>> = { Name: { type: 'string' } };
const phrase = (schema: JsonSchema) => expected(schema, { definitions });

describe('what a schema expects', () => {
  for (const [text, schema] of [
    ['a text', { type: 'string' }],
    ['a number', { type: 'number' }],
    ['true or false', { type: 'boolean' }],
    ['null', { type: 'null' }],
    ['a list', { type: 'array' }],
    ['an object', { type: 'object' }],
    ['a text, a list or null', { type: ['string', 'array', 'null'] }],
    ['a whole number, 1 or more', { type: 'integer', minimum: 1 }],
    ['a number, 0 or more and at most 9', { type: 'number', minimum: 0, maximum: 9 }],
    ['one of a, b', { type: 'string', enum: ['a', 'b'] }],
    ['"GET"', { type: 'string', const: 'GET' }],
    ['an object with "id" and "name"', { type: 'object', required: ['id', 'name'] }],
    ['a text', { $ref: '#/definitions/Name' }],
    ['a text or a number', { anyOf: [{ $ref: '#/definitions/Name' }, { type: 'number' }] }],
    ['a text', { anyOf: [{ type: 'string' }, { $ref: '#/definitions/Name' }] }],
    ['something else', {}],
    ['something else', { $ref: '#/definitions/Unknown' }],
    ['color', { type: 'string', format: 'color' }],
  ] as const satisfies readonly (readonly [string, JsonSchema])[]) {
    it(`of ${JSON.stringify(schema)} is ${text}`, () => {
      expect(phrase(schema)).to.equal(text);
    });
  }
});
