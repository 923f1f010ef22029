import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, expectFocusOn, field, heading, untilText } from '../../support/page.js';
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
});
