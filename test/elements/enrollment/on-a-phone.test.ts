import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
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

const OPEN = message('enrollment.open.action');

describe('linking on the phone with the app', () => {
  const device = onAHandheld();

  /** Hides the page as another app does, and shows it again. */
  const comeBack = (): void => {
    document.dispatchEvent(new Event('visibilitychange'));
  };

  /** Clicks the link, without the dialog of the test browser about the app. */
  function openApp(element: HTMLElement): void {
    const opened = link(element, OPEN);
    opened.addEventListener('click', (event) => event.preventDefault(), { once: true });
    opened.focus();
    opened.click();
  }

  it('puts the link that opens the app first, and folds all else away', async () => {
    const { element } = await scanning();
    expect(headings(element)).to.deep.equal([
      message('enrollment.heading'),
      message('enrollment.add.heading'),
      message('enrollment.code.heading'),
    ]);
    expect(link(element, OPEN).href).to.equal(SAMPLE.otpauthUri);
    const order = visibleElements(element).filter((it) => it.matches('a, summary, input, button'));
    expect(order.map(text)).to.deep.equal([
      OPEN,
      message('enrollment.open.no-app'),
      message('enrollment.open.manual-entry'),
      message('enrollment.open.other-device'),
      '',
      message('code.submit'),
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
    link(element, message('link.new-tab', 'Google Authenticator: App Store'));
    await expect(element).to.be.accessible();
  });

  it('removes the link with the step', async () => {
    const { element } = await scanning();
    enter(element, SAMPLE.code);
    await untilText(element, messagePattern('enrollment.done.heading'));
    const links = allElements(element).filter((inner) => inner.matches('[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
  });

  it('follows the device when it becomes a computer, and keeps what was typed', async () => {
    const { element } = await scanning();
    fill(field(element), '123');
    device.turn(false);
    await untilText(element, message('enrollment.scan.heading'));
    expect(field(element).value).to.equal('123');
    expectFocusOn(field(element));
    const links = allElements(element).filter((inner) => inner.matches('[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
    device.turn(true);
    await untilText(element, message('enrollment.add.heading'));
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

    it('leaves a focus that moved meanwhile', async () => {
      const { element } = await scanning();
      openApp(element);
      fold(element, 'key').focus();
      comeBack();
      expectFocusOn(fold(element, 'key'));
    });

    it('does not move the focus if the app was not opened from here', async () => {
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
