import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { launchChromium } from '../../../demo/tools/browser/launch-chromium.mjs';

const skip = process.platform !== 'linux' && 'Only Linux lets a program choose its fonts.';

describe('The fonts of the browser that the tests run in', { skip }, () => {
  let folder: string;
  let own: string | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mfa-elements-no-fonts-'));
    own = process.env.FONTCONFIG_FILE;
    process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
    writeFileSync(
      process.env.FONTCONFIG_FILE,
      `<fontconfig><cachedir>${folder}/cache</cachedir></fontconfig>`,
    );
  });

  afterEach(() => {
    if (own === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = own;
    rmSync(folder, { recursive: true });
  });

  /** Measures the width of a text in each of these fonts. */
  async function widthsOf(...fonts: string[]): Promise<number[]> {
    const browser = await launchChromium();
    const page = await browser.newPage();
    await page.setContent(
      fonts.map((font) => `<span style="font: 16px ${font}">Hulp nodig</span>`).join(' '),
    );
    const widths = await page
      .locator('span')
      .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().width));
    await browser.close();
    return widths;
  }

  it('come with the project, also on a machine without fonts', async () => {
    const [system, sans, expected, mono, expectedMono] = await widthsOf(
      'system-ui',
      'sans-serif',
      "'DejaVu Sans'",
      'monospace',
      "'DejaVu Sans Mono'",
    );
    assert.ok(expected && expectedMono && expected > 0 && expectedMono > expected);
    assert.deepEqual([system, sans, mono], [expected, expected, expectedMono]);
  });
});
