import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/elements/qr-code/mfa-qr-code.js';
import type { QrCodeElement } from '../../../src/elements/qr-code/qr-code-element.js';
import { countFor } from '../../support/engine.js';
import { message } from '../../support/message.js';
import { scan } from './decoders.js';
import { generatedAccounts } from './generated-accounts.js';
import { rasterize } from './rasterize.js';
import { buildOtpauthUri } from '../../../src/otp/otpauth-uri.js';

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
  it('is black on white with four light modules around, in one path (pitfalls 2 and 3)', async () => {
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
    // An engine without this property does not force colours.
    if (svg && CSS.supports('forced-color-adjust', 'none')) {
      expect(getComputedStyle(svg).getPropertyValue('forced-color-adjust')).to.equal('none');
    }
  });

  it('is an image with a name that does not contain the secret (pitfall 5)', async () => {
    await qrCode();
    expect(await countFor({ role: 'image', name: LABEL })).to.equal(1);
    expect(await countFor({ role: 'image' })).to.equal(1);
  });

  it('has the secret in no attribute and in no text (pitfall 15)', async () => {
    const element = await qrCode();
    const parts = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
    for (const part of parts) {
      for (const { value } of part.attributes) expect(value).not.to.match(/otpauth|JBSWY3/);
    }
    expect(element.shadowRoot?.textContent).not.to.contain(SECRET);
  });

  it('has a default name (pitfall 5)', async () => {
    const element = await qrCode();
    element.removeAttribute('label');
    await element.updateComplete;
    expect(drawing(element)).to.have.attribute('aria-label', message('enrollment.qr.label'));
  });

  it('takes no colour from the page, its theme or its dark scheme (pitfalls 1 and 4)', async () => {
    const element = await qrCode();
    const page = element.parentElement;
    if (page) page.style.cssText = 'color: white; fill: white; background: #121212';
    page?.style.setProperty('color-scheme', 'dark');
    page?.style.setProperty('--mfa-color-text', 'white');
    const svg = drawing(element);
    const fillOf = (selector: string) => {
      const part = svg?.querySelector(selector);
      return part && getComputedStyle(part).fill;
    };
    expect(fillOf('path')).to.equal('rgb(0, 0, 0)');
    expect(fillOf('rect')).to.equal('rgb(255, 255, 255)');
    expect(svg && getComputedStyle(svg).filter).to.equal('none');
  });

  it('keeps its white edge whatever corners the page has (pitfall 3)', async () => {
    const element = await qrCode();
    element.style.setProperty('--mfa-radius', '999px');
    const svg = drawing(element);
    const radius = svg && parseFloat(getComputedStyle(svg).borderTopLeftRadius);
    // As large as the edge, so that the arc does not reach the code.
    expect(radius).to.equal(16);
  });

  it('sends no request to draw it (pitfall 15)', async () => {
    const element = await qrCode();
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((address) => /JBSWY3|otpauth:|otpauth%3A/i.test(address))).to.deep.equal(
      [],
    );
    expect(element.shadowRoot?.querySelectorAll('img, image, use, canvas')).to.have.length(0);
  });

  for (const width of [2000, 320, 280, 240, 200]) {
    it(`has modules of whole pixels in a column of ${width} px`, async () => {
      const element = await qrCode('');
      if (element.parentElement) element.parentElement.style.width = `${width}px`;
      for (const account of generatedAccounts(4)) {
        element.value = buildOtpauthUri(account);
        await element.updateComplete;
        await nextFrame();
        await aTimeout(0);
        const svg = drawing(element);
        if (!svg) throw new Error('Nothing is drawn.');
        const { width: box } = svg.getBoundingClientRect();
        const { x, width: side } = svg.viewBox.baseVal;
        const modulePixels = (box * devicePixelRatio) / side;
        const units = Number(svg.getAttribute('width')) / 4;
        expect(box / units, 'smaller than a phone reads').to.be.at.least(3);
        expect(modulePixels).to.be.closeTo(Math.round(modulePixels), 1e-3);
        expect(x * modulePixels).to.be.closeTo(Math.round(x * modulePixels), 1e-3);
        const { width: taken } = element.getBoundingClientRect();
        const least = Math.min(3 * units, Math.max(192, innerWidth / 2));
        expect(taken, 'wider than its column').to.be.at.most(Math.max(width, least));
        expect(side, 'without its white edge').to.be.at.least(units);
      }
    }).timeout(30_000);
  }

  it('reserves its space, with nothing visible, before the encoder is loaded', async () => {
    const element = await fixture<QrCodeElement>(html`<mfa-qr-code></mfa-qr-code>`);
    for (const { issuer, account, secret } of generatedAccounts(20)) {
      element.value = buildOtpauthUri({ issuer, account, secret });
      const space = drawing(element);
      expect(space).to.have.attribute('aria-hidden', 'true');
      expect(space?.childElementCount).to.equal(0);
      const kept = element.getBoundingClientRect();
      await element.updateComplete;
      expect(drawing(element)).to.have.attribute('role', 'img');
      const taken = element.getBoundingClientRect();
      expect([taken.width, taken.height]).to.deep.equal([kept.width, kept.height]);
    }
  });

  it('reserves no space for what it does not draw', async () => {
    const element = await fixture<QrCodeElement>(html`<mfa-qr-code></mfa-qr-code>`);
    for (const value of ['', 'https://example.com/', null, undefined]) {
      element.value = value;
      expect(element.getBoundingClientRect().width).to.equal(0);
    }
  });

  it('disappears at once with the value', async () => {
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
    const svg = drawing(element);
    expect(svg && scan(await rasterize(svg, '#fff'))).to.deep.equal({ jsqr: last, zxing: last });
    element.value = URI;
    element.value = '';
    await element.updateComplete;
    expect(drawing(element)).to.equal(null);
  });

  it('forgets its value and its drawing when it is removed (C9, D12)', async () => {
    const element = await qrCode();
    element.remove();
    await element.updateComplete;
    expect(element.value).to.equal('');
    expect(drawing(element)).to.equal(null);
  });

  it('forgets them when the page is left (C10, D12)', async () => {
    const element = await qrCode();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(element.value).to.equal('');
    expect(drawing(element)).to.equal(null);
  });

  it('keeps them when it is only moved (C77)', async () => {
    const element = await qrCode();
    const aside = document.createElement('aside');
    element.parentElement?.append(aside);
    aside.append(element);
    await element.updateComplete;
    expect(element.value).to.equal(URI);
    expect(drawing(element)).not.to.equal(null);
  });

  it('takes a URL, and anything else that has a text', async () => {
    const element = await qrCode('');
    Reflect.set(element, 'value', new globalThis.URL(URI));
    await element.updateComplete;
    expect(element.failed).to.equal(false);
    for (const value of [123456, {}, Symbol('none').description]) {
      Reflect.set(element, 'value', value);
      await element.updateComplete;
      expect(element.failed).to.equal(true);
    }
  });

  it('tells the page when a value is drawn, and when it is not', async () => {
    const element = await qrCode('');
    const heard: string[] = [];
    for (const type of ['load', 'error']) {
      element.addEventListener(type, () => heard.push(`${type} ${element.failed}`));
    }
    for (const value of [URI, 'https://example.com/', '']) {
      element.value = value;
      await element.updateComplete;
    }
    expect(heard).to.deep.equal(['load false', 'error true']);
  });

  it('says in place of a value that fits in no code that it cannot be shown (D5)', async () => {
    const element = await qrCode(`${URI}&image=${'é'.repeat(1300)}`);
    expect(element.failed).to.equal(true);
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent.trim()).to.equal(
      message('qr-code.failed'),
    );
    await expect(element).to.be.accessible();
    element.value = URI;
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
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
