import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Browser } from './browser.js';
import { openTestDatabase, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

const give = (browser: Browser, code: string) => browser.post('/api/mfa/challenge', { code });

describe('A code', () => {
  it('counts while it shows and one step longer', async () => {
    for (const [steps, kind] of [
      [0, undefined],
      [-1, undefined],
      [-2, 'invalid-code'],
      [1, 'invalid-code'],
      [2, 'invalid-code'],
    ] as const) {
      const { portal, secret } = await TestPortal.openLinked(database);
      const answer = await give(await portal.halfSignedIn(), portal.code(secret, steps));
      assert.equal(answer.kind, kind, `${steps} steps away`);
    }
  });

  it('of a phone that runs ahead counts in the last five seconds before its time', async () => {
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

  it('counts once', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    await give(await portal.halfSignedIn(), portal.code(secret));
    const again = await give(await portal.halfSignedIn(), portal.code(secret));
    assert.deepEqual([again.status, again.kind], [422, 'code-reused']);
  });

  it('does not count after a newer one', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    await give(await portal.halfSignedIn(), portal.code(secret));
    const older = await give(await portal.halfSignedIn(), portal.code(secret, -1));
    assert.equal(older.kind, 'code-reused');
  });

  it('opens one of twenty sign-ins that bring it at the same time', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browsers: Browser[] = [];
    for (let count = 0; count < 20; count += 1) browsers.push(await portal.halfSignedIn());
    const code = portal.code(secret);
    const answers = await Promise.all(browsers.map((browser) => give(browser, code)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const { status, kind } of answers) {
      if (status !== 200) assert.match(String(kind), /^(code-reused|rate-limited)$/);
    }
  });

  it('that was used at sign-in is no proof for a step-up', async () => {
    const { portal, secret } = await TestPortal.openLinked(database);
    const browser = await portal.halfSignedIn();
    await give(browser, portal.code(secret));
    const proof = await browser.post('/api/mfa/step-up', { code: portal.code(secret) });
    assert.equal(proof.kind, 'code-reused');
  });

  it('of another account does not count', async () => {
    const { portal } = await TestPortal.openLinked(database);
    const { secret } = await TestPortal.openLinked(database);
    const answer = await give(await portal.halfSignedIn(), portal.code(secret));
    assert.equal(answer.kind, 'invalid-code');
  });

  it('opens nothing before an app is linked', async () => {
    const portal = await TestPortal.open(database);
    const answer = await give(await portal.halfSignedIn(), '123456');
    assert.deepEqual([answer.status, answer.kind], [403, 'forbidden']);
  });
});

describe('A recovery code', () => {
  const recover = (browser: Browser, recoveryCode = '') =>
    browser.post('/api/mfa/challenge', { recoveryCode });

  it('opens one sign-in and says how many are left', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const [first, second] = recoveryCodes;
    const browser = await portal.halfSignedIn();
    const answer = await recover(browser, first);
    assert.deepEqual(
      [answer.status, answer.body],
      [200, { recoveryCodesLeft: 9, redirectTo: '/' }],
    );
    assert.equal((await browser.get('/api/mfa/status')).body.state, 'verified');
    const again = await recover(await portal.halfSignedIn(), first);
    assert.deepEqual([again.status, again.kind], [422, 'invalid-recovery-code']);
    assert.equal((await recover(await portal.halfSignedIn(), second)).status, 200);
  });

  it('is one of ten different ones in groups of four', async () => {
    const { recoveryCodes } = await TestPortal.openLinked(database);
    assert.equal(new Set(recoveryCodes).size, 10);
    for (const code of recoveryCodes) {
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it('may be typed as people type', async () => {
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

  it('is not forgiven a character too many, too few or wrong', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const [code = ''] = recoveryCodes;
    const other = code.startsWith('A') ? 'B' : 'A';
    for (const typed of [`${code}A`, code.slice(1), code.replace(/^./, other), '----', '0']) {
      const answer = await recover(await portal.halfSignedIn(), typed);
      assert.equal(answer.kind, 'invalid-recovery-code', typed);
      portal.clock.advance({ hours: 1 });
    }
  });

  it('opens one of the sign-ins that bring it at the same time', async () => {
    const { portal, recoveryCodes } = await TestPortal.openLinked(database);
    const browsers = [await portal.halfSignedIn(), await portal.halfSignedIn()];
    const answers = await Promise.all(
      browsers.map((browser) => recover(browser, recoveryCodes[0])),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
  });

  it('of another account does not count', async () => {
    const { portal } = await TestPortal.openLinked(database);
    const { recoveryCodes } = await TestPortal.openLinked(database);
    const answer = await recover(await portal.halfSignedIn(), recoveryCodes[0]);
    assert.equal(answer.kind, 'invalid-recovery-code');
  });
});
