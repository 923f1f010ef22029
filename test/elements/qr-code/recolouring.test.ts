import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import * as DarkReader from 'darkreader';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import type { QrCodeElement } from '../../../src/elements/qr-code/qr-code-element.js';
import { darkenPage, emulate, engine, needs, pictureOf } from '../../support/engine.js';
import { until } from '../../support/page.js';
import { scan } from './decoders.js';

const URI = 'otpauth://totp/Portal:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Portal';

const drawing = (element: QrCodeElement): SVGSVGElement => {
  const svg = element.shadowRoot?.querySelector<SVGSVGElement>('svg[role=img]');
  if (!svg) throw new Error('Nothing is drawn.');
  return svg;
};

/** Adds a style sheet to the page until the test ends. */
function addStyles(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.className = 'of-this-test';
  style.textContent = css;
  document.head.append(style);
  return style;
}

async function qrCode(): Promise<QrCodeElement> {
  const element = await fixture<QrCodeElement>(html`<mfa-qr-code .value=${URI}></mfa-qr-code>`);
  await element.updateComplete;
  return element;
}

/** Returns the lightness of each pixel of the code, from 0 to 255. */
function lightness(picture: HTMLCanvasElement): number[] {
  const data = picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data;
  return Array.from({ length: picture.width * picture.height }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = data?.slice(4 * pixel, 4 * pixel + 3) ?? [];
    return Math.round((red + green + blue) / 3);
  });
}

/** Returns how much of a picture is black, white and neither, as parts of 1. */
function shares(picture: HTMLCanvasElement) {
  const all = lightness(picture);
  const share = (matches: (it: number) => boolean) => all.filter(matches).length / all.length;
  return {
    black: share((it) => it < 8),
    white: share((it) => it > 247),
    other: share((it) => it >= 8 && it <= 247),
  };
}

/** Fails unless the window shows the code black on white, and two scanners read it. */
async function expectBlackOnWhite(element: QrCodeElement): Promise<void> {
  await nextFrame();
  const picture = await pictureOf(drawing(element));
  const { black, white, other } = shares(picture);
  // A code has about as many dark modules as light ones; a quarter of the drawing is its white edge.
  expect(black, 'black').to.be.within(0.2, 0.5);
  expect(white, 'white').to.be.within(0.5, 0.8);
  // The corners of the white edge.
  expect(other, 'neither').to.be.below(0.01);
  expect(scan(picture)).to.deep.equal({ jsqr: URI, zxing: URI });
}

/** A shadow tree that a tool recolours if it recolours shadow trees at all. */
function control(): SVGRectElement {
  const host = document.createElement('div');
  host.className = 'of-this-test';
  host.attachShadow({ mode: 'open' }).innerHTML =
    '<svg width="100" height="100"><rect width="100" height="100" fill="#fff"></rect></svg>';
  document.body.append(host);
  const rect = host.shadowRoot?.querySelector('rect');
  if (!rect) throw new Error('There is no control.');
  return rect;
}

describe('the QR code in a page that is recoloured (host page 7)', () => {
  afterEach(async () => {
    for (const added of document.querySelectorAll('.of-this-test')) added.remove();
    document.documentElement.removeAttribute('style');
    document.documentElement.classList.remove('dark');
    document.body.removeAttribute('style');
    if (engine !== 'chromium') return;
    await darkenPage(false);
    await emulate('forced-colors');
  });

  it('is black on white', async () => {
    await expectBlackOnWhite(await qrCode());
  });

  for (const when of ['before', 'after'] as const) {
    it(`is black on white in Dark Reader, turned on ${when} it is drawn`, async () => {
      const drawn = when === 'after' ? await qrCode() : undefined;
      const rect = control();
      DarkReader.enable({ brightness: 100, contrast: 90, sepia: 10 });
      try {
        await until(() => getComputedStyle(rect).fill !== 'rgb(255, 255, 255)', 'nothing is dark');
        await expectBlackOnWhite(drawn ?? (await qrCode()));
      } finally {
        DarkReader.disable();
      }
    });
  }

  it('is black on white in the dark mode that the browser makes of a light page', async function () {
    needs('a dark mode of the browser', this);
    const element = await qrCode();
    const control = await fixture<HTMLElement>(
      html`<div style="inline-size: 50px; block-size: 50px; background: #fff"></div>`,
    );
    await darkenPage(true);
    await nextFrame();
    expect(shares(await pictureOf(control)).white, 'of the control').to.equal(0);
    await expectBlackOnWhite(element);
  });

  it('is black on white in forced colours', async function () {
    needs('forced colours', this);
    const element = await qrCode();
    await emulate('forced-colors', 'active');
    await expectBlackOnWhite(element);
  });

  for (const [what, css] of Object.entries({
    'inverts the page': 'html { filter: invert(1) hue-rotate(180deg) }',
    'inverts the body': 'body { background: white; filter: invert(100%) hue-rotate(180deg) }',
    'inverts the page and its pictures':
      'html { filter: invert(1) } img, svg, mfa-qr-code { filter: invert(1) }',
    'inverts the element': 'mfa-qr-code { filter: invert(1) !important }',
    'inverts its drawing': 'mfa-qr-code::part(image) { filter: invert(1) !important }',
    'fills every drawing':
      '* { fill: #eee !important; stroke: red !important; color: #eee !important } svg path, svg rect { fill: #333 !important }',
    'makes every drawing pale': '* { fill-opacity: 0.2; stroke-width: 1; stroke: #888 }',
    'blends the element': 'mfa-qr-code { mix-blend-mode: difference }',
    'has a dark scheme': ':root { color-scheme: dark; background: black; color: white }',
  })) {
    it(`is black on white where a style sheet ${what}`, async () => {
      addStyles(css);
      await expectBlackOnWhite(await qrCode());
    });
  }

  it('can be read where a filter inverts less than all of the lightness', async () => {
    addStyles('html { filter: invert(0.9) }');
    const picture = await pictureOf(drawing(await qrCode()));
    expect(scan(picture)).to.deep.equal({ jsqr: URI, zxing: URI });
  });

  it('turns with the page, whatever switches it', async () => {
    const element = await qrCode();
    const style = addStyles('html.dark { filter: invert(1) }');
    document.documentElement.classList.add('dark');
    await until(() => drawing(element).matches('.inverted'), 'a class is not noticed');
    await expectBlackOnWhite(element);
    document.documentElement.classList.remove('dark');
    await until(() => !drawing(element).matches('.inverted'), 'its end is not noticed');
    await expectBlackOnWhite(element);
    document.documentElement.style.filter = 'invert(1)';
    await until(() => drawing(element).matches('.inverted'), 'a style is not noticed');
    document.documentElement.style.filter = '';
    const added = addStyles('html { filter: invert(1) }');
    await until(() => drawing(element).matches('.inverted'), 'a style sheet is not noticed');
    await expectBlackOnWhite(element);
    added.remove();
    style.remove();
    await until(() => !drawing(element).matches('.inverted'), 'no style sheet is not noticed');
    // An extension adds its style sheet where no script sees it.
    const unseen = new CSSStyleSheet();
    unseen.replaceSync('html { filter: invert(1) }');
    document.adoptedStyleSheets.push(unseen);
    window.dispatchEvent(new Event('focus'));
    try {
      await until(() => drawing(element).matches('.inverted'), 'an unseen sheet is not noticed');
      await expectBlackOnWhite(element);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== unseen);
    }
  });
});
