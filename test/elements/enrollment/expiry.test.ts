import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { expiryMoments } from '../../../src/elements/enrollment/expiry-moments.js';
import { SAMPLE, type Scripts } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { enter, holdsKey, scanning, VERIFY } from './enrollment-page.js';
import { pinnedClock } from './pinned-clock.js';

const WARNING = message('enrollment.expiry.near');
const EXPIRED = message('enrollment.expired.heading');
const MORE_TIME = message('enrollment.expiry.action');
const MINUTE = 60_000;

describe('the time that is left to link an app', () => {
  const clock = pinnedClock('2026-03-01T12:00:00Z');

  /** Shows the page again after some time. */
  const comeBackAfter = (minutes: number): void => {
    clock.now += minutes * MINUTE;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const endingIn = (minutes: number, secret: string = SAMPLE.secret) => ({
    id: SAMPLE.enrollmentId,
    method: 'totp',
    secret,
    otpauthUri: SAMPLE.otpauthUri.replace(SAMPLE.secret, secret),
    expiresAt: new Date(clock.now + minutes * MINUTE),
  });

  const withTenMinutes = (on: Scripts = {}) =>
    scanning({ on: { startEnrollment: endingIn(10), ...on } });

  it('is announced only when a minute is left, politely, without moving the focus', async () => {
    const { element } = await withTenMinutes();
    fill(field(element), '123');
    comeBackAfter(8.5);
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    comeBackAfter(0.5);
    await untilText(element, WARNING);
    expect(announced(element)).to.deep.equal([WARNING]);
    expectFocusOn(field(element));
    expect(field(element).value).to.equal('123');
    expect(buttons(element)).to.deep.equal([VERIFY, MORE_TIME]);
    await expect(element).to.be.accessible();
  });

  it('is longer after one press, with the same secret and what was typed', async () => {
    const { element, backend } = await withTenMinutes();
    fill(field(element), '123');
    comeBackAfter(9);
    await untilText(element, WARNING);
    backend.on.startEnrollment = endingIn(10);
    button(element, MORE_TIME).click();
    await untilText(element, message('enrollment.expiry.longer'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('123');
    expect(buttons(element)).to.deep.equal([VERIFY]);
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      'startEnrollment',
      'startEnrollment',
    ]);
    await expect(element).to.be.accessible();
    comeBackAfter(9);
    await untilText(element, WARNING);
  });

  it('is requested once, however often the button is pressed', async () => {
    const { element, backend } = await withTenMinutes();
    comeBackAfter(9);
    await untilText(element, WARNING);
    const held = backend.hold('startEnrollment');
    const more = button(element, MORE_TIME);
    more.focus();
    more.click();
    await held.called;
    more.click();
    expect(holdsKey(element)).to.equal(true);
    expectFocusOn(more);
    expect(more.getAttribute('aria-disabled')).to.equal('true');
    held.settle(endingIn(10));
    await untilText(element, message('enrollment.expiry.longer'));
    expect(backend.calls).to.have.length(2);
  });

  it('says so if there is no more', async () => {
    const { element } = await withTenMinutes();
    comeBackAfter(9);
    await untilText(element, WARNING);
    button(element, MORE_TIME).click();
    await untilText(element, message('enrollment.expiry.no-longer'));
    expect(buttons(element)).to.deep.equal([VERIFY]);
    await untilFocused(() => field(element));
  });

  it('can be requested again if the response is lost', async () => {
    const { element, backend } = await withTenMinutes();
    comeBackAfter(9);
    await untilText(element, WARNING);
    backend.on.startEnrollment = 'offline';
    button(element, MORE_TIME).click();
    await untilText(element, message('error.offline'));
    expect(holdsKey(element)).to.equal(true);
    backend.on.startEnrollment = endingIn(10);
    button(element, MORE_TIME).click();
    await untilText(element, message('enrollment.expiry.longer'));
  });

  it('shows no new QR code after the old one was scanned', async () => {
    const { element, backend } = await withTenMinutes();
    comeBackAfter(9);
    await untilText(element, WARNING);
    backend.on.startEnrollment = endingIn(10, 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');
    button(element, MORE_TIME).click();
    await untilText(element, EXPIRED);
    expectFocusOn(heading(element));
  });

  it('ends by itself, with nothing secret left, if the clocks are known to agree', async () => {
    const { element, backend } = await withTenMinutes({
      confirmEnrollment: new MfaError('invalid-code', 'test', { clockSkew: 0 }),
    });
    enter(element, '999999');
    await until(() => announced(element).length === 1, 'no error shows');
    const input = field(element);
    fill(input, '123');
    comeBackAfter(9.9);
    await untilText(element, WARNING);
    expect(holdsKey(element)).to.equal(true);
    comeBackAfter(0.1);
    await untilText(element, EXPIRED);
    expect(holdsKey(element)).to.equal(false);
    expect(input.value).to.equal('');
    expectFocusOn(heading(element));
    backend.on.startEnrollment = endingIn(10);
    button(element, message('enrollment.expired.action')).click();
    await untilText(element, message('enrollment.code.heading'));
    expect(holdsKey(element)).to.equal(true);
  });

  it('uses the time of the server if the clock of this device is 30 minutes fast', async () => {
    const { element } = await scanning({
      on: {
        startEnrollment: endingIn(-20),
        confirmEnrollment: new MfaError('invalid-code', 'test', { clockSkew: 30 * 60 }),
      },
    });
    enter(element, '999999');
    await until(() => announced(element).length === 1, 'no error shows');
    comeBackAfter(8);
    await element.updateComplete;
    expect(text(element)).not.to.include(WARNING);
    comeBackAfter(1);
    await untilText(element, WARNING);
    comeBackAfter(1);
    await untilText(element, EXPIRED);
  });

  it('ends five minutes late if the clock of this device was not checked', async () => {
    const { element } = await withTenMinutes();
    comeBackAfter(14.9);
    await untilText(element, WARNING);
    expect(holdsKey(element)).to.equal(true);
    comeBackAfter(0.1);
    await untilText(element, EXPIRED);
    expect(holdsKey(element)).to.equal(false);
  });

  it('does not end if the clock is certainly wrong: it was over before it started', async () => {
    const { element } = await scanning({ on: { startEnrollment: endingIn(-90) } });
    comeBackAfter(600);
    await element.updateComplete;
    expect(announced(element)).to.deep.equal([]);
    expect(holdsKey(element)).to.equal(true);
  });

  it('does not move a focus that is elsewhere in the page when it ends', async () => {
    const { element } = await withTenMinutes();
    const search = document.createElement('input');
    element.before(search);
    search.focus();
    comeBackAfter(20);
    await untilText(element, EXPIRED);
    expectFocusOn(search);
  });

  it('waits for the response to a code that is being sent', async () => {
    const { element, backend } = await withTenMinutes();
    const held = backend.hold('confirmEnrollment');
    enter(element, SAMPLE.code);
    await held.called;
    comeBackAfter(20);
    await element.updateComplete;
    expect(text(element)).not.to.include(EXPIRED);
    held.proceed();
    await untilText(element, message('enrollment.done.heading', 'ProfiPortaal'));
  });

  it('ends by itself while the page is visible', async () => {
    const { element } = await scanning({ on: { startEnrollment: endingIn(1.001) } });
    clock.now += 0.002 * MINUTE;
    await untilText(element, WARNING);
  });

  it('is ignored if the responses contradict it: linking stays possible', async () => {
    const ahead = new MfaError('invalid-code', 'test', { clockSkew: -3600 });
    const { element } = await withTenMinutes({ confirmEnrollment: ahead });
    enter(element, '999999');
    await untilText(element, message('code.submit'));
    await until(() => field(element).matches('[aria-invalid=true]'), 'not refused');
    comeBackAfter(1);
    await element.updateComplete;
    expect(holdsKey(element)).to.equal(true);
  });

  it('is unknown for an invalid time', () => {
    const expiresAt = new Date(Number.NaN);
    for (const clockSkew of [undefined, 0, -30]) {
      expect(expiryMoments({ expiresAt }, { seenAt: clock.now, clockSkew })).to.equal(undefined);
    }
  });
});
