import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Browser } from './browser.js';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const give = (browser: Browser, code: string) => browser.post('/api/mfa/challenge', { code });

async function guess(browser: Browser, code: string, times: number): Promise<void> {
  for (let tries = 0; tries < times; tries += 1) await give(browser, code);
}

describe('Guessing', () => {
  it('is blocked after five wrong codes, for a while', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    const wrong = portal.wrongCode(secret);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      const response = await give(browser, wrong);
      assert.deepEqual([response.status, response.body.attemptsLeft], [422, attemptsLeft]);
    }
    const refused = await give(browser, wrong);
    assert.deepEqual([refused.status, refused.kind], [429, 'rate-limited']);
    assert.equal(refused.retryAfter, 30);
  });

  it('is told of the wait by the wrong try that begins it (M2)', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const session = await portal.halfSignedIn();
    await give(session, portal.code(secret));
    const browser = await portal.halfSignedIn();
    const proofs = [
      () => give(browser, portal.wrongCode(secret)),
      () => browser.post('/api/mfa/challenge', { recoveryCode: '0000-0000-0000-0000' }),
      () => session.post('/api/mfa/step-up', { password: 'verkeerd' }),
      () => session.post('/api/mfa/step-up', { code: portal.wrongCode(secret) }),
    ];
    for (const [round, prove] of proofs.entries()) {
      for (let tries = 0; tries < 4; tries += 1) {
        const { body, headers } = await give(browser, portal.wrongCode(secret));
        assert.deepEqual([body.retryAfter, headers['retry-after']], [undefined, undefined]);
      }
      const { status, body, retryAfter } = await prove();
      const seconds = 30 * 2 ** round;
      assert.deepEqual(
        [status, body.attemptsLeft, body.retryAfter, retryAfter],
        [422, 0, seconds, seconds],
      );
      portal.clock.advance({ seconds });
    }
  });

  it('makes a right code wait too, without using it up', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    await guess(browser, portal.wrongCode(secret), 5);
    const code = portal.code(secret);
    assert.equal((await give(browser, code)).kind, 'rate-limited');
    portal.clock.advance({ seconds: 30 });
    assert.equal((await give(browser, code)).status, 200);
  });

  it('gets no new tries by another sign-in or by a restart', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const wrong = portal.wrongCode(secret);
    await guess(await portal.halfSignedIn(), wrong, 3);
    const other = await portal.halfSignedIn();
    assert.equal((await give(other, wrong)).body.attemptsLeft, 1);
    const restarted = await TestPortal.open(database);
    restarted.clock.advance({ minutes: 5 });
    const browser = await restarted.halfSignedIn(portal.email);
    assert.equal((await give(browser, wrong)).body.attemptsLeft, 0);
    assert.equal((await give(browser, wrong)).kind, 'rate-limited');
  });

  it('has one count of tries for codes, recovery codes and passwords', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const session = await portal.halfSignedIn();
    await give(session, portal.code(secret));
    const browser = await portal.halfSignedIn();
    const tries = [
      await give(browser, portal.wrongCode(secret)),
      await browser.post('/api/mfa/challenge', { recoveryCode: '0000-0000-0000-0000' }),
      await session.post('/api/mfa/step-up', { password: 'verkeerd' }),
      await session.post('/api/mfa/step-up', { code: portal.wrongCode(secret) }),
    ];
    assert.deepEqual(
      tries.map(({ kind, body }) => [kind, body.attemptsLeft]),
      [
        ['invalid-code', 4],
        ['invalid-recovery-code', 3],
        ['invalid-password', 2],
        ['invalid-code', 1],
      ],
    );
  });

  it('gets no new tries by a right password in between', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const session = await portal.halfSignedIn();
    await give(session, portal.code(secret));
    const browser = await portal.halfSignedIn();
    await guess(browser, portal.wrongCode(secret), 3);
    const proof = await session.post('/api/mfa/step-up', { password: PASSWORD });
    assert.equal(proof.status, 204);
    const next = await give(browser, portal.wrongCode(secret));
    assert.equal(next.body.attemptsLeft, 1);
  });

  it('is counted from zero after a right code', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    await guess(browser, portal.wrongCode(secret), 4);
    await give(browser, portal.code(secret));
    const next = await give(await portal.halfSignedIn(), portal.wrongCode(secret));
    assert.equal(next.body.attemptsLeft, 4);
  });

  it('in a burst of twenty gets five tries', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    const wrong = portal.wrongCode(secret);
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => give(browser.copy(), wrong)),
    );
    assert.equal(responses.filter(({ kind }) => kind === 'invalid-code').length, 5);
    assert.equal(responses.filter(({ kind }) => kind === 'rate-limited').length, 15);
  });

  it('has to wait longer every time, and is locked at a hundred tries', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const waits: number[] = [];
    for (let round = 1; round <= 19; round += 1) {
      const browser = await portal.halfSignedIn();
      await guess(browser, portal.wrongCode(secret), 5);
      const { retryAfter } = await give(browser, portal.wrongCode(secret));
      waits.push(retryAfter);
      portal.clock.advance({ seconds: retryAfter });
    }
    assert.deepEqual(waits.slice(0, 9), [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    const last = await portal.halfSignedIn();
    await guess(last, portal.wrongCode(secret), 5);
    portal.clock.advance({ minutes: 9 });
    const locked = await give(last, portal.code(secret));
    assert.deepEqual([locked.status, locked.kind], [423, 'locked']);
    assert.ok(locked.retryAfter > 0);
    portal.clock.advance({ hours: 24 * 365 });
    const later = await portal.halfSignedIn();
    assert.equal((await give(later, portal.code(secret))).kind, 'locked');
  });
});
