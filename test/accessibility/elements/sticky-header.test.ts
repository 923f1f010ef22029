import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  asked,
  openDialog,
  OTHER,
  listed,
  THIRD,
} from '../../elements/authenticators/authenticators-page.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { pressKeys } from '../../support/engine.js';
import { buttons, focused, visibleElements } from '../../support/page.js';

/** The height of a tall sticky header on a phone. */
const HEADER = 64;

const PHONE = { width: 320, height: 568 };
const LOW = { width: 320, height: 256 };

describe('a page with a sticky header', () => {
  let header: HTMLElement;

  beforeEach(async () => {
    await setViewport(PHONE);
    header = document.createElement('header');
    header.textContent = 'ProfiPortaal';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .sticky { position: sticky; inset-block-start: 0; z-index: 10; block-size: ${HEADER}px; background: teal }
      .above, .below { block-size: 100vh }
    `);
    document.adoptedStyleSheets = [sheet];
    header.className = 'sticky';
    document.body.prepend(header);
  });

  afterEach(async () => {
    header.remove();
    document.adoptedStyleSheets = [];
    await setViewport({ width: 800, height: 600 });
  });

  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.bottom > HEADER + 1 && box.top < innerHeight;
  };

  for (const [way, key] of [
    ['moving down', 'Tab'],
    ['moving up', 'Shift+Tab'],
  ] as const) {
    it(`A18: the focused element is not hidden by a sticky header, ${way}`, async () => {
      const { element } = await listed({ authenticators: [SAMPLE.authenticator, OTHER, THIRD] });
      const [above, below] = ['above', 'below'].map((className) =>
        Object.assign(document.createElement('div'), { className, tabIndex: 0 }),
      );
      if (!above || !below) throw new Error('there are no elements around the list');
      element.before(above);
      element.after(below);
      (key === 'Tab' ? above : below).focus();
      const hidden: string[] = [];
      for (let left = buttons(element).length; left > 0; left -= 1) {
        await pressKeys(key);
        await nextFrame();
        const now = focused();
        if (now && !isSeen(now)) hidden.push(now.getAttribute('aria-label') ?? now.textContent);
      }
      above.remove();
      below.remove();
      expect(hidden).to.deep.equal([]);
    });
  }
});

describe('a viewport as low as on a phone in landscape, zoomed in', () => {
  before(() => setViewport(LOW));
  after(() => setViewport({ width: 800, height: 600 }));

  it('A13: all of a dialog can be read and its buttons pressed, 256 px high', async () => {
    const { element } = await asked();
    const dialog = openDialog(element);
    if (!dialog) throw new Error('no dialog is open');
    const box = dialog.getBoundingClientRect();
    expect(box.top).to.be.at.least(0);
    expect(box.bottom).to.be.at.most(LOW.height);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    for (const part of visibleElements(dialog).filter((it) => it.matches('h2, p, button'))) {
      part.scrollIntoView({ block: 'nearest' });
      const { bottom, top, height } = part.getBoundingClientRect();
      const seen = Math.min(bottom, box.bottom) - Math.max(top, box.top);
      expect(seen, part.textContent).to.be.at.least(Math.min(height, box.height) - 4);
    }
  });
});
