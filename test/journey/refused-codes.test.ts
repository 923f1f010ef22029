import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import { message, messagePattern } from '../support/message.js';
import { eachVisit } from './each-visit.js';
import type { RunningPortal } from '../../demo/tools/run-portal.js';
import type { Visitor } from './visitor.js';
import { haveLinkedAnApp } from './walk-journey.js';

const CODE_FIELD = message('code.label', 6);

let portal: RunningPortal;
let visitor: Visitor;
eachVisit((visit) => {
  ({ visitor, portal } = visit);
});

describe('A user who links an app and whose code is refused', () => {
  beforeEach(async () => {
    await visitor.givesPassword();
    await visitor.heading(message('enrollment.heading')).waitFor();
  });

  for (const [clock, offset, diagnosis] of [
    ['slow', -180, message('diagnosis.clock-slow', '3 minuten')],
    ['fast', 180, message('diagnosis.clock-fast', '3 minuten')],
  ] as const) {
    it(`because the clock of the phone is ${clock} sees that, and links with the same secret after correcting it`, async () => {
      const app = await visitor.scansQrCode(offset);
      await visitor.givesCode(visitor.codeOf(app));
      await visitor.sees(diagnosis);
      assert.equal(await visitor.focused(), CODE_FIELD);
      assert.equal((await visitor.scansQrCode()).secret, app.secret, 'the same QR code stays');
      await visitor.expectAccessible();

      app.clockOffset = 0;
      await visitor.givesCode(visitor.codeOf(app));
      await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
      visitor.expectNoComplaints();
    });
  }

  it('because it was of another account sees which account to look for', async () => {
    const app = await visitor.scansQrCode();
    await visitor.givesCode(app.otherAccountsCodeAt(portal.clock.read()));
    await visitor.sees(message('diagnosis.other-account', 'ProfiPortaal', portal.account.email));
    await visitor.expectAccessible();
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
  });

  it('because it had just expired is asked for the new code', async () => {
    const app = await visitor.scansQrCode();
    const code = visitor.codeOf(app);
    await visitor.waits({ minutes: 1 });
    await visitor.givesCode(code);
    await visitor.sees(message('diagnosis.just-expired'));
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
  });
});

describe('A user who signs in with wrong codes', () => {
  let app: AuthenticatorApp;
  beforeEach(async () => {
    ({ app } = await haveLinkedAnApp(visitor));
    await visitor.signsOut();
    await visitor.waits({ seconds: 30 });
    await visitor.givesPassword();
    await visitor.heading(message('challenge.code.heading')).waitFor();
  });

  const givesWrongCodes = async (count: number) => {
    for (const code of app.wrongCodesAt(portal.clock.read(), count)) {
      const response = visitor.page.waitForResponse('**/api/mfa/challenge');
      await visitor.givesCode(code);
      await response;
      await visitor.button(message('code.submit')).waitFor();
    }
  };

  it('sees after too many tries how long to wait, sees the time pass, and then signs in', async () => {
    await givesWrongCodes(5);
    const timer = visitor.page.getByRole('timer');
    const refused = message('error.invalid-code');
    await visitor.sees(`${refused} ${message('error.wait-after', '30 seconden')}`);
    await visitor.sees(message('retry.time', '0:30'));
    await visitor.expectAccessible();

    await visitor.waits({ seconds: 20 });
    await visitor.sees(message('retry.time', '0:10'));
    const before = visitor.requested.length;
    await visitor.codeField.fill(visitor.codeOf(app));
    await visitor.codeField.press('Enter');
    await visitor.sees(message('retry.still', '10 seconden'));
    assert.equal(visitor.requested.length, before, 'nothing is sent during the wait');

    await visitor.waits({ seconds: 10 });
    await visitor.sees(message('retry.over'));
    assert.equal(await timer.count(), 0);
    await visitor.expectAccessible();
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.page.waitForURL((url) => url.pathname === '/');
  });

  it('sees nothing about the clock if it is right', async () => {
    await givesWrongCodes(3);
    await visitor.sees(message('error.invalid-code'));
    for (const id of ['clock-skew.fast', 'clock-skew.slow'] as const) {
      assert.equal(await visitor.page.getByText(messagePattern(id)).count(), 0);
    }
  });
});
