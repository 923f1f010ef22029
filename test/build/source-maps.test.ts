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

/** Counts the words of a file, those that come from a source, and those that the source map leads to it. */
function traced(file: string): { words: number; fromSources: number; found: number } {
  const map = new TraceMap(readFileSync(`${dist}${file}.map`, 'utf8'));
  const words = [...wordsOf(readFileSync(dist + file, 'utf8'))];
  const fromSources = words.flatMap(({ word, ...place }) => {
    const { source, line } = originalPositionFor(map, place);
    // Helpers of the bundler have none.
    return source === null ? [] : [{ word, source, line }];
  });
  const found = fromSources.filter(({ word, source, line }) => {
    const lines = sourceContentFor(map, source)?.split('\n') ?? [];
    const near = lines.slice(Math.max(0, line - 1 - OFF_BY), line + OFF_BY);
    return near.join('\n').includes(word);
  });
  return { words: words.length, fromSources: fromSources.length, found: found.length };
}

/** Fewer words say nothing. */
const FEWEST = 10;

describe('The source map', () => {
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
    it(`of ${file} leads to the sources`, () => {
      assert.ok(existsSync(`${dist}${file}.map`));
      const { words, fromSources, found } = traced(file);
      if (words < FEWEST) return;
      assert.ok(fromSources >= words / 3, `${fromSources} of ${words} words are from a source`);
      assert.ok(found >= fromSources * 0.8, `${found} of ${fromSources} words lead there`);
    });
  }
});
