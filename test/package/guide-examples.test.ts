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
  .filter((file) => /\.(?:json|ts)$/.test(file) && !file.endsWith('responses.json'))
  .sort();

const shown = [...guide.matchAll(/<Example file="(?<file>[^"]+)" \/>/g)].map(
  ({ groups }) => groups?.file ?? '',
);

describe('The definitions in the guide', () => {
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    it(`${file} is valid`, () => {
      const definition: unknown = JSON.parse(readFileSync(new URL(file, examples), 'utf8'));
      checkDefinition(definition);
    });
  }

  it('are all in files that are tested, not in the page itself', () => {
    assert.doesNotMatch(guide, /```json/);
  });
});

describe('The examples of the guide', () => {
  it('exist if the guide shows them, each once', () => {
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

describe('The tables of the definition language', () => {
  /** Returns every key of an object of the language, at any depth of the schema. */
  function keysIn(part: unknown, isKeys = false): readonly string[] {
    if (typeof part !== 'object' || part === null) return [];
    const inner = Object.entries(part).flatMap(([key, value]) =>
      keysIn(value, key === 'properties' && !isKeys),
    );
    return isKeys ? [...Object.keys(part), ...inner] : inner;
  }

  const listed = KEY_TABLES.flatMap(({ rows }) => rows);

  it('list every key', () => {
    const keys = new Set(keysIn(schema.definitions));
    assert.ok(keys.size > 80, 'The keys of the schema are not found.');
    assert.deepEqual(
      [...keys].filter((key) => !listed.some((row) => row.key === key)),
      [],
    );
  });

  it('describe each of them', () => {
    assert.deepEqual(
      listed.filter(({ meaning }) => meaning === '').map(({ key }) => key),
      [],
    );
  });
});
