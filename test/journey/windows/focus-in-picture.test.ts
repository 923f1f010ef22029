import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Picture } from './browser-window.js';
import { findFocus } from './focus-in-picture.js';

const SIZE = { width: 200, height: 100 };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Paints a white picture with the parts of these boxes that are in it, as frames or filled. */
function paint(color: readonly number[], boxes: readonly Box[], frame = Infinity): Picture {
  const data = new Uint8Array(SIZE.width * SIZE.height * 4).fill(255);
  for (const { left, top, width, height } of boxes) {
    for (let y = Math.max(0, top); y < Math.min(SIZE.height, top + height); y += 1) {
      for (let x = Math.max(0, left); x < Math.min(SIZE.width, left + width); x += 1) {
        const depth = Math.min(x - left, left + width - 1 - x, y - top, top + height - 1 - y);
        if (depth < frame) data.set(color, (y * SIZE.width + x) * 4);
      }
    }
  }
  return { ...SIZE, data };
}

const PLAIN = paint([], []);
const marked = (...boxes: Box[]) => paint([255, 0, 254], boxes, 4);

describe('The focus in a picture', () => {
  it('is found where the frame is', () => {
    const found = findFocus(PLAIN, marked({ left: 20, top: 10, width: 100, height: 30 }));
    assert.deepEqual(found, {
      isWhole: true,
      box: { left: 20, top: 10, right: 119, bottom: 39 },
      moved: 0,
    });
  });

  it('is out of view if there is no frame', () => {
    assert.deepEqual(findFocus(PLAIN, PLAIN), { isWhole: false, moved: 0 });
  });

  for (const [edge, box] of [
    ['the top', { left: 20, top: -10, width: 100, height: 30 }],
    ['the bottom', { left: 20, top: 80, width: 100, height: 30 }],
    ['the left', { left: -30, top: 20, width: 100, height: 50 }],
    ['the right', { left: 150, top: 20, width: 100, height: 50 }],
  ] as const) {
    it(`is not whole at ${edge} of the window`, () => {
      assert.equal(findFocus(PLAIN, marked(box)).isWhole, false);
    });
  }

  it('is whole in a link over two lines', () => {
    const first = { left: 100, top: 20, width: 90, height: 20 };
    const second = { left: 10, top: 44, width: 60, height: 20 };
    assert.equal(findFocus(PLAIN, marked(first, second)).isWhole, true);
  });

  it('tells a window that moves while it is looked at', () => {
    const before = paint([0, 0, 0], [{ left: 0, top: 0, width: 200, height: 20 }]);
    assert.equal(findFocus(before, PLAIN).moved, 0.2);
  });
});
