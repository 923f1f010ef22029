import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { everything, link, painted, text, until, untilText } from '../../support/page.js';
import { drawing, enter, KEY, scanning } from './enrollment-page.js';

const OPEN = 'App op deze telefoon openen';

describe('linking on the phone that the app is on', () => {
  const matchMedia = window.matchMedia.bind(window);

  beforeEach(() => {
    // The runner's browser has a mouse; this one answers as a phone does.
    window.matchMedia = (query) =>
      Object.defineProperty(matchMedia(query), 'matches', {
        value: query === '(hover: none) and (pointer: coarse)',
      });
  });

  afterEach(() => {
    window.matchMedia = matchMedia;
  });

  it('puts the link that opens the app first, then the key, and the QR code behind a fold', async () => {
    const { element } = await scanning();
    expect(link(element, OPEN).href).to.equal(SAMPLE.otpauthUri);
    expect(text(element)).to.include('Zet het account in de app');
    const order = painted(element);
    const key = order.find((inner) => text(inner) === KEY);
    const summary = order.find((inner) => inner.localName === 'summary');
    if (!key || !summary) throw new Error('The key or the fold is missing.');
    expect(order.indexOf(link(element, OPEN))).to.be.lessThan(order.indexOf(key));
    expect(order.indexOf(key)).to.be.lessThan(order.indexOf(summary));
    expect(text(summary)).to.equal('De app staat op een ander apparaat');
    await expect(element).to.be.accessible();
    await until(() => drawing(element) !== undefined, 'no QR code is drawn');
    expect(drawing(element)?.checkVisibility()).to.equal(false);
    (summary as HTMLElement).click();
    expect(drawing(element)?.checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('takes the link away with the step', async () => {
    const { element } = await scanning();
    enter(element, SAMPLE.code);
    await untilText(element, 'is gekoppeld aan');
    const links = everything(element).filter((inner) => inner.matches('[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
  });
});
