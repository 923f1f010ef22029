import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesUnder } from './test-files.mjs';

const FOLDERS = ['src', 'demo', 'stories', 'test'];
const CODE =
  /^(?!.*(generated|built|recordings|accessibility-tree|pictures\/accepted)).*\.(ts|mjs|js|css|mdx)$/;

/** Returns the numbers in a text such as `25–28, 35 and 40`. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(\d+)(?:[–-][BC]?(\d+))?/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, more) => Number(first) + more),
  );

/** Maps the prefix of each list to the pattern of the references to it, which captures the numbers. */
const REFERENCES = {
  'case ': /\bcases? ((?:\d+(?:[–-]\d+)?(?:, | and )?)+)/g,
  'pitfall ': /\bpitfalls? ((?:\d+(?:, | and )?)+)/g,
  B: /(?<![\w.$#/-])B(\d{1,2}(?:[–-]B?\d{1,2})?)(?!\w)/g,
  C: /(?<![\w.$#/-])C(\d{1,2}(?:[–-]C?\d{1,2})?)(?!\w)/g,
  D: /(?<=\((?:\w+, )*)D(\d{1,2})(?=[,)])/g,
};

function referred(): Set<string> {
  const files = FOLDERS.flatMap((folder) => filesUnder(folder, CODE));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const found = Object.entries(REFERENCES).flatMap(([prefix, pattern]) =>
    texts.flatMap((text) =>
      [...text.matchAll(pattern)].flatMap(([, numbers = '']) =>
        numbersIn(numbers).map((number) => `${prefix}${number}`),
      ),
    ),
  );
  return new Set(found);
}

/** Returns the first cells of the tables, each after the prefix in the head of its table. */
function listed(): string[] {
  let prefix = '';
  const rows = readFileSync('test/cases.md', 'utf8').matchAll(/^\| (case|pitfall|[BCD]?\d+) /gm);
  return [...rows].flatMap(([, cell = '']) => {
    if (!/\d/.test(cell)) prefix = `${cell} `;
    return /\d/.test(cell) ? [/^[BCD]/.test(cell) ? cell : prefix + cell] : [];
  });
}

describe('The numbered cases that code refers to', () => {
  const list = listed();

  it('are in the list, each once', () => {
    assert.ok(list.length > 100);
    assert.equal(new Set(list).size, list.length);
    assert.deepEqual(
      [...referred()].filter((name) => !list.includes(name)),
      [],
    );
  });

  it('have a test each, if an attack found them (D)', () => {
    const found = referred();
    const attacks = list.filter((name) => name.startsWith('D'));
    assert.equal(attacks.length, 19);
    assert.deepEqual(
      attacks.filter((name) => !found.has(name)),
      [],
    );
  });
});
