import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import type { QrCodeElement } from '../../../src/elements/qr-code/qr-code-element.js';
import { buildOtpauthUri } from '../../../src/otp/otpauth-uri.js';
import { scan } from './decoders.js';
import { generatedAccounts } from './generated-accounts.js';
import { rasterize } from './rasterize.js';

const COUNT = 1000;
/** Other engines draw the same path, so a tenth of the codes is enough there. */
const EVERY = 'chrome' in window ? 1 : 10;

const PAGES = ['#ffffff', '#121212'];
/** Widths of the column of the code, in CSS px. The first is ample. */
const COLUMNS = [2000, 320, 280];
/** Device pixels per CSS px: zoom, laptops, phones. */
const ZOOMS = [1, 0.75, 1.5, 2, 1.1, 1.25, 0.9, 1.75];

describe('the QR codes of 1,000 accounts (of every tenth outside Chromium)', () => {
  const surroundings = PAGES.flatMap((page) =>
    COLUMNS.flatMap((width) => ZOOMS.map((zoom) => ({ page, width, zoom }))),
  );

  const ample = { page: '#ffffff', width: 2000, zoom: 1 };

  it('are read as exactly their URI by two scanners, on light and dark, wide and narrow pages, at every zoom', async () => {
    const column = await fixture<HTMLElement>(html`<div><mfa-qr-code></mfa-qr-code></div>`);
    const [element] = column.querySelectorAll<QrCodeElement>('mfa-qr-code');
    if (!element) throw new Error('There is no QR code.');
    let index = 0;
    for (const account of generatedAccounts(COUNT)) {
      index += 1;
      if (index % EVERY !== 0) continue;
      const { page, width, zoom } = surroundings[(index / EVERY) % surroundings.length] ?? ample;
      column.style.width = `${width}px`;
      column.style.setProperty('zoom', String(zoom));
      const svg = await draw(element, buildOtpauthUri(account));
      const read = svg && scan(await rasterize(svg, page));
      const where = `account ${index}, ${width} px wide, zoomed by ${zoom}, on ${page}`;
      expect(read, where).to.deep.equal({ jsqr: element.value, zxing: element.value });
    }
  }).timeout(300_000);
});

/** Returns the drawing at the time of the paint. */
async function draw(element: QrCodeElement, uri: string) {
  element.value = uri;
  await element.updateComplete;
  // The size is measured within the next frame, after other callbacks of that frame.
  await nextFrame();
  await aTimeout(0);
  return element.shadowRoot?.querySelector('svg');
}
