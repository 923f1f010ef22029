import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import jsQR from 'jsqr';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import type { QrCodeElement } from '../../../src/elements/qr-code/qr-code-element.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Portal:alice%40example.com?secret=${SECRET}&issuer=Portal`;
const LABEL = 'QR code for your authenticator app';

async function qrCode(value = URI): Promise<QrCodeElement> {
  const element = await fixture<QrCodeElement>(html`<mfa-qr-code label=${LABEL}></mfa-qr-code>`);
  element.value = value;
  await element.updateComplete;
  return element;
}

const drawing = (element: QrCodeElement) => element.shadowRoot?.querySelector('svg') ?? null;

describe('the QR code', () => {
  it('is read as exactly the URI, whatever is in the names', async () => {
    const element = await qrCode('');
    for (const uri of uris(200)) {
      element.value = uri;
      await element.updateComplete;
      expect(read(drawing(element))).to.equal(uri);
    }
  }).timeout(60_000);

  it('is black on white with four light modules around, in one path', async () => {
    const svg = drawing(await qrCode());
    const [, , size = 0] = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const [path, ...others] = svg?.querySelectorAll('path') ?? [];
    expect(others).to.deep.equal([]);
    const { x, y, width, height } = path?.getBBox() ?? new DOMRect();
    expect([x, y, width, height]).to.deep.equal([4, 4, size - 8, size - 8]);
    expect(path).to.have.attribute('fill', '#000');
    expect(svg?.querySelector('rect')).to.have.attribute('fill', '#fff');
    expect(Number(svg?.getAttribute('width')) / size).to.equal(4);
    expect(svg).to.have.attribute('shape-rendering', 'crispEdges');
    expect(svg && getComputedStyle(svg)).to.have.property('forcedColorAdjust', 'none');
  });

  it('is an image with a name that does not hold the secret', async () => {
    await qrCode();
    const tree = JSON.stringify(await a11ySnapshot({}));
    expect(tree).to.contain(LABEL);
    expect(tree).not.to.contain(SECRET);
    expect(tree).not.to.contain('otpauth');
  });

  it('has the secret in no attribute and in no text', async () => {
    const element = await qrCode();
    const parts = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
    for (const part of parts) {
      for (const { value } of part.attributes) expect(value).not.to.match(/otpauth|JBSWY3/);
    }
    expect(element.shadowRoot?.textContent).not.to.contain(SECRET);
  });

  it('takes no value from an attribute', async () => {
    const element = await fixture<QrCodeElement>(
      html`<mfa-qr-code label=${LABEL} value=${URI}></mfa-qr-code>`,
    );
    expect(element.value).to.equal('');
    expect(drawing(element)).to.equal(null);
  });

  it('is gone as soon as the value is', async () => {
    const element = await qrCode();
    expect(drawing(element)).to.not.equal(null);
    element.value = '';
    expect(drawing(element)).to.equal(null);
  });

  it('never shows an old value that was still being drawn', async () => {
    const element = await qrCode('');
    const last = URI.replace('alice', 'bob');
    element.value = URI;
    element.value = last;
    await element.updateComplete;
    expect(read(drawing(element))).to.equal(last);
    element.value = URI;
    element.value = '';
    await element.updateComplete;
    expect(drawing(element)).to.equal(null);
  });

  for (const [what, value] of [
    ['another address', 'https://example.com/'],
    ['a code by counter', URI.replace('totp', 'hotp')],
    ['a secret that is too short', URI.replace(SECRET, 'JBSWY3DP')],
  ] as const) {
    it(`draws nothing for ${what}, and says that it failed`, async () => {
      const element = await qrCode(value);
      expect(drawing(element)).to.equal(null);
      expect(element.failed).to.equal(true);
      element.value = URI;
      await element.updateComplete;
      expect(element.failed).to.equal(false);
    });
  }
});

/** Draws the path on a canvas, module by module, and has it read by another library. */
function read(svg: SVGSVGElement | null): string | undefined {
  const [, , size = 0] = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const scale = 4;
  const canvas = new OffscreenCanvas(size * scale, size * scale);
  const context = canvas.getContext('2d');
  if (!context || !size) return undefined;
  context.scale(scale, scale);
  context.fillStyle = svg?.querySelector('rect')?.getAttribute('fill') ?? '';
  context.fillRect(0, 0, size, size);
  const path = svg?.querySelector('path');
  context.fillStyle = path?.getAttribute('fill') ?? '';
  context.fill(new Path2D(path?.getAttribute('d') ?? ''));
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data;
}

/** URIs with random names, the same at every run. */
function* uris(count: number): Generator<string> {
  const random = mulberry32(20251122);
  const letters = [...'abcXYZ 012éèçøñß漢字😀👩‍💻&#%:/?=+@.-_\'"'];
  const name = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 24) },
      () => letters[Math.floor(random() * letters.length)] ?? '',
    ).join('');
  for (let index = 0; index < count; index += 1) {
    const [issuer, account] = [name(), name()].map((text) => encodeURIComponent(`${text.trim()}x`));
    yield `otpauth://totp/${issuer}:${account}?secret=${SECRET}&issuer=${issuer}`;
  }
}

/** A small seeded generator of numbers from 0 up to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
