import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  expectFocusOn,
  heading,
  headings,
  link,
  untilText,
} from '../../support/page.js';
import { enrollment, enter, holdsKey, scanning } from './enrollment-page.js';

describe('linking that cannot start', () => {
  it('can be retried, and continues if that works', async () => {
    const { element, backend } = await enrollment({ on: { startEnrollment: 'unavailable' } });
    await untilText(element, message('retry.unavailable'));
    expect(headings(element)).to.deep.equal([message('failure.heading')]);
    await expect(element).to.be.accessible();
    delete backend.on.startEnrollment;
    button(element, message('failure.retry.action')).click();
    await untilText(element, message('enrollment.code.heading'));
    expectFocusOn(heading(element));
  });

  it('links to the sign-in page if the person is signed out', async () => {
    const { element } = await enrollment({ state: 'signed-out' }, { signInUrl: '/inloggen' });
    await untilText(element, message('error.signed-out'));
    expect(link(element, message('failure.sign-in.action')).pathname).to.equal('/inloggen');
    expect(buttons(element)).to.deep.equal([]);
  });

  it('shows no QR code again if it is unknown whether the app is linked', async () => {
    const { element } = await scanning({
      state: 'verified',
      on: { confirmEnrollment: 'unknown-outcome' },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unknown-outcome'));
    expect(holdsKey(element)).to.equal(false);
    expectFocusOn(heading(element));
    button(element, message('failure.retry.action')).click();
    await untilText(element, message('enrollment.code.heading'));
  });

  for (const otpauthUri of [
    'javascript:alert(1)',
    'https://kwaad.example/',
    'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    'otpauth://totp/x?secret=kort',
  ]) {
    it(`shows no code and no link for ${otpauthUri}`, async () => {
      const { element } = await enrollment({
        on: {
          startEnrollment: { id: '1', method: 'totp', secret: SAMPLE.secret, otpauthUri },
        },
      });
      await untilText(element, message('error.unexpected'));
      expect(holdsKey(element)).to.equal(false);
    });
  }
});
