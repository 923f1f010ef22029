import { expect } from '@open-wc/testing';
import { SAMPLE, type Scripts } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  headings,
  text,
  until,
  untilText,
  visibleElements,
} from '../../support/page.js';
import { KEY, fold, onAHandheld, scanning, unfold } from './enrollment-page.js';

const NOT_SHOWN = message('qr-code.failed');
const SCAN = message('enrollment.scan.lead');

/** A server whose URI is too long for a QR code. */
const longUri: Scripts = {
  startEnrollment: ({ proceed }) => ({
    ...proceed(),
    otpauthUri: `${SAMPLE.otpauthUri}&image=${'é'.repeat(1300)}`,
  }),
};

describe('linking without a QR code', () => {
  it('shows the key at once, and says why (D5)', async () => {
    const { element } = await scanning({ on: longUri });
    await untilText(element, NOT_SHOWN);
    await untilText(element, KEY);
    expect(text(element)).to.include(message('enrollment.key.lead'));
    expect(text(element)).not.to.include(SCAN);
    expect(headings(element)).to.include(message('enrollment.add.heading'));
    expect(headings(element)).not.to.include(message('enrollment.scan.heading'));
    expect(announced(element)).to.deep.equal([NOT_SHOWN]);
    expect(button(element, message('enrollment.key.copy'))).not.to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('shows how to enter the key in each app (D5)', async () => {
    const { element } = await scanning({ on: longUri });
    await untilText(element, NOT_SHOWN);
    await element.updateComplete;
    const steps = () =>
      visibleElements(element)
        .filter((it) => it.matches('.app-steps li'))
        .map(text);
    await unfold(element, 'steps');
    const withoutCode = steps();
    const { element: other } = await scanning();
    await unfold(other, 'steps');
    expect(withoutCode).not.to.deep.equal(
      visibleElements(other)
        .filter((it) => it.matches('.app-steps li'))
        .map(text),
    );
  });

  it('keeps the key when the user folds it away (D5)', async () => {
    const { element } = await scanning({ on: longUri });
    await untilText(element, KEY);
    await unfold(element, 'key');
    element.requestUpdate();
    await element.updateComplete;
    expect(text(element)).not.to.include(KEY);
  });

  it('draws a QR code that comes later beside the key (D5)', async () => {
    const { element } = await scanning({ on: longUri });
    await untilText(element, KEY);
    const code = element.shadowRoot?.querySelector('mfa-qr-code');
    if (code) code.value = SAMPLE.otpauthUri;
    await untilText(element, SCAN);
    expect(text(element)).to.include(KEY);
    expect(text(element)).not.to.include(NOT_SHOWN);
  });
});

describe('linking without a QR code on a phone', () => {
  onAHandheld();

  it('says so where the QR code would be; the link that opens the app stays first (D5)', async () => {
    const { element } = await scanning({ on: longUri });
    expect(text(element)).not.to.include(NOT_SHOWN);
    await unfold(element, 'qr');
    await untilText(element, NOT_SHOWN);
    await until(() => !text(element).includes(SCAN), 'it still asks to scan');
    expect(fold(element, 'key').parentElement).to.have.property('open', false);
  });
});
