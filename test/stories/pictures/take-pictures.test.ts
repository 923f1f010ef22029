import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../../../demo/tools/browser/launch-chromium.mjs';
import { pageScript } from '../../tools/page-script.js';
import { takePictures } from './take-pictures.js';
import { areEqual } from './picture.js';

const STORY_TESTS = pageScript(new URL('../in-page/story-tests.ts', import.meta.url));

/** A page whose field and list are longer than they are wide and high, in a font of its own. */
const pageIn = (font: string): string => `
  <!doctype html>
  <script>
    window.storyPage = { setPage: async () => undefined };
  </script>
  <style>* { font-family: ${font} }</style>
  <div id="storybook-root">
    <input value="${'Mijn telefoon '.repeat(20)}">
    <ul style="overflow: auto; height: 60px">${'<li>Mijn telefoon</li>'.repeat(20)}</ul>
  </div>`;

describe('pictures of a story', async () => {
  const browser = await launchChromium();
  after(() => browser.close());

  /** The pictures of a page on which somebody typed at the end, as far as its font scrolled it. */
  async function picturesIn(font: string) {
    const page = await browser.newPage();
    await page.addInitScript(STORY_TESTS);
    await page.goto('about:blank');
    await page.setContent(pageIn(font));
    await page.locator('li').last().scrollIntoViewIfNeeded();
    await page.locator('input').press('End');
    const scrolled = await page.evaluate(() => document.querySelector('input')?.scrollLeft);
    const session = await page.context().newCDPSession(page);
    const { pictures, complaints } = await takePictures({
      page,
      session,
      errors: [],
      locale: 'nl',
    });
    await page.close();
    return { scrolled, pictures, complaints };
  }

  it('are the same ones, whatever font it was played in', async () => {
    const [narrow, wide] = [await picturesIn('sans-serif'), await picturesIn('monospace')];
    assert.notEqual(narrow.scrolled, wide.scrolled);
    assert.deepEqual([...narrow.complaints, ...wide.complaints], []);
    assert.equal(narrow.pictures.length, 4);
    for (const [turn, { halved }] of narrow.pictures.entries()) {
      const other = wide.pictures[turn];
      assert.ok(other && areEqual(halved, other.halved), `picture ${turn} is another one`);
    }
  });
});
