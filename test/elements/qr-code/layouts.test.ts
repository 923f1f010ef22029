import { expect } from '@open-wc/testing';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import { undefinedPage } from '../../support/undefined-page.js';

const SHORT = 'otpauth://totp/Portal:alice?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Portal';
const LONG = SHORT.replace('alice', `alice${'.van.der.voorbeeld'.repeat(14)}%40example.com`);

const QR = '<mfa-qr-code></mfa-qr-code>';
const TEXT = 'Scan this with the app on your phone. '.repeat(3);

/** The CSS px per module that a phone reads with ease. */
const LEAST = 3;

/** Pages that squeeze what they hold. */
const LAYOUTS: Record<string, string> = {
  'a flex row beside text': `<div style="display: flex">${QR}<p>${TEXT}</p></div>`,
  'a flex row that may shrink it to nothing': `<style>* { min-width: 0 !important }</style>
    <div style="display: flex">${QR}<p>${TEXT}</p></div>`,
  'a flex row in a flex row': `<div style="display: flex"><div style="display: flex; min-width: 0">${QR}</div><p>${TEXT}</p></div>`,
  'a flex column of little height': `<div style="display: flex; flex-direction: column; height: 60px">${QR}<p>${TEXT}</p></div>`,
  'a grid column of min-content': `<div style="display: grid; grid-template-columns: min-content 1fr">${QR}<p>${TEXT}</p></div>`,
  'a grid column without a least width': `<div style="display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 9fr)">${QR}<p>${TEXT}</p></div>`,
  'a grid row of 40 px': `<div style="display: grid; grid-template-rows: 40px 40px">${QR}<p>${TEXT}</p></div>`,
  'a column of 100 px': `<div style="width: 100px">${QR}</div>`,
  'a parent without width': `<div style="width: 0">${QR}</div>`,
  'a float': `<div style="float: left; width: 48px">${QR}</div><p>${TEXT}</p>`,
  'a table cell': `<table><tr><td>${QR}</td><td>${TEXT}</td></tr></table>`,
  'a cell of a fixed table': `<table style="table-layout: fixed; width: 100%"><tr><td width="40">${QR}</td><td>${TEXT}</td></tr></table>`,
  'vertical text': `<div style="writing-mode: vertical-rl; height: 100px">${QR}</div>`,
  'text from right to left': `<div dir="rtl" style="display: flex">${QR}<p>${TEXT}</p></div>`,
  'rules for pictures': `<style>svg, img { max-width: 100%; width: 100%; height: auto; max-height: 40px }</style>
    <div style="width: 60px">${QR}</div>`,
  'a width of its own': `<style>mfa-qr-code { width: 48px; height: 48px; max-width: 48px; max-height: 48px }</style>${QR}`,
  'a width of nothing': `<style>mfa-qr-code { inline-size: 0; min-inline-size: 0; flex: 0 0 0 }</style><div style="display: flex">${QR}<p>${TEXT}</p></div>`,
  'a width of its drawing': `<style>mfa-qr-code::part(image) { width: 40px; max-width: 40px; min-width: 0; height: 40px }</style>${QR}`,
  'a page with wide margins': `<div style="margin: 0 40px">${QR}</div>`,
};

describe('the QR code in any layout (host page 4)', () => {
  for (const width of [320, 1280]) {
    for (const [name, markup] of Object.entries(LAYOUTS)) {
      it(`is never smaller than a phone reads in ${name}, on a page of ${width} px`, async () => {
        for (const value of [SHORT, LONG]) {
          const page = await undefinedPage(markup, width);
          await page.define('mfa-qr-code');
          const element = page.document.querySelector('mfa-qr-code');
          if (!element) throw new Error('the page has no QR code');
          await element.updateComplete;
          element.value = value;
          const reserved = element.getBoundingClientRect().toJSON() as unknown;
          await element.updateComplete;
          const svg = element.shadowRoot?.querySelector<SVGSVGElement>('svg[role=img]');
          if (!svg) throw new Error('nothing is drawn');
          const { width: drawn, height } = svg.getBoundingClientRect();
          const units = Number(svg.getAttribute('width')) / 4;
          expect(drawn / units, 'CSS px per module').to.be.at.least(LEAST);
          expect(height, 'the height').to.be.closeTo(drawn, 0.01);
          const { width: shown } = element.getBoundingClientRect();
          const room = Math.max(192, width / 2);
          expect(shown, 'the width that shows').to.be.at.least(Math.min(drawn, room));
          const box = element.shadowRoot?.querySelector('.box');
          expect(box?.getBoundingClientRect().height, 'is cut off').to.be.at.least(height);
          // The part of the drawing is there once it is drawn.
          if (!markup.includes('::part')) {
            expect(element.getBoundingClientRect().toJSON(), 'moves').to.deep.equal(reserved);
          }
          const root = page.document.documentElement;
          expect(root.scrollWidth, 'the page scrolls sideways').to.equal(root.clientWidth);
        }
      });
    }
  }

  it('scrolls in its own box where it does not fit', async () => {
    const page = await undefinedPage(`<div style="width: 240px">${QR}</div>`, 320);
    await page.define('mfa-qr-code');
    const element = page.document.querySelector('mfa-qr-code');
    if (!element) throw new Error('the page has no QR code');
    element.value = LONG;
    await element.updateComplete;
    const box = element.shadowRoot?.querySelector('.box');
    expect(element.getBoundingClientRect().width).to.equal(240);
    expect(box?.scrollWidth).to.be.above(240);
    box?.scrollBy(1000, 0);
    expect(box?.scrollLeft).to.be.above(0);
  });

  it('keeps its size and its styles in the document of a frame', async () => {
    const page = await undefinedPage(`<div style="display: flex"><p>${TEXT}</p></div>`, 320);
    const element = document.createElement('mfa-qr-code');
    document.body.append(element);
    element.value = SHORT;
    await element.updateComplete;
    page.document.querySelector('div')?.append(element);
    await element.updateComplete;
    const svg = element.shadowRoot?.querySelector('svg');
    const units = Number(svg?.getAttribute('width')) / 4;
    expect(Number(svg?.getBoundingClientRect().width) / units).to.be.within(3, 4);
    expect(svg && page.window.getComputedStyle(element).lineHeight).to.equal('0px');
  });
});
