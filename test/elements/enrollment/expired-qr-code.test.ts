import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, buttons, expectFocusOn, field, heading, untilText } from '../../support/page.js';
import { drawing, enter, holdsKey, scanning } from './enrollment-page.js';
import { pinnedClock } from './pinned-clock.js';

describe('a QR code that has expired', () => {
  const clock = pinnedClock('2026-03-01T12:00:00Z');

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

  // The account may be the one that is linked: whoever deletes it then cannot sign in any more.
  for (const [how, refusal] of [
    ['the time is up', undefined],
    ['the server no longer has it', 'not-found'],
    ['the server says so', 'enrollment-expired'],
  ] as const) {
    it(`asks to keep the old account if ${how}: another tab may have linked it`, async () => {
      const { enrollmentId: id, otpauthUri, secret, code } = SAMPLE;
      const expiresAt = new Date(clock.now + 60_000);
      const { element, backend } = await scanning({
        on: { startEnrollment: { id, method: 'totp', secret, otpauthUri, expiresAt } },
      });
      await backend.confirmEnrollment({ enrollmentId: id, secret, code });
      if (refusal) {
        backend.on.confirmEnrollment = refusal;
        enter(element, code);
      } else {
        clock.now += 10 * 60_000;
        document.dispatchEvent(new Event('visibilitychange'));
      }
      await untilText(element, message('enrollment.expired.lead'));
      expect(buttons(element)).to.include(message('enrollment.expired.action'));
      await expect(element).to.be.accessible();
    });
  }

  it('asks to keep the old account after a code of unknown outcome', async () => {
    const { element, backend } = await scanning({ on: { confirmEnrollment: 'unknown-outcome' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    backend.on.confirmEnrollment = 'enrollment-expired';
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.expired.lead'));
  });
});
