import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { staticGraph, wholeGraph } from './static-graph.js';

/** A file that imports others at once, and may load others later. */
const file = (atOnce: readonly string[], later: readonly string[] = []) => ({
  imports: [
    ...atOnce.map((path) => ({ path, kind: 'import-statement' })),
    ...later.map((path) => ({ path, kind: 'dynamic-import' })),
  ],
});

describe('The static graph of a file', () => {
  it('has the file, and what it imports through others', () => {
    const files = { a: file(['b']), b: file(['c']), c: file([]), d: file([]) };
    assert.deepEqual(staticGraph(files, 'a'), ['a', 'b', 'c']);
  });

  it('leaves out what is loaded later, unless it is also imported', () => {
    const files = { a: file(['b'], ['c', 'd']), b: file(['d']), c: file([]), d: file([]) };
    assert.deepEqual(staticGraph(files, 'a'), ['a', 'b', 'd']);
  });

  it('ends where files import each other', () => {
    assert.deepEqual(staticGraph({ a: file(['b']), b: file(['a']) }, 'a'), ['a', 'b']);
  });

  it('leaves out what the build has not made', () => {
    assert.deepEqual(staticGraph({ a: file(['node:fs']) }, 'a'), ['a']);
  });
});

describe('The whole graph of a file', () => {
  it('has what is loaded later too, without what only a file that is left out needs', () => {
    const files = {
      a: file(['b'], ['c', 'd']),
      b: file([]),
      c: file(['e']),
      d: file(['f', 'b']),
      e: file([]),
      f: file([]),
    };
    assert.deepEqual(
      wholeGraph(files, 'a', (path) => path === 'd'),
      ['a', 'b', 'c', 'e'],
    );
  });
});
