import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparePictures } from './compare-pictures.js';
import { ACCENT, Drawing, INK, WHITE } from './drawing.js';
import { halve } from './picture.js';

/** Differences between computers, and changes of the page. */
interface Changes {
  /** Pixels by which every letter is moved to the right. */
  readonly aside?: number;
  /** Width of the stems of letters, in pixels. */
  readonly weight?: number;
  readonly accent?: readonly [number, number, number];
  readonly link?: readonly [number, number, number];
  /** Pixels by which the button is moved down and to the right. */
  readonly moved?: readonly [down: number, right: number];
  readonly without?: 'button' | 'icon' | 'line' | 'last line' | 'focus ring';
  readonly height?: number;
  readonly width?: number;
}

function page({
  aside = 0,
  weight = 1.6,
  accent = ACCENT,
  moved = [0, 0],
  ...other
}: Changes = {}) {
  const { without, link = ACCENT, height = 700, width = 1280 } = other;
  const drawing = new Drawing(width, height);
  const style = { weight };
  drawing.text(16 + aside, 24, 20, { weight: weight + 1 });
  if (without !== 'line') drawing.text(16 + aside, 60, 70, style);
  drawing.text(16 + aside, 84, 60, style);
  if (without !== 'last line') drawing.text(16 + aside, 108, 4, style);
  const [top, left] = [150 + moved[0], 20 + moved[1]];
  if (without !== 'button') {
    if (without !== 'focus ring') drawing.fill(left - 4, top - 4, 168, 52, accent);
    drawing.fill(left - 2, top - 2, 164, 48, WHITE);
    drawing.fill(left, top, 160, 44, accent);
    drawing.text(left + 20 + aside, top + 16, 14, { weight, colour: WHITE });
  }
  drawing.text(16 + aside, 260, 20, { weight, colour: link }).fill(16, 274, 140, 1, link);
  if (without !== 'icon') {
    drawing.fill(300, 162, 20, 2, INK).fill(300, 180, 20, 2, INK);
    drawing.fill(300, 162, 2, 20, INK).fill(318, 162, 2, 20, INK);
  }
  return halve(drawing);
}

const compare = (changes: Changes): string => comparePictures(page(), page(changes)).summary;

describe('a picture is the same', () => {
  const SAME: Record<string, Changes> = {
    'when nothing changed': {},
    'when letters are painted a little bolder': { weight: 1.9 },
    'when letters are painted a little thinner': { weight: 1.35 },
    'when letters stand a fraction of a pixel aside': { aside: 0.6 },
    'when letters stand a pixel aside and are thinner': { aside: 1, weight: 1.4 },
    'when a page is a few pixels longer': { height: 703 },
    'when a colour differs by rounding': { accent: [36, 82, 197] },
  };
  for (const [name, changes] of Object.entries(SAME)) {
    it(name, () => assert.equal(compare(changes), ''));
  }
});

describe('a picture has changed', () => {
  const OTHER: Record<string, Changes> = {
    'when a button vanished': { without: 'button' },
    'when an icon vanished': { without: 'icon' },
    'when a line of text vanished': { without: 'line' },
    'when a short word vanished': { without: 'last line' },
    'when a focus ring vanished': { without: 'focus ring' },
    'when a button moved 8 pixels down': { moved: [8, 0] },
    'when a button moved 8 pixels aside': { moved: [0, 8] },
    'when a button moved 4 pixels down': { moved: [4, 0] },
    'when the accent colour is another blue': { accent: [35, 83, 172] },
    'when the accent colour is green': { accent: [22, 106, 61] },
    'when a link is no longer blue': { link: INK },
    'when the page is longer': { height: 740 },
    'when the page is narrower': { width: 1240 },
  };
  for (const [name, changes] of Object.entries(OTHER)) {
    it(name, () => assert.notEqual(compare(changes), ''));
  }

  it('says where', () => {
    assert.match(compare({ without: 'icon' }), /^\d+ places differ, the first at 2\d\d, 1\d\d$/);
  });

  it('marks what differs in red', () => {
    const { difference } = comparePictures(page(), page({ without: 'icon' }));
    const at = (x: number, y: number) => [
      ...difference.data.subarray((y * 640 + x) * 4).slice(0, 3),
    ];
    assert.deepEqual(at(150, 85), [255, 0, 0]);
    assert.notDeepEqual(at(400, 85), [255, 0, 0]);
  });
});
