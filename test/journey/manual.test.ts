import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import jsQR from 'jsqr';
import axe from 'axe-core';
import type { Browser } from 'playwright';
import { PNG } from 'pngjs';
import { type Locale, LOCALES } from '../../locales/languages.js';
import { makeManual, type Manual } from '../../demo/manual/make-manual.js';
import { CHAPTERS, stepsOf } from '../../demo/manual/plan.js';
import { PageDriver } from '../../demo/manual/capture/page-driver.js';
import { ProductMessages } from '../../demo/manual/capture/product-messages.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { message } from '../support/message.js';

/** The manuals to make: two languages in every run, because each takes long, and all in the long test. */
const MADE: readonly Locale[] = process.env.LONG === '1' ? LOCALES : ['nl', 'de'];

const MOST_BYTES = 3_000_000;
/** The pixels of a screenshot per CSS pixel. */
const SHARPNESS = 2;

const STEPS = CHAPTERS.flatMap(stepsOf);

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'manual-'));
before(async () => {
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Returns the visible text of a page, as one line. */
async function textOf(path: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  const text = await page.locator('body').innerText();
  await page.close();
  return text.replace(/\s+/g, ' ');
}

for (const locale of MADE) {
  describe(`The manual in ${locale}, made by walking the portal`, () => {
    let manual: Manual;
    before(async () => {
      manual = await makeManual(browser, locale, join(folder, locale));
    });

    const pictureOf = (file: string) => readFileSync(join(dirname(manual.html), 'pictures', file));

    /** Reads width and height from the header (PNG, section 11.2.1), because decoding a picture takes long. */
    const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

    it('has a picture at every step', async () => {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(manual.html).href);
      assert.equal(await page.locator('.step').count(), STEPS.length);
      assert.equal(await page.locator('.step > figure').count(), STEPS.length);
      const broken = await page
        .locator('img')
        .evaluateAll((images) =>
          (images as HTMLImageElement[])
            .filter(({ naturalWidth }) => naturalWidth === 0)
            .map(({ src }) => src),
        );
      assert.deepEqual(broken, []);
      await page.close();
    });

    it('points at elements that are in the picture', () => {
      for (const [step, { file, width, height, marks }] of manual.capture.pictures) {
        const size = [width * SHARPNESS, height * SHARPNESS];
        assert.deepEqual(sizeOf(pictureOf(file)), size, step);
        for (const { box, name } of marks) {
          assert.ok(box.width >= 20 && box.height >= 20, `${step}: ${name} shows`);
          assert.ok(box.x >= 0 && box.x + box.width <= width, `${step}: ${name} is inside`);
          assert.ok(box.y >= 0 && box.y + box.height <= height, `${step}: ${name} is inside`);
        }
      }
    });

    it('numbers the elements that its text refers to', async () => {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(manual.html).href);
      for (const step of await page.locator('.step').all()) {
        const mentioned = await step.locator('.step-text .number').allInnerTexts();
        const shown = await step.locator('.shot text').allTextContents();
        assert.deepEqual([...new Set(mentioned)].sort(), shown.sort(), await step.innerText());
      }
      await page.close();
    });

    it('uses the names of controls in the product', async () => {
      const text = await textOf(manual.html);
      for (const [control, { name }] of manual.capture.controls) {
        assert.ok(text.includes(name), `${control}: “${name}”`);
      }
      assert.deepEqual(manual.capture.problems, []);
    });

    it('shows a QR code that cannot be scanned', () => {
      const { data, width, height } = PNG.sync.read(pictureOf('first-scan.png'));
      assert.equal(jsQR(new Uint8ClampedArray(data), width, height), null);
    });

    it('is an accessible page', async () => {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(manual.html).href);
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      await page.addScriptTag({ content: axe.source });
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        [],
      );
      await page.close();
    });

    it('is a tagged PDF of several pages, in its language', () => {
      const pdf = readFileSync(manual.pdf, 'latin1');
      assert.ok(pdf.startsWith('%PDF-'));
      assert.match(pdf, /\/Marked true/);
      assert.ok(pdf.includes(`/Lang (${locale})`), 'the language of the document');
      const counts = Array.from(pdf.matchAll(/\/Type \/Pages\s+\/Count (\d+)/g), ([, count]) =>
        Number(count),
      );
      assert.ok(Math.max(...counts) > 2);
      assert.ok(statSync(manual.pdf).size < MOST_BYTES);
    });
  });
}

describe('The manual', () => {
  it('of the Dutch portal uses the terms of the portal', async () => {
    const text = await textOf(join(folder, 'nl', 'handleiding-profiportaal.nl.html'));
    for (const term of [
      'machtigingscode',
      message('code.submit'),
      'koppelen',
      'prullenbak',
      'Profiel instellingen',
      'poppetje',
      'ProfiAdviseur',
    ]) {
      assert.ok(text.includes(term), term);
    }
  });

  it('has no Dutch messages of the elements in another language', async () => {
    const dutch = new ProductMessages('nl');
    const text = await textOf(join(folder, 'de', 'handleiding-profiportaal.de.html'));
    const left = dutch.sentences().filter((sentence) => text.includes(sentence));
    assert.deepEqual(left, []);
  });

  it('cannot be made if a control is missing, and the error names it', async () => {
    const page = await browser.newPage();
    const driver = new PageDriver(page, new ProductMessages('nl'), folder);
    page.setDefaultTimeout(100);
    await assert.rejects(
      driver.find('verify'),
      /nl: the manual looks for the button verify \(message “code\.submit”\) on .*, and it is not there/,
    );
    await page.close();
  });
});
