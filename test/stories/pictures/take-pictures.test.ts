import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../../../demo/tools/browser/launch-chromium.mjs';
import { STORY_TESTS } from '../built-storybook.js';
import { takePictures } from './take-pictures.js';
import { areEqual } from './picture.js';

/** A page in a given font, with a field and a list that scroll. */
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

  /** Takes pictures of a page whose field and list are scrolled to their ends. */
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

  it('do not depend on the font in which it was played', async () => {
    const [narrow, wide] = [await picturesIn('sans-serif'), await picturesIn('monospace')];
    assert.notEqual(narrow.scrolled, wide.scrolled);
    assert.deepEqual([...narrow.complaints, ...wide.complaints], []);
    assert.equal(narrow.pictures.length, 4);
    for (const [turn, { halved }] of narrow.pictures.entries()) {
      const other = wide.pictures[turn];
      assert.ok(other && areEqual(halved, other.halved), `picture ${turn} differs`);
    }
  });
});
