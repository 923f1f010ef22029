import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const confirmation = (id = '') => `/api/mfa/enrollments/${id}/confirmation`;

describe('An enrollment', () => {
  it('has a secret of 160 bits and the URI that apps read', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { status, body } = await browser.post('/api/mfa/enrollments');
    assert.equal(status, 201);
    assert.equal(body.expiresAt, '2026-03-01T12:10:10.000Z');
    const account = encodeURIComponent(portal.email);
    assert.equal(
      body.otpauthUri,
      `otpauth://totp/ProfiPortaal:${account}?secret=${body.secret}&issuer=ProfiPortaal&algorithm=SHA1&digits=6&period=30`,
    );
    assert.match(body.secret ?? '', /^[A-Z2-7]{32}$/);
  });

  it('keeps its secret after another request or a wrong code', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { body: first } = await browser.post('/api/mfa/enrollments');
    const wrong = await browser.post(confirmation(first.id), {
      code: portal.wrongCode(first.secret ?? ''),
    });
    assert.deepEqual([wrong.status, wrong.kind, wrong.body.attemptsLeft], [422, 'invalid-code', 4]);
    portal.clock.advance({ minutes: 9 });
    assert.deepEqual((await browser.post('/api/mfa/enrollments')).body, first);
  });

  it('is the same for requests at the same time', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => browser.post('/api/mfa/enrollments')),
    );
    assert.equal(new Set(responses.map(({ body }) => body.secret)).size, 1);
  });

  it('is not shared with another sign-in to the same account', async () => {
    const portal = await TestPortal.open(database);
    const person = await portal.halfSignedIn();
    const other = await portal.halfSignedIn();
    const { body: persons } = await person.post('/api/mfa/enrollments');
    const { body: others } = await other.post('/api/mfa/enrollments');
    assert.notEqual(others.secret, persons.secret);
    const stolen = await other.post(confirmation(persons.id), {
      code: portal.code(persons.secret ?? ''),
    });
    assert.deepEqual([stolen.status, stolen.kind], [410, 'enrollment-expired']);

    await portal.linkAnother(person);
    const late = await other.post(confirmation(others.id), {
      code: portal.code(others.secret ?? ''),
    });
    assert.deepEqual([late.status, late.kind], [410, 'enrollment-expired']);
  });

  it('expires after ten minutes, with its secret', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    const { body: first } = await browser.post('/api/mfa/enrollments');
    portal.clock.advance({ minutes: 10 });
    const late = await browser.post(confirmation(first.id), {
      code: portal.code(first.secret ?? ''),
    });
    assert.deepEqual([late.status, late.kind], [410, 'enrollment-expired']);
    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    const { body: second } = await browser.post('/api/mfa/enrollments');
    assert.notEqual(second.secret, first.secret);
  });

  it('can be cancelled', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { body: first } = await browser.post('/api/mfa/enrollments');
    assert.equal((await browser.delete(`/api/mfa/enrollments/${first.id}`)).status, 204);
    assert.equal((await browser.delete(`/api/mfa/enrollments/${first.id}`)).kind, 'not-found');
    const code = portal.code(first.secret ?? '');
    assert.equal((await browser.post(confirmation(first.id), { code })).kind, 'enrollment-expired');
    const { body: second } = await browser.post('/api/mfa/enrollments');
    assert.notEqual(second.secret, first.secret);
  });

  it('requires no code at sign-in before it is confirmed', async () => {
    const portal = await TestPortal.open(database);
    await (await portal.halfSignedIn()).post('/api/mfa/enrollments');
    const next = await portal.halfSignedIn();
    assert.equal((await next.get('/api/mfa/status')).body.state, 'enrollment-required');
  });

  it('links one app if it is confirmed several times at once', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { body } = await browser.post('/api/mfa/enrollments');
    const responses = await Promise.all(
      Array.from({ length: 5 }, () =>
        browser.copy().post(confirmation(body.id), { code: portal.code(body.secret ?? '') }),
      ),
    );
    assert.equal(responses.filter(({ status }) => status === 201).length, 1);
  });

  it('links one app if two sign-ins confirm theirs at once', async () => {
    const portal = await TestPortal.open(database);
    const begun = await Promise.all(
      [await portal.halfSignedIn(), await portal.halfSignedIn()].map(async (browser) => {
        const { body } = await browser.post('/api/mfa/enrollments');
        return { browser, id: body.id, code: portal.code(body.secret ?? '') };
      }),
    );
    const responses = await Promise.all(
      begun.map(({ browser, id, code }) => browser.post(confirmation(id), { code })),
    );
    assert.deepEqual(responses.map(({ status }) => status).sort(), [201, 409]);
  });

  it('uses up its code, which the next sign-in refuses', async () => {
    const portal = await TestPortal.open(database);
    const { secret } = await portal.linked();
    const next = await portal.halfSignedIn();
    const replay = await next.post('/api/mfa/challenge', { code: portal.code(secret) });
    assert.deepEqual([replay.status, replay.kind], [422, 'code-reused']);
  });

  it('cannot be started with the password alone once an app is linked', async () => {
    const portal = await TestPortal.open(database);
    await portal.linked();
    const thief = await portal.halfSignedIn();
    const refused = await thief.post('/api/mfa/enrollments');
    assert.deepEqual([refused.status, refused.kind], [409, 'already-linked']);
  });

  it('requires a step-up in a session, and links up to five apps', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    const refused = await browser.post('/api/mfa/enrollments');
    assert.deepEqual([refused.status, refused.kind], [403, 'step-up-required']);
    assert.deepEqual(refused.body.stepUp, ['password', 'code']);

    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    for (let apps = 2; apps <= 5; apps += 1) {
      assert.deepEqual((await portal.linkAnother(browser)).recoveryCodes, []);
    }
    const full = await browser.post('/api/mfa/enrollments');
    assert.deepEqual([full.status, full.kind], [409, 'limit-reached']);
    const { body } = await browser.get('/api/mfa/authenticators');
    assert.equal(body.authenticators?.length, 5);
  });

  it('makes the code of each linked app valid at the next sign-in', async () => {
    const portal = await TestPortal.open(database);
    const { browser, secret } = await portal.linked();
    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    const second = await portal.linkAnother(browser);
    for (const known of [secret, second.secret]) {
      portal.clock.advance({ seconds: 30 });
      const next = await portal.halfSignedIn();
      const { status } = await next.post('/api/mfa/challenge', { code: portal.code(known) });
      assert.equal(status, 200);
    }
  });

  it('accepts a name for the app', async () => {
    const portal = await TestPortal.open(database);
    const browser = await portal.halfSignedIn();
    const { body } = await browser.post('/api/mfa/enrollments');
    const { body: linked } = await browser.post(confirmation(body.id), {
      code: portal.code(body.secret ?? ''),
      name: '  Telefoon van werk ',
    });
    assert.equal(linked.authenticator?.name, 'Telefoon van werk');
  });
});
