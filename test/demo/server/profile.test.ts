import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const app = (id: string) => `/api/mfa/authenticators/${id}`;

/** Returns a browser that is signed in and has just stepped up with the password. */
async function steppedUp() {
  const portal = await TestPortal.open(database);
  const linked = await portal.linked();
  await linked.browser.post('/api/mfa/step-up', { password: PASSWORD });
  return { portal, ...linked };
}

describe('The linked apps', () => {
  it('have their name, and the times when they were linked and last used', async () => {
    const portal = await TestPortal.open(database);
    const { browser, id, secret } = await portal.linked();
    const fresh = {
      id,
      method: 'totp',
      name: 'Authenticator-app',
      createdAt: '2026-03-01T12:00:10.000Z',
    };
    assert.deepEqual((await browser.get('/api/mfa/authenticators')).body.authenticators, [fresh]);
    portal.clock.advance({ minutes: 1 });
    const next = await portal.halfSignedIn();
    await next.post('/api/mfa/challenge', { code: portal.code(secret) });
    assert.deepEqual((await next.get('/api/mfa/authenticators')).body.authenticators, [
      { ...fresh, lastUsedAt: '2026-03-01T12:01:10.000Z' },
    ]);
  });

  it('can be renamed', async () => {
    const { browser, id } = await steppedUp();
    const { status, body } = await browser.patch(app(id), { name: ' Mijn telefoon ' });
    assert.deepEqual([status, body.authenticator?.name], [200, 'Mijn telefoon']);
    assert.equal((await browser.patch(app(id), { name: '   ' })).status, 400);
  });

  it('are those of the account; those of another account are not found', async () => {
    const { browser } = await steppedUp();
    const { id: foreign } = await (await TestPortal.open(database)).linked();
    const responses = [
      await browser.delete(app(foreign)),
      await browser.delete(app(randomUUID())),
      await browser.delete(app('geen-id')),
      await browser.patch(app(foreign), { name: 'van mij' }),
    ];
    for (const { status, body } of responses) {
      assert.deepEqual([status, body], [404, responses[1]?.body]);
    }
  });
});

describe('Unlinking', () => {
  it('leads back to linking at the next sign-in', async () => {
    const { portal, browser, id } = await steppedUp();
    assert.equal((await browser.delete(app(id))).status, 204);
    assert.deepEqual((await browser.get('/api/mfa/authenticators')).body.authenticators, []);
    await browser.post('/api/sign-out');
    const next = await portal.halfSignedIn();
    assert.equal((await next.get('/api/mfa/status')).body.state, 'enrollment-required');
    await portal.linkAnother(next);
    assert.equal((await next.get('/api/mfa/status')).body.state, 'verified');
  });

  it('of the last app deletes the recovery codes', async () => {
    const { portal, browser, id, recoveryCodes } = await steppedUp();
    await browser.delete(app(id));
    assert.deepEqual((await browser.get('/api/mfa/recovery-codes')).body, { left: 0, total: 0 });
    assert.equal((await browser.post('/api/mfa/recovery-codes')).kind, 'forbidden');
    const next = await portal.halfSignedIn();
    const old = await next.post('/api/mfa/challenge', { recoveryCode: recoveryCodes[0] });
    assert.equal(old.kind, 'invalid-recovery-code');
  });

  it('of one of two apps keeps the other and the recovery codes', async () => {
    const { portal, browser, id } = await steppedUp();
    const second = await portal.linkAnother(browser);
    await browser.delete(app(id));
    assert.equal((await browser.get('/api/mfa/recovery-codes')).body.left, 10);
    portal.clock.advance({ seconds: 30 });
    const next = await portal.halfSignedIn();
    const { status } = await next.post('/api/mfa/challenge', { code: portal.code(second.secret) });
    assert.equal(status, 200);
  });

  it('ends the sessions in other browsers', async () => {
    const { portal, browser, id, secret } = await steppedUp();
    portal.clock.advance({ seconds: 30 });
    const other = await portal.halfSignedIn();
    await other.post('/api/mfa/challenge', { code: portal.code(secret) });
    await browser.delete(app(id));
    assert.equal((await other.get('/api/session')).status, 401);
    assert.equal((await browser.get('/api/session')).status, 200);
  });

  it('succeeds once for several requests at once', async () => {
    const { browser, id } = await steppedUp();
    const responses = await Promise.all(Array.from({ length: 5 }, () => browser.delete(app(id))));
    assert.deepEqual(responses.map(({ status }) => status).sort(), [204, 404, 404, 404, 404]);
  });
});

describe('A step-up', () => {
  it('is required before unlinking, renaming and new recovery codes', async () => {
    const portal = await TestPortal.open(database);
    const { browser, id } = await portal.linked();
    for (const response of [
      await browser.delete(app(id)),
      await browser.patch(app(id), { name: 'Telefoon' }),
      await browser.post('/api/mfa/recovery-codes'),
    ]) {
      assert.deepEqual([response.status, response.kind], [403, 'step-up-required']);
      assert.deepEqual(response.body.stepUp, ['password', 'code']);
    }
  });

  it('accepts the password or a code', async () => {
    const portal = await TestPortal.open(database);
    const { browser, id, secret } = await portal.linked();
    const wrong = await browser.post('/api/mfa/step-up', { password: 'verkeerd' });
    assert.deepEqual([wrong.status, wrong.kind], [422, 'invalid-password']);
    assert.equal((await browser.delete(app(id))).kind, 'step-up-required');
    portal.clock.advance({ seconds: 30 });
    const right = await browser.post('/api/mfa/step-up', { code: portal.code(secret) });
    assert.equal(right.status, 204);
    assert.equal((await browser.delete(app(id))).status, 204);
  });

  it('accepts the password only if no app is linked', async () => {
    const { portal, browser, id } = await steppedUp();
    await browser.delete(app(id));
    portal.clock.advance({ minutes: 5 });
    const refused = await browser.post('/api/mfa/enrollments');
    assert.deepEqual([refused.kind, refused.body.stepUp], ['step-up-required', ['password']]);
  });

  it('lasts five minutes', async () => {
    const { portal, browser, id } = await steppedUp();
    portal.clock.advance({ minutes: 4, seconds: 59 });
    assert.equal((await browser.patch(app(id), { name: 'Telefoon' })).status, 200);
    portal.clock.advance({ seconds: 1 });
    assert.equal((await browser.patch(app(id), { name: 'Toestel' })).kind, 'step-up-required');
  });

  it('holds for this session, under a new cookie', async () => {
    const portal = await TestPortal.open(database);
    const { browser, id, secret } = await portal.linked();
    portal.clock.advance({ seconds: 30 });
    const other = await portal.halfSignedIn();
    await other.post('/api/mfa/challenge', { code: portal.code(secret) });
    const before = browser.copy();
    await browser.post('/api/mfa/step-up', { password: PASSWORD });
    assert.equal((await other.delete(app(id))).kind, 'step-up-required');
    assert.equal((await before.get('/api/session')).status, 401);
  });
});

describe('Recovery codes', () => {
  it('are counted, and never shown again', async () => {
    const portal = await TestPortal.open(database);
    const { browser } = await portal.linked();
    assert.deepEqual((await browser.get('/api/mfa/recovery-codes')).body, {
      left: 10,
      total: 10,
      createdAt: '2026-03-01T12:00:10.000Z',
    });
  });

  it('stop working when new ones are generated', async () => {
    const { portal, browser, recoveryCodes: old } = await steppedUp();
    const { status, body } = await browser.post('/api/mfa/recovery-codes');
    assert.equal(status, 201);
    const next = await portal.halfSignedIn();
    const refused = await next.post('/api/mfa/challenge', { recoveryCode: old[0] });
    assert.equal(refused.kind, 'invalid-recovery-code');
    const response = await next.post('/api/mfa/challenge', {
      recoveryCode: body.recoveryCodes?.[0],
    });
    assert.equal(response.status, 200);
  });
});
