import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { framesWithMoments, filmstripPage } from './filmstrip-page.js';

const frame = (at: number, looks: string) => ({ at, picture: Buffer.from(looks) });

describe('A filmstrip', () => {
  it('names the first frame since a moment, or the last frame', () => {
    const frames = framesWithMoments(
      [frame(10, 'blank'), frame(20, 'field'), frame(30, 'error')],
      [
        { name: 'first paint', at: 5 },
        { name: 'field', at: 15 },
        { name: 'focus', at: 20 },
        { name: 'error', at: 31 },
      ],
    );
    assert.deepEqual(
      frames.map(({ shows }) => shows),
      [['first paint'], ['field', 'focus'], ['error']],
    );
  });

  it('leaves out what looks like the frame before, unless it has a name', () => {
    const frames = framesWithMoments(
      [frame(0, 'a'), frame(500, 'a'), frame(1000, 'a'), frame(1500, 'b')],
      [{ name: 'field', at: 900 }],
    );
    assert.deepEqual(
      frames.map(({ at }) => at),
      [0, 1000, 1500],
    );
  });

  it('leaves out what follows at once, unless it has a name', () => {
    const frames = framesWithMoments(
      [frame(0, 'a'), frame(16, 'b'), frame(32, 'c'), frame(250, 'd')],
      [{ name: 'field', at: 30 }],
    );
    assert.deepEqual(
      frames.map(({ at }) => at),
      [0, 32, 250],
    );
  });

  it('is a page with the time of each frame', () => {
    const frames = [{ ...frame(12.4, 'a'), shows: ['field'] }];
    const page = filmstripPage([{ title: 'mfa-login', frames, moments: [] }]);
    assert.match(page, /<h2>mfa-login<\/h2>/);
    assert.match(page, /12 ms <b>field<\/b>/);
  });
});
