import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Browser } from './browser.js';
import { openTestDatabase, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const give = (browser: Browser, code: string) => browser.post('/api/mfa/challenge', { code });

describe('A code', () => {
  it('is accepted while it shows and one step longer', async () => {
    for (const [steps, kind] of [
      [0, undefined],
      [-1, undefined],
      [-2, 'invalid-code'],
      [1, 'invalid-code'],
      [2, 'invalid-code'],
    ] as const) {
      const { portal, secret } = await TestPortal.openLinked(database);
      const response = await give(await portal.halfSignedIn(), portal.code(secret, steps));
      assert.equal(response.kind, kind, `${steps} steps away`);
    }
  });

  it('of a phone whose clock is ahead is accepted up to five seconds early', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    portal.clock.advance({ seconds: 14 }); // 24 seconds into the step
    const browser = await portal.halfSignedIn();
    assert.equal((await give(browser, portal.code(secret, 1))).kind, 'invalid-code');
    portal.clock.advance({ seconds: 1 });
    assert.equal((await give(browser, portal.code(secret, 1))).status, 200);
  });

  it('may be typed with a space, as apps show it', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const code = portal.code(secret).replace(/^.../, '$& ');
    assert.equal((await give(await portal.halfSignedIn(), code)).status, 200);
  });

  it('is accepted once', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    await give(await portal.halfSignedIn(), portal.code(secret));
    const again = await give(await portal.halfSignedIn(), portal.code(secret));
    assert.deepEqual([again.status, again.kind], [422, 'code-reused']);
  });

  it('is refused after a newer code', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    await give(await portal.halfSignedIn(), portal.code(secret));
    const older = await give(await portal.halfSignedIn(), portal.code(secret, -1));
    assert.equal(older.kind, 'code-reused');
  });

  it('completes one of twenty sign-ins that send it at the same time', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browsers: Browser[] = [];
    for (let count = 0; count < 20; count += 1) browsers.push(await portal.halfSignedIn());
    const code = portal.code(secret);
    const responses = await Promise.all(browsers.map((browser) => give(browser, code)));
    assert.equal(responses.filter(({ status }) => status === 200).length, 1);
    for (const { status, kind } of responses) {
      if (status !== 200) assert.match(String(kind), /^(code-reused|rate-limited)$/);
    }
  });

  it('that was used at sign-in is not accepted for a step-up', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    await give(browser, portal.code(secret));
    const proof = await browser.post('/api/mfa/step-up', { code: portal.code(secret) });
    assert.equal(proof.kind, 'code-reused');
  });

  it('of another account is refused', async () => {
    const { portal } = await TestPortal.openLinked(database);
    const { secret } = await TestPortal.openLinked(database);
    const response = await give(await portal.halfSignedIn(), portal.code(secret));
    assert.equal(response.kind, 'invalid-code');
  });

  it('is refused before an app is linked', async () => {
    const portal = await TestPortal.open(database);
    const response = await give(await portal.halfSignedIn(), '123456');
    assert.deepEqual([response.status, response.kind], [403, 'forbidden']);
  });
});

describe('A recovery code', () => {
  const recover = (browser: Browser, recoveryCode = '') =>
    browser.post('/api/mfa/challenge', { recoveryCode });

  it('completes one sign-in, and the response has the number of codes left', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const [first, second] = recoveryCodes;
    const browser = await portal.halfSignedIn();
    const response = await recover(browser, first);
    assert.deepEqual(
      [response.status, response.body],
      [200, { recoveryCodesLeft: 9, redirectTo: '/' }],
    );
    assert.equal((await browser.get('/api/mfa/status')).body.state, 'verified');
    const again = await recover(await portal.halfSignedIn(), first);
    assert.deepEqual([again.status, again.kind], [422, 'invalid-recovery-code']);
    assert.equal((await recover(await portal.halfSignedIn(), second)).status, 200);
  });

  it('is one of ten different codes in groups of four characters', async () => {
    const { recoveryCodes } = await TestPortal.openLinked(database);
    assert.equal(new Set(recoveryCodes).size, 10);
    for (const code of recoveryCodes) {
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('may be typed in other case and with other separators', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const ways: ((code: string) => string)[] = [
      (code) => code.toLowerCase(),
      (code) => code.replaceAll('-', ''),
      (code) => code.replaceAll('-', ' '),
      (code) => ` ${code}\n`,
      (code) => code.replaceAll('-', '–'),
      (code) => code.replaceAll('0', 'O').replaceAll('1', 'I'),
      (code) => code.replaceAll('0', 'o').replaceAll('1', 'i'),
      (code) => code.replaceAll('1', 'L'),
      (code) => code.toLowerCase().replaceAll('1', 'l'),
      (code) => code.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    ];
    for (const [index, typedAs] of ways.entries()) {
      const typed = typedAs(recoveryCodes[index] ?? '');
      const { status } = await recover(await portal.halfSignedIn(), typed);
      assert.equal(status, 200, `typed as “${typed}”`);
    }
  });

  it('is refused with a character too many, too few or wrong', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const [code = ''] = recoveryCodes;
    const other = code.startsWith('A') ? 'B' : 'A';
    for (const typed of [`${code}A`, code.slice(1), code.replace(/^./, other), '----', '0']) {
      const response = await recover(await portal.halfSignedIn(), typed);
      assert.equal(response.kind, 'invalid-recovery-code', typed);
      portal.clock.advance({ hours: 1 });
    }
  });

  it('completes one of the sign-ins that send it at the same time', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const browsers = [await portal.halfSignedIn(), await portal.halfSignedIn()];
    const responses = await Promise.all(
      browsers.map((browser) => recover(browser, recoveryCodes[0])),
    );
    assert.deepEqual(responses.map(({ status }) => status).sort(), [200, 422]);
  });

  it('of another account is refused', async () => {
    const { portal } = await TestPortal.openLinked(database);
    const { recoveryCodes } = await TestPortal.openLinked(database);
    const response = await recover(await portal.halfSignedIn(), recoveryCodes[0]);
    assert.equal(response.kind, 'invalid-recovery-code');
  });
});
