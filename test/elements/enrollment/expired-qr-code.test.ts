import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  expectFocusOn,
  field,
  heading,
  text,
  untilText,
} from '../../support/page.js';
import { drawing, enter, holdsKey, scanning } from './enrollment-page.js';

describe('a QR code that has expired', () => {
  it('is replaced by one press, with the focus at the new heading', async () => {
    const { element, backend } = await scanning({
      on: { confirmEnrollment: 'enrollment-expired' },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.expired.heading'));
    expectFocusOn(heading(element));
    expect(holdsKey(element)).to.equal(false);
    expect(drawing(element)).to.equal(undefined);
    expect(element.querySelector('input')).to.equal(null);
    await expect(element).to.be.accessible();
    delete backend.on.confirmEnrollment;
    button(element, message('enrollment.expired.action')).click();
    await untilText(element, message('enrollment.code.heading'));
    expect(holdsKey(element)).to.equal(true);
    expectFocusOn(heading(element));
    expect(field(element).value).to.equal('');
  });

  for (const kind of ['not-found', 'enrollment-expired'] as const) {
    it(`does not say that the account may be deleted if another tab has linked it (${kind})`, async () => {
      const { element, backend } = await scanning();
      const { enrollmentId, secret, code } = SAMPLE;
      await backend.confirmEnrollment({ enrollmentId, secret, code });
      backend.on.confirmEnrollment = kind;
      enter(element, code);
      await untilText(element, message('enrollment.expired.unknown-lead'));
      expect(text(element)).not.to.include(message('enrollment.expired.lead'));
      expect(buttons(element)).to.deep.equal([message('enrollment.expired.action')]);
      expectFocusOn(heading(element));
      await expect(element).to.be.accessible();
    });
  }

  it('does not say that the account may be deleted after a code of unknown outcome', async () => {
    const { element, backend } = await scanning({ on: { confirmEnrollment: 'unknown-outcome' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    backend.on.confirmEnrollment = 'enrollment-expired';
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.expired.unknown-lead'));
  });
});
