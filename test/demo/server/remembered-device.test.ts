import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { readConfig } from '../../../demo/server/config.js';
import { StartError } from '../../../demo/server/start-error.js';
import type { Browser } from './browser.js';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const COOKIE = 'profiportaal-device';
const ON = { rememberDeviceDays: 30 };

const app = (id: string) => `/api/mfa/authenticators/${id}`;

/** Gives the password, and returns the next page of the portal, which is `/` if no code is required. */
async function next(browser: Browser, email: string): Promise<string | undefined> {
  const { body } = await browser.post('/api/sign-in', { email, password: PASSWORD });
  return body.next;
}

/** Returns a browser that signed in with a code and asked to be remembered. */
async function remembered(options: Parameters<typeof TestPortal.open>[1] = ON) {
  const linked = await TestPortal.openLinked(database, options);
  const { portal, secret } = linked;
  const browser = await portal.halfSignedIn();
  const code = portal.code(secret);
  const response = await browser.post('/api/mfa/challenge', { code, rememberDevice: true });
  assert.equal(response.status, 200);
  portal.clock.advance({ seconds: 30 });
  return { ...linked, browser, response };
}

describe('A device that is remembered', () => {
  it('needs no code at the next sign-ins, also after signing out', async () => {
    const { portal, browser } = await remembered();
    for (let times = 0; times < 3; times += 1) {
      await browser.post('/api/sign-out');
      assert.equal(await next(browser, portal.email), '/');
      assert.equal((await browser.get('/api/mfa/status')).body.state, 'verified');
    }
  });

  it('still needs the password', async () => {
    const { portal, browser } = await remembered();
    await browser.post('/api/sign-out');
    const wrong = { email: portal.email, password: 'verkeerd' };
    assert.equal((await browser.post('/api/sign-in', wrong)).kind, 'invalid-password');
    assert.equal((await browser.get('/api/session')).status, 401);
    assert.equal((await browser.get('/api/mfa/status')).body.state, 'signed-out');
  });

  it('is remembered only on request, and not with a recovery code', async () => {
    const { portal, secret, recoveryCodes } = await TestPortal.openLinked(database, ON);
    const browser = await portal.halfSignedIn();
    await browser.post('/api/mfa/challenge', { code: portal.code(secret) });
    assert.equal(await next(browser, portal.email), '/inloggen/verificatie');
    const [recoveryCode] = recoveryCodes;
    const both = { recoveryCode, rememberDevice: true };
    assert.equal((await browser.post('/api/mfa/challenge', both)).status, 400);
    assert.equal((await browser.post('/api/mfa/challenge', { recoveryCode })).status, 200);
    assert.ok(!browser.cookies.has(COOKIE));
  });

  it('is not remembered after a wrong code', async () => {
    const { portal, secret } = await TestPortal.openLinked(database, ON);
    const browser = await portal.halfSignedIn();
    const code = portal.wrongCode(secret);
    await browser.post('/api/mfa/challenge', { code, rememberDevice: true });
    assert.ok(!browser.cookies.has(COOKIE));
  });

  it('needs a code again after thirty days, however often it was used', async () => {
    const { portal, browser } = await remembered();
    portal.clock.advance({ days: 29, hours: 23 });
    assert.equal(await next(browser, portal.email), '/');
    portal.clock.advance({ hours: 1 });
    assert.equal(await next(browser, portal.email), '/inloggen/verificatie');
    const rows = await database
      .selectFrom('remembered_devices')
      .innerJoin('accounts', 'accounts.id', 'account_id')
      .select('remembered_devices.id')
      .where('email', '=', portal.email)
      .execute();
    assert.deepEqual(rows, [], 'swept');
  });

  it('has its own cookie, which scripts and other sites do not get', async () => {
    const { response } = await remembered();
    const cookies = (from: typeof response) => [from.headers['set-cookie']].flat().map(String);
    const plain = cookies(response).find((cookie) => cookie.startsWith(COOKIE));
    assert.match(
      plain ?? '',
      /^profiportaal-device=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await remembered({ ...ON, publicOrigin: 'https://portaal.example' });
    const hosted = cookies(secure.response).find((cookie) => cookie.includes('-device'));
    assert.match(
      hosted ?? '',
      /^__Host-profiportaal-device=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('gets a new cookie at each use, and a copy of the previous one is invalid', async () => {
    const { portal, browser } = await remembered();
    const thief = browser.copy();
    const before = browser.cookies.get(COOKIE);
    assert.equal(await next(browser, portal.email), '/');
    assert.notEqual(browser.cookies.get(COOKIE), before);
    assert.equal(await next(thief, portal.email), '/inloggen/verificatie');
  });

  it('that signs in in two tabs at once needs a code in one of them', async () => {
    const { portal, browser } = await remembered();
    const tabs = [browser.copy(), browser.copy()];
    const ways = await Promise.all(tabs.map((tab) => next(tab, portal.email)));
    assert.deepEqual(ways.sort(), ['/', '/inloggen/verificatie']);
  });

  it('can sign in while its account changes elsewhere, and both succeed', async () => {
    const { portal, secret } = await remembered();
    for (let round = 0; round < 5; round += 1) {
      const devices: Browser[] = [];
      for (let count = 0; count < 6; count += 1) {
        portal.clock.advance({ seconds: 30 });
        const device = await portal.halfSignedIn();
        const proof = { code: portal.code(secret), rememberDevice: true };
        assert.equal((await device.post('/api/mfa/challenge', proof)).status, 200);
        devices.push(device);
      }
      portal.clock.advance({ seconds: 30 });
      const owner = await portal.halfSignedIn();
      await owner.post('/api/mfa/challenge', { code: portal.code(secret) });
      portal.clock.advance({ seconds: 30 });
      const proof = { code: portal.code(secret) };
      assert.equal((await owner.post('/api/mfa/step-up', proof)).status, 204);
      const password = { email: portal.email, password: PASSWORD };
      const responses = await Promise.all([
        ...devices.map((device) => device.post('/api/sign-in', password)),
        ...devices.map(() => owner.post('/api/mfa/recovery-codes')),
      ]);
      const statuses = responses.map(({ status }) => status);
      assert.deepEqual(statuses, [...devices.map(() => 200), ...devices.map(() => 201)]);
    }
  });

  it('is not valid for another account, and stays valid for its own', async () => {
    const { portal, browser } = await remembered();
    const other = `ander-${portal.email}`;
    await portal.addAccount(database, other);
    const { secret } = await portal.linked(other);
    portal.clock.advance({ seconds: 30 });
    assert.equal(await next(browser, other), '/inloggen/verificatie');
    assert.equal((await browser.get('/api/mfa/status')).body.state, 'code-required');
    assert.equal((await browser.get('/api/session')).status, 401);
    assert.equal(await next(browser, portal.email), '/');

    // The cookie for the other account has replaced that of the first.
    const before = browser.copy();
    assert.equal(await next(browser, other), '/inloggen/verificatie');
    const code = portal.code(secret);
    await browser.post('/api/mfa/challenge', { code, rememberDevice: true });
    assert.equal(await next(browser, other), '/');
    assert.equal(await next(before, portal.email), '/inloggen/verificatie');
  });

  it('reveals nothing for an invented token', async () => {
    const { portal } = await remembered();
    const browser = portal.browser();
    browser.cookies.set(COOKIE, 'a'.repeat(43));
    assert.equal(await next(browser, portal.email), '/inloggen/verificatie');
  });

  it('does not change the count of wrong codes', async () => {
    const { portal, secret, browser } = await remembered();
    const stranger = await portal.halfSignedIn();
    const wrong = { code: portal.wrongCode(secret) };
    for (let tries = 0; tries < 5; tries += 1) await stranger.post('/api/mfa/challenge', wrong);
    assert.equal(await next(browser, portal.email), '/');
    assert.equal((await stranger.post('/api/mfa/challenge', wrong)).kind, 'rate-limited');
  });
});

describe('A session that began on a remembered device', () => {
  async function begun() {
    const { portal, secret, browser } = await remembered();
    assert.equal(await next(browser, portal.email), '/');
    const { body } = await browser.get('/api/mfa/authenticators');
    return { portal, secret, browser, id: body.authenticators?.[0]?.id ?? '' };
  }

  it('shows the portal under a new token', async () => {
    const { browser, portal } = await begun();
    const before = browser.cookies.get('profiportaal-session');
    assert.equal((await browser.get('/api/session')).body.account, portal.email);
    await next(browser, portal.email);
    assert.notEqual(browser.cookies.get('profiportaal-session'), before);
  });

  it('cannot change anything with the password alone', async () => {
    const { browser, id } = await begun();
    const refusals = [
      await browser.delete(app(id)),
      await browser.patch(app(id), { name: 'Telefoon' }),
      await browser.post('/api/mfa/enrollments'),
      await browser.post('/api/mfa/recovery-codes'),
      await browser.post('/api/mfa/step-up', { password: PASSWORD }),
      await browser.delete(app(id)),
    ];
    for (const { status, kind, body } of refusals) {
      assert.deepEqual([status, kind, body.stepUp], [403, 'step-up-required', ['code']]);
    }
  });

  it('is like every other session after a code', async () => {
    const { portal, secret, browser, id } = await begun();
    const proof = await browser.post('/api/mfa/step-up', { code: portal.code(secret) });
    assert.equal(proof.status, 204);
    assert.equal((await browser.patch(app(id), { name: 'Telefoon' })).status, 200);
    portal.clock.advance({ minutes: 6 });
    const refused = await browser.patch(app(id), { name: 'Toestel' });
    assert.deepEqual(refused.body.stepUp, ['password', 'code']);
    assert.equal((await browser.post('/api/mfa/step-up', { password: PASSWORD })).status, 204);
  });
});

describe('Every remembered device is forgotten', () => {
  const steppedUp = async () => {
    const context = await remembered();
    const { portal, secret } = context;
    const other = await portal.halfSignedIn();
    await other.post('/api/mfa/challenge', { code: portal.code(secret) });
    portal.clock.advance({ seconds: 30 });
    await other.post('/api/mfa/step-up', { password: PASSWORD });
    const { body } = await other.get('/api/mfa/authenticators');
    return { ...context, other, id: body.authenticators?.[0]?.id ?? '' };
  };

  for (const [what, change] of [
    ['when an app is unlinked', ({ other, id }) => other.delete(app(id))],
    ['when one more app is linked', ({ portal, other }) => portal.linkAnother(other)],
    ['when new recovery codes are generated', ({ other }) => other.post('/api/mfa/recovery-codes')],
    [
      'when a recovery code is used',
      async ({ portal, recoveryCodes: [recoveryCode] }) => {
        await (await portal.halfSignedIn()).post('/api/mfa/challenge', { recoveryCode });
      },
    ],
  ] as [string, (context: Awaited<ReturnType<typeof steppedUp>>) => Promise<unknown>][]) {
    it(what, async () => {
      const context = await steppedUp();
      await change(context);
      assert.equal(await next(context.browser, context.portal.email), '/inloggen/verificatie');
    });
  }

  it('but not when an app is renamed, or a recovery code is wrong', async () => {
    const { portal, browser, other, id } = await steppedUp();
    assert.equal((await other.patch(app(id), { name: 'Telefoon' })).status, 200);
    const half = await portal.halfSignedIn();
    await half.post('/api/mfa/challenge', { recoveryCode: '0000-0000-0000-0000' });
    assert.equal(await next(browser, portal.email), '/');
  });
});

describe('Forgetting this device', () => {
  it('is one request, after which the next sign-in requires a code', async () => {
    const { portal, browser } = await remembered();
    const until = (await browser.get('/api/session')).body.deviceRememberedUntil;
    assert.equal(until, '2026-03-31T12:05:10.000Z');
    const copy = browser.copy();
    assert.equal((await browser.delete('/api/remembered-device')).status, 204);
    assert.ok(!browser.cookies.has(COOKIE));
    assert.equal((await browser.get('/api/session')).body.deviceRememberedUntil, undefined);
    assert.equal(await next(browser, portal.email), '/inloggen/verificatie');
    assert.equal(await next(copy, portal.email), '/inloggen/verificatie');
  });

  it('requires to be signed in', async () => {
    const { browser } = await remembered();
    await browser.post('/api/sign-out');
    assert.equal((await browser.delete('/api/remembered-device')).status, 401);
  });
});

describe('A portal that remembers no devices, which is the default', () => {
  it('ignores a request to be remembered', async () => {
    const { portal, browser } = await remembered({});
    assert.ok(!browser.cookies.has(COOKIE));
    assert.equal(await next(browser, portal.email), '/inloggen/verificatie');
  });

  it('forgets those from before, and with a shorter time those that are too old', async () => {
    const { portal, browser } = await remembered();
    for (const [rememberDeviceDays, way] of [
      [0, '/inloggen/verificatie'],
      [7, '/'],
    ] as const) {
      const restarted = await TestPortal.open(database, { rememberDeviceDays });
      const same = restarted.browser();
      for (const [name, value] of browser.cookies) same.cookies.set(name, value);
      restarted.clock.advance({ days: 1 });
      assert.equal(await next(same, portal.email), way);
      if (way !== '/') continue;
      restarted.clock.advance({ days: 6, minutes: 5 });
      assert.equal(await next(same, portal.email), '/inloggen/verificatie');
    }
  });

  it('does not offer to remember a device on the page of the second step', async () => {
    const pageFor = async (rememberDeviceDays: number) => {
      const portal = await TestPortal.open(database, { rememberDeviceDays });
      const { text, headers } = await (await portal.halfSignedIn()).get('/inloggen/verificatie');
      assert.match(String(headers['content-type']), /^text\/html; charset=utf-8/i);
      assert.equal(headers['cache-control'], 'no-store');
      return text;
    };
    const page = await pageFor(30);
    assert.match(page, /<mfa-login[^>]*\sremember-device\s/);
    assert.equal(await pageFor(0), page.replace(/\s+remember-device/, ''));
  });

  it('is set by REMEMBER_DEVICE_DAYS, from 0 to 30', () => {
    const days = (text?: string) =>
      readConfig(text === undefined ? {} : { REMEMBER_DEVICE_DAYS: text }, []).rememberDeviceDays;
    assert.deepEqual([days(), days(''), days('0'), days('14'), days('30')], [0, 0, 0, 14, 30]);
    for (const text of ['31', '-1', '1.5', 'altijd']) {
      assert.throws(() => days(text), StartError, text);
    }
  });
});
