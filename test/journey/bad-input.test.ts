import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { message, messagePattern } from '../support/message.js';
import { eachVisit } from './each-visit.js';
import type { Visitor } from './visitor.js';
import { haveLinkedAnApp } from './walk-journey.js';

const CODE_FIELD = message('code.label', 6);

let visitor: Visitor;
eachVisit((visit) => {
  ({ visitor } = visit);
});

/** Replaces the response to the next request to this path. */
const respondNext = (
  path: string,
  response: { status: number; contentType: string; body: string },
) => visitor.page.route(`**/api/mfa/${path}`, (route) => route.fulfill(response), { times: 1 });

describe('While an app is being linked', () => {
  beforeEach(async () => {
    await visitor.givesPassword();
    await visitor.heading(message('enrollment.heading')).waitFor();
  });

  it('a code with digits missing is not sent, and the digits stay', async () => {
    await visitor.givesCode('123');
    await visitor.sees(message('code.incomplete', 6));
    assert.equal(await visitor.codeField.inputValue(), '123');
    assert.equal(await visitor.focused(), CODE_FIELD);
    assert.ok(!visitor.requested.some((url) => url.includes('/confirmation')));
  });

  it('an expired QR code is reported, and one click makes a new one', async () => {
    // In this portal the sign-in expires before its enrollment. Other backends may report the enrollment.
    await respondNext('enrollments/*/confirmation', {
      status: 410,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'urn:mfa-elements:problem:enrollment-expired', status: 410 }),
    });
    await visitor.givesCode('123456');
    await visitor.heading(message('enrollment.expired.heading')).waitFor();
    assert.equal(await visitor.focused(), message('enrollment.expired.heading'));
    await visitor.expectAccessible();
    await visitor.button(message('enrollment.expired.action')).click();
    const app = await visitor.scansQrCode();
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
  });

  it('a sign-in that took too long leads back to the password', async () => {
    await visitor.waits({ minutes: 11 });
    await visitor.givesCode('123456');
    await visitor.sees(message('error.login-expired'));
    assert.equal(await visitor.focused(), message('failure.signed-out.heading'));
    await visitor.expectAccessible();
    await visitor.page.getByRole('link', { name: message('failure.sign-in.action') }).click();
    await visitor.page.waitForURL('**/inloggen');
  });

  it('if the server is down, the QR code and the typed code stay', async () => {
    await respondNext('enrollments/*/confirmation', {
      status: 503,
      contentType: 'text/html',
      body: '<h1>Onderhoud</h1>',
    });
    await visitor.givesCode('123456');
    // The status says that the app is not linked, so the server can be reached again.
    await visitor.sees(message('error.unexpected'));
    assert.equal(await visitor.codeField.inputValue(), '123456');
    assert.equal(await visitor.focused(), CODE_FIELD);
    await visitor.scansQrCode();
  });

  it('a response that is a web page instead of data is not shown', async () => {
    await respondNext('enrollments/*/confirmation', {
      status: 200,
      contentType: 'text/html',
      body: '<h1>Welkom bij de proxy</h1>',
    });
    await visitor.givesCode('123456');
    await visitor.sees(message('error.signed-out'));
    assert.equal(await visitor.page.getByText('Welkom bij de proxy').count(), 0);
  });

  it('a redirect to the sign-in page is the end of the session (host page 5)', async () => {
    await visitor.page.route('**/api/mfa/enrollments/*/confirmation', (route) =>
      route.fulfill({ status: 302, headers: { Location: '/inloggen' } }),
    );
    await visitor.givesCode('123456');
    await visitor.sees(message('error.signed-out'));
    assert.equal(await visitor.focused(), message('failure.signed-out.heading'));
    await visitor.expectAccessible();
    await visitor.page.getByRole('link', { name: message('failure.sign-in.action') }).click();
    await visitor.page.waitForURL('**/inloggen');
  });

  it('an offline device is reported, and the code is kept for the next try', async () => {
    const app = await visitor.scansQrCode();
    const code = visitor.codeOf(app);
    await visitor.page.context().setOffline(true);
    await visitor.givesCode(code);
    await visitor.sees(message('error.offline'));
    assert.equal(await visitor.codeField.inputValue(), code);
    await visitor.page.context().setOffline(false);
    await visitor.button(message('code.submit')).click();
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
  });

  it('after a lost response the status is requested: if the app is linked, that is told, and the portal opens', async () => {
    const app = await visitor.scansQrCode();
    await visitor.page.route(
      '**/api/mfa/enrollments/*/confirmation',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.sees(message('enrollment.recovery-codes.lost'));
    await visitor.button(message('enrollment.done.action', 'ProfiPortaal')).click();
    await visitor.page.waitForURL((url) => url.pathname === '/');
  });

  it('reloading the page shows the same QR code', async () => {
    const app = await visitor.scansQrCode();
    await visitor.page.reload();
    assert.equal((await visitor.scansQrCode()).secret, app.secret);
  });
});

describe('At every next sign-in', () => {
  beforeEach(async () => {
    await haveLinkedAnApp(visitor);
    await visitor.signsOut();
    await visitor.givesPassword();
    await visitor.heading(message('challenge.code.heading')).waitFor();
  });

  it('a user who signed out in another tab is asked to sign in again', async () => {
    await visitor.page.context().clearCookies();
    await visitor.givesCode('123456');
    await visitor.sees(message('error.signed-out'));
    await visitor.expectAccessible();
    await visitor.page.getByRole('link', { name: message('failure.sign-in.action') }).click();
    await visitor.page.waitForURL('**/inloggen');
  });
});

describe('In the portal', () => {
  it('a list that fails to load shows an error, and one click loads it', async () => {
    await haveLinkedAnApp(visitor);
    await respondNext('authenticators', {
      status: 200,
      contentType: 'application/json',
      body: '{"authenticators":',
    });
    await visitor.page.goto('/profiel');
    await visitor.sees(message('error.unexpected'));
    await visitor.expectAccessible();
    await visitor.button(message('failure.retry.action')).click();
    await visitor.button(messagePattern('authenticators.unlink.label')).waitFor();
  });

  it('a misconfigured element shows the developer what to do', async () => {
    await visitor.page.route('**/inloggen/verificatie', async (route) => {
      const page = await route.fetch();
      const body = (await page.text()).replace('base-url="/api/mfa"', 'preset="fortifi"');
      await route.fulfill({ response: page, body });
    });
    await visitor.givesPassword();
    await visitor.sees(/<mfa-login>: .*base-url/);
    await visitor.sees(message('error.misconfigured'));
    assert.ok(visitor.complaints.some((complaint) => complaint.includes('<mfa-login>')));
  });
});
