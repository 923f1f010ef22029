import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { OTHER, REMOVE, THIRD, listed } from '../../elements/authenticators/authenticators-page.js';
import { challenge, enter } from '../../elements/challenge/challenge-page.js';
import { scanning } from '../../elements/enrollment/enrollment-page.js';
import { pinnedClock } from '../../elements/enrollment/pinned-clock.js';
import { stopTime } from '../../support/fake-time.js';
import { message } from '../../support/message.js';
import { button, field, fill, text, untilFocused, untilText } from '../../support/page.js';

const MINUTE = 60_000;

describe('more time to link an app', () => {
  const clock = pinnedClock('2026-03-01T12:00:00Z');

  it('A6: is granted eleven times when the user requests it', async () => {
    const startEnrollment = () => ({
      id: SAMPLE.enrollmentId,
      method: 'totp' as const,
      secret: SAMPLE.secret,
      otpauthUri: SAMPLE.otpauthUri,
      expiresAt: new Date(clock.now + 10 * MINUTE),
    });
    const { element, backend } = await scanning({ on: { startEnrollment } });
    fill(field(element), '123');
    for (let time = 1; time <= 11; time += 1) {
      clock.now += 9 * MINUTE;
      document.dispatchEvent(new Event('visibilitychange'));
      await untilText(element, message('enrollment.expiry.near'));
      button(element, message('enrollment.expiry.action')).click();
      await untilText(element, message('enrollment.expiry.longer'));
      await untilFocused(() => field(element));
    }
    expect(backend.calls).to.have.length(12);
    expect(field(element).value).to.equal('123');
  });
});

describe('the code at sign-in', () => {
  const stopped = stopTime();

  it('A7: the code step is unchanged after an hour, and accepts the code', async () => {
    const { element } = await challenge();
    const before = text(element);
    stopped.time.pass(3600);
    await element.updateComplete;
    expect(text(element)).to.equal(before);
    expect(before).not.to.match(/second/);
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
  });
});

describe('a correct password', () => {
  it('A22: is not required again for the next change', async () => {
    const authenticators = [SAMPLE.authenticator, OTHER, THIRD];
    const { element, backend } = await listed({ authenticators, stepUp: ['password'] });
    const unlink = async (name: string) => {
      button(element, message('authenticators.unlink.label', name)).click();
      await untilText(element, message('authenticators.unlink.heading', name));
      button(element, REMOVE).click();
    };
    await unlink(OTHER.name);
    await untilText(element, message('password.label'));
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('authenticators.unlinked', OTHER.name));
    await unlink(THIRD.name);
    await untilText(element, message('authenticators.unlinked', THIRD.name));
    const proofs = backend.calls.filter(({ operation }) => operation === 'stepUp');
    expect(proofs).to.have.length(1);
  });
});
