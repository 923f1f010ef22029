import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

describe('Signing in', () => {
  it('leads from the password by linking an app to the portal', async () => {
    const portal = await TestPortal.open(database);
    const browser = portal.browser();
    assert.deepEqual((await browser.get('/api/mfa/status')).body, {
      state: 'signed-out',
      methods: ['totp'],
    });

    const password = await browser.post('/api/sign-in', {
      email: portal.email,
      password: PASSWORD,
    });
    assert.equal(password.body.next, '/inloggen/verificatie');
    assert.deepEqual((await browser.get('/api/mfa/status')).body, {
      state: 'enrollment-required',
      methods: ['totp'],
      account: portal.email,
      issuer: 'ProfiPortaal',
    });

    const { body: enrollment } = await browser.post('/api/mfa/enrollments');
    const confirmation = await browser.post(`/api/mfa/enrollments/${enrollment.id}/confirmation`, {
      code: portal.code(enrollment.secret ?? ''),
    });
    assert.equal(confirmation.status, 201);
    assert.equal(confirmation.body.redirectTo, '/');
    assert.equal(confirmation.body.recoveryCodes?.length, 10);
    assert.equal((await browser.get('/api/mfa/status')).body.state, 'verified');
    assert.deepEqual((await browser.get('/api/session')).body, {
      account: portal.email,
      name: 'Profi Klant',
    });
  });

  it('requires a code from then on', async () => {
    const portal = await TestPortal.open(database);
    const { browser, secret } = await portal.linked();
    assert.equal((await browser.post('/api/sign-out')).status, 204);
    portal.clock.advance({ seconds: 30 });

    const next = await portal.halfSignedIn();
    assert.equal((await next.get('/api/mfa/status')).body.state, 'code-required');
    const wrong = await next.post('/api/mfa/challenge', { code: portal.wrongCode(secret) });
    assert.deepEqual([wrong.status, wrong.kind], [422, 'invalid-code']);
    const right = await next.post('/api/mfa/challenge', { code: portal.code(secret) });
    assert.deepEqual([right.status, right.body], [200, { redirectTo: '/' }]);
    assert.equal((await next.get('/api/mfa/status')).body.state, 'verified');
  });

  it('has the same response for a wrong password and for an unknown address', async () => {
    const portal = await TestPortal.open(database);
    const wrong = await portal
      .browser()
      .post('/api/sign-in', { email: portal.email, password: 'verkeerd' });
    const unknown = await portal
      .browser()
      .post('/api/sign-in', { email: 'niemand@voorbeeld.nl', password: 'verkeerd' });
    assert.deepEqual([wrong.status, wrong.kind], [422, 'invalid-password']);
    assert.deepEqual([unknown.status, unknown.body], [wrong.status, wrong.body]);
    assert.deepEqual(Object.keys(unknown.headers), Object.keys(wrong.headers));
  });

  it('accepts an address in any case and spacing', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn(` ${portal.email.toUpperCase()} `);
    assert.equal((await browser.get('/api/mfa/status')).body.account, portal.email);
  });

  it('limits wrong passwords for an address in any spelling', async () => {
    const portal = await TestPortal.open(database);
    for (let tries = 0; tries < 10; tries += 1) {
      const email = tries % 2 === 0 ? portal.email : portal.email.toUpperCase();
      const { kind } = await portal.browser().post('/api/sign-in', { email, password: 'raden' });
      assert.equal(kind, 'invalid-password');
    }
    const person = { email: portal.email, password: PASSWORD };
    const refused = await portal.browser().post('/api/sign-in', person);
    assert.deepEqual([refused.status, refused.kind], [429, 'rate-limited']);
    assert.equal(refused.retryAfter, 30);
    portal.clock.advance({ seconds: 30 });
    assert.equal((await portal.browser().post('/api/sign-in', person)).status, 200);
  });

  it('expires ten minutes after the password', async () => {
    const portal = await TestPortal.open(database);
    const { secret } = await portal.linked();
    const browser = await portal.halfSignedIn();
    portal.clock.advance({ minutes: 10 });
    const code = portal.code(secret);
    const late = await browser.post('/api/mfa/challenge', { code });
    assert.deepEqual([late.status, late.kind], [401, 'login-expired']);
    assert.equal((await browser.get('/api/mfa/status')).kind, 'login-expired');
    assert.equal((await portal.browser().post('/api/mfa/challenge', { code })).kind, 'signed-out');
  });

  it('can be completed once', async () => {
    const portal = await TestPortal.open(database);
    const { secret } = await portal.linked();
    portal.clock.advance({ seconds: 60 });
    const browser = await portal.halfSignedIn();
    const thief = browser.copy();
    await browser.post('/api/mfa/challenge', { code: portal.code(secret) });
    portal.clock.advance({ seconds: 30 });
    const again = await thief.post('/api/mfa/challenge', { code: portal.code(secret) });
    assert.deepEqual([again.status, again.kind], [401, 'login-expired']);
    assert.equal((await thief.get('/api/session')).status, 401);
  });

  it('starts one session for two right codes at the same time', async () => {
    const { portal, secret, recoveryCodes } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    const codes = [
      { code: portal.code(secret) },
      { recoveryCode: recoveryCodes[0] },
      { recoveryCode: recoveryCodes[1] },
    ];
    const outcomes = await Promise.all(
      codes.map(async (code) => {
        const copy = browser.copy();
        const { status } = await copy.post('/api/mfa/challenge', code);
        return { status, session: (await copy.get('/api/session')).status };
      }),
    );
    assert.deepEqual(
      outcomes.sort((a, b) => a.status - b.status),
      [
        { status: 200, session: 200 },
        { status: 401, session: 401 },
        { status: 401, session: 401 },
      ],
    );
  });

  it('never turns the cookie of a sign-in into that of a session', async () => {
    const portal = await TestPortal.open(database);
    const half = await portal.halfSignedIn();
    const [[signInCookie, signInToken] = []] = half.cookies;
    await portal.linkAnother(half);
    const [[sessionCookie, sessionToken] = []] = half.cookies;
    assert.equal(half.cookies.size, 1);
    assert.notEqual(sessionCookie, signInCookie);
    assert.notEqual(sessionToken, signInToken);

    const forged = portal.browser();
    forged.cookies.set(sessionCookie ?? '', signInToken ?? '');
    assert.equal((await forged.get('/api/session')).status, 401);
  });

  it('ends any session that the browser had', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    const before = browser.copy();
    await browser.post('/api/sign-in', { email: portal.email, password: PASSWORD });
    assert.equal((await before.get('/api/session')).status, 401);
    assert.equal((await browser.get('/api/session')).status, 401);
  });
});

describe('A session', () => {
  it('ends at signing out, on the server too', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    const thief = browser.copy();
    await browser.post('/api/sign-out');
    assert.equal(browser.cookies.size, 0);
    assert.equal((await thief.get('/api/session')).kind, 'signed-out');
  });

  it('ends after an hour without a request', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    portal.clock.advance({ minutes: 59 });
    assert.equal((await browser.get('/api/session')).status, 200);
    portal.clock.advance({ minutes: 59 });
    assert.equal((await browser.get('/api/session')).status, 200);
    portal.clock.advance({ minutes: 60 });
    assert.equal((await browser.get('/api/session')).status, 401);
  });

  it('ends after twelve hours, however often it is used', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    for (let half = 0; half < 23; half += 1) {
      portal.clock.advance({ minutes: 30 });
      assert.equal((await browser.get('/api/session')).status, 200);
    }
    portal.clock.advance({ minutes: 30 });
    assert.equal((await browser.get('/api/session')).status, 401);
  });

  it('has a cookie that scripts and other sites do not get', async () => {
    const portal = await TestPortal.open(database);
    const half = portal.browser();
    const person = { email: portal.email, password: PASSWORD };
    const { headers } = await half.post('/api/sign-in', person);
    const cookie = String([headers['set-cookie']].flat().at(-1));
    assert.match(cookie, /^profiportaal-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);

    const secure = await TestPortal.open(database, { publicOrigin: 'https://portaal.example' });
    await secure.halfSignedIn();
    const response = await secure
      .browser()
      .post('/api/sign-in', { email: secure.email, password: PASSWORD });
    assert.match(
      String([response.headers['set-cookie']].flat().at(-1)),
      /^__Host-profiportaal-sign-in=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});
