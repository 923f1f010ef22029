import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import {
  allElements,
  expectFocusOn,
  field,
  fill,
  headings,
  link,
  visibleElements,
  text,
  until,
  untilText,
} from '../../support/page.js';
import { drawing, enter, fold, KEY, onAHandheld, scanning } from './enrollment-page.js';

const OPEN = 'App op deze telefoon openen';

describe('linking on the phone that the app is on', () => {
  const device = onAHandheld();

  /** The page as it is behind another app, and then in sight again. */
  const comeBack = (): void => {
    document.dispatchEvent(new Event('visibilitychange'));
  };

  /** Presses the link as a finger does, without a dialog of the test browser about the app. */
  function openApp(element: HTMLElement): void {
    const opened = link(element, OPEN);
    opened.addEventListener('click', (event) => event.preventDefault(), { once: true });
    opened.focus();
    opened.click();
  }

  it('puts the link that opens the app first, and folds all else away', async () => {
    const { element } = await scanning();
    expect(headings(element)).to.deep.equal([
      'Koppel je Authenticator-app',
      'Zet het account in de app',
      'Vul de code in',
    ]);
    expect(link(element, OPEN).href).to.equal(SAMPLE.otpauthUri);
    const order = visibleElements(element).filter((it) => it.matches('a, summary, input, button'));
    expect(order.map(text)).to.deep.equal([
      OPEN,
      'Nog geen Authenticator-app?',
      'Gaat er niets open?',
      'App op een ander apparaat? Laat de QR-code zien',
      '',
      'Code verifiëren',
    ]);
    expect(text(element)).not.to.include(KEY);
    await expect(element).to.be.accessible();
  });

  it('unfolds the QR code, the key and the app stores at a press', async () => {
    const { element } = await scanning();
    await until(() => drawing(element) !== undefined, 'no QR code is drawn');
    expect(drawing(element)?.checkVisibility()).to.equal(false);
    fold(element, 'qr').click();
    expect(drawing(element)?.checkVisibility()).to.equal(true);
    fold(element, 'key').click();
    expect(text(element)).to.include(KEY);
    fold(element, 'apps').click();
    link(element, 'Google Authenticator: App Store (opent in een nieuw tabblad)');
    await expect(element).to.be.accessible();
  });

  it('takes the link away with the step', async () => {
    const { element } = await scanning();
    enter(element, SAMPLE.code);
    await untilText(element, 'is gekoppeld aan');
    const links = allElements(element).filter((inner) => inner.matches('[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
  });

  it('follows the device when it becomes a computer, and keeps what was typed', async () => {
    const { element } = await scanning();
    fill(field(element), '123');
    device.turn(false);
    await untilText(element, 'Scan de QR-code');
    expect(field(element).value).to.equal('123');
    expectFocusOn(field(element));
    const links = allElements(element).filter((inner) => inner.matches('[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
    device.turn(true);
    await untilText(element, 'Zet het account in de app');
  });

  describe('coming back from the app', () => {
    it('finds everything as it was, with the cursor in the code field', async () => {
      const { element, backend } = await scanning();
      openApp(element);
      comeBack();
      expectFocusOn(field(element));
      expect(link(element, OPEN).href).to.equal(SAMPLE.otpauthUri);
      expect(backend.calls).to.have.length(1);
    });

    it('leaves the focus where the person put it meanwhile', async () => {
      const { element } = await scanning();
      openApp(element);
      fold(element, 'key').focus();
      comeBack();
      expectFocusOn(fold(element, 'key'));
    });

    it('moves no focus when the app was not opened from here', async () => {
      await scanning();
      comeBack();
      expectFocusOn(document.body);
    });

    it('moves the focus only the first time', async () => {
      const { element } = await scanning();
      openApp(element);
      comeBack();
      link(element, OPEN).focus();
      comeBack();
      expectFocusOn(link(element, OPEN));
    });
  });
});
