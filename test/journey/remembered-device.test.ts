import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import { message, messagePattern } from '../support/message.js';
import { eachVisit } from './each-visit.js';
import type { Visitor } from './visitor.js';
import { haveLinkedAnApp, signInWithRecoveryCode } from './walk-journey.js';

let visitor: Visitor;
let app: AuthenticatorApp;
let recoveryCodes: string[];
eachVisit(async (visit) => {
  ({ visitor } = visit);
  ({ app, recoveryCodes } = await haveLinkedAnApp(visitor));
  await visitor.signsOut();
  await visitor.waits({ seconds: 30 });
  await visitor.givesPassword();
  await visitor.page.getByLabel(message('challenge.remember.label')).check();
  await visitor.expectAccessible();
  await visitor.givesCode(visitor.codeOf(app));
  await reachesThePortal();
  await visitor.signsOut();
  await visitor.waits({ seconds: 30 });
});

const reachesThePortal = () => visitor.page.waitForURL((url) => url.pathname === '/');

describe('On a device that is remembered', () => {
  it('the password alone signs in', async () => {
    visitor.requested.length = 0;
    await visitor.givesPassword();
    await reachesThePortal();
    assert.ok(!visitor.requested.some((url) => url.includes('/verificatie')));
    visitor.expectNoComplaints();
  });

  it('unlinking the app asks for a code, and makes the portal forget the device', async () => {
    await visitor.givesPassword();
    await reachesThePortal();
    await visitor.opensProfile();
    await visitor.heading('Dit apparaat').waitFor();
    await visitor.button(messagePattern('authenticators.unlink.label')).click();
    await visitor.button(message('authenticators.unlink.confirm')).click();
    const dialog = visitor.page.getByRole('dialog');
    await visitor.codeField.fill(visitor.codeOf(app));
    assert.equal(
      await dialog.getByLabel(message('password.label')).count(),
      0,
      'the password is not enough',
    );
    await visitor.button(message('step-up.submit')).click();
    await visitor.sees(messagePattern('authenticators.unlinked'));
    await visitor.heading('Dit apparaat').waitFor({ state: 'hidden' });
    await visitor.signsOut();
    await visitor.givesPassword();
    await visitor.heading(message('enrollment.heading')).waitFor();
  });

  it('a user without the phone forgets the device, and signs in with a recovery code', async () => {
    await visitor.givesPassword();
    await reachesThePortal();
    await visitor.opensProfile();
    await visitor.sees('31 maart 2026');
    await visitor.expectAccessible();
    await visitor.button('Dit apparaat vergeten').click();
    await visitor.sees('Dit apparaat is vergeten.');
    assert.equal(await visitor.focused(), 'Dit apparaat');
    await visitor.expectAccessible();
    await visitor.signsOut();
    await signInWithRecoveryCode(visitor, recoveryCodes[0] ?? '');
    visitor.expectNoComplaints();
  });
});
