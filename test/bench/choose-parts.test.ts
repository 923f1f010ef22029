import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { chooseParts } from './choose-parts.js';
import { runs } from './part.js';
import { caption } from './write-guide.js';

const titles = (names: readonly string[]) => chooseParts(names).map(({ title }) => title);

describe('The parts of the bench', () => {
  it('are those that are named, in that order', () => {
    const [bytes = '', ...others] = titles(['bytes', 'keys']);
    assert.match(bytes, /^Bytes/);
    assert.equal(others.length, 1);
  });

  it('are without pictures if none is named', () => {
    assert.deepEqual(
      titles([]).filter((title) => titles(['filmstrip']).includes(title)),
      [],
    );
  });

  it('have to exist', () => {
    assert.throws(() => chooseParts(['speed']), /There is no part speed\. The parts are bytes, /);
    assert.throws(() => chooseParts(['toString']), /There is no part toString/);
  });

  it('are in the guide, each with its heading', () => {
    const guide = readFileSync('stories/guides/size-and-speed.md', 'utf8');
    for (const title of titles([])) assert.ok(guide.includes(`### ${title}\n`), title);
  });
});

describe('The caption of the guide', () => {
  it('has the date, the versions, the cores and the load', () => {
    const date = new Date('2026-01-12T23:30:00Z');
    assert.match(
      caption({ date, chromium: '156.0.1', loads: [1.24, 0.9, 2] }),
      /^_2026-01-12, Node [\d.]+, Chromium 156\.0\.1, \d+ cores?, load 0\.9–2\.0\._$/,
    );
  });
});

describe('The number of runs', () => {
  const before = process.env.BENCH_RUNS;
  afterEach(() => {
    if (before === undefined) delete process.env.BENCH_RUNS;
    else process.env.BENCH_RUNS = before;
  });

  it('is that of the part', () => {
    delete process.env.BENCH_RUNS;
    assert.equal(runs(9), 9);
  });

  it('is that of BENCH_RUNS', () => {
    process.env.BENCH_RUNS = '3';
    assert.equal(runs(9), 3);
  });

  it('has to be a whole number from 1', () => {
    for (const wrong of ['0', '1.5', 'many', '']) {
      process.env.BENCH_RUNS = wrong;
      assert.throws(() => runs(9), /BENCH_RUNS/);
    }
  });
});
