import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkDefinition } from '../../src/backend/development/check-definition.js';
import schema from '../../src/backend/definition/schema.json' with { type: 'json' };
import { KEY_TABLES } from '../../stories/guides/language-tables.js';

const guides = new URL('../../stories/guides/', import.meta.url);
const examples = new URL('examples/', guides);

const guide = readFileSync(new URL('backends.mdx', guides), 'utf8');

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:json|ts)$/.test(file) && !file.endsWith('answers.json'))
  .sort();

const shown = [...guide.matchAll(/<Example file="(?<file>[^"]+)" \/>/g)].map(
  ({ groups }) => groups?.file ?? '',
);

describe('the definitions in the guide', () => {
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    it(`${file} is right`, () => {
      const definition: unknown = JSON.parse(readFileSync(new URL(file, examples), 'utf8'));
      checkDefinition(definition);
    });
  }

  it('are all files that are tested, none of them typed into the page', () => {
    assert.doesNotMatch(guide, /```json/);
  });
});

describe('the examples of the guide', () => {
  it('are there when the guide shows them, each once', () => {
    assert.deepEqual(
      shown.filter((file) => !files.includes(file)),
      [],
    );
    assert.equal(new Set(shown).size, shown.length);
  });

  it('are all shown', () => {
    assert.deepEqual(
      files.filter((file) => !shown.includes(file)),
      [],
    );
  });
});

describe('the language on one page', () => {
  /** Every key of an object of the language, wherever it stands in the schema. */
  function keysIn(part: unknown, isKeys = false): readonly string[] {
    if (typeof part !== 'object' || part === null) return [];
    const inner = Object.entries(part).flatMap(([key, value]) =>
      keysIn(value, key === 'properties' && !isKeys),
    );
    return isKeys ? [...Object.keys(part), ...inner] : inner;
  }

  const told = KEY_TABLES.flatMap(({ rows }) => rows);

  it('tells every key', () => {
    const keys = new Set(keysIn(schema.definitions));
    assert.ok(keys.size > 80, 'The keys of the schema are not found.');
    assert.deepEqual(
      [...keys].filter((key) => !told.some((row) => row.key === key)),
      [],
    );
  });

  it('says what each of them means', () => {
    assert.deepEqual(
      told.filter(({ meaning }) => meaning === '').map(({ key }) => key),
      [],
    );
  });
});
