import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { originalPositionFor, sourceContentFor, TraceMap } from '@jridgewell/trace-mapping';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Yields the long words that occur once in a text, such as names of properties, with their place. */
function* wordsOf(code: string): Generator<{ word: string; line: number; column: number }> {
  const lines = code.split('\n');
  const words = lines.flatMap((text, index) =>
    [...text.matchAll(/(?<=\.)[A-Za-z]{8,}\b/g)].map((match) => ({
      word: match[0],
      line: index + 1,
      column: match.index,
    })),
  );
  const times = new Map<string, number>();
  for (const { word } of words) times.set(word, (times.get(word) ?? 0) + 1);
  for (const found of words) if (times.get(found.word) === 1) yield found;
}

/** How many lines a minifier may be off, because it maps an expression by its beginning. */
const OFF_BY = 8;

/** Returns how many of these words a source map leads to the place in the sources that they are from. */
function traced(file: string): { found: number; all: number } {
  const map = new TraceMap(readFileSync(`${dist}${file}.map`, 'utf8'));
  const words = [...wordsOf(readFileSync(dist + file, 'utf8'))];
  const found = words.filter(({ word, line, column }) => {
    const original = originalPositionFor(map, { line, column });
    if (original.source === null) return false;
    const lines = sourceContentFor(map, original.source)?.split('\n') ?? [];
    const near = lines.slice(Math.max(0, original.line - 1 - OFF_BY), original.line + OFF_BY);
    return near.join('\n').includes(word);
  });
  return { found: found.length, all: words.length };
}

/** Fewer words say nothing. */
const FEWEST = 10;

describe('The source map', () => {
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
    it(`of ${file} leads to the sources`, () => {
      assert.ok(existsSync(`${dist}${file}.map`));
      const { found, all } = traced(file);
      assert.ok(all < FEWEST || found >= all * 0.8, `${found} of ${all} words`);
    });
  }
});
