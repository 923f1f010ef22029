import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runBetterAuth } from '../journey/run-better-auth.js';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { readReport, runCheck } from './run-check.js';
import { jsonFile, openTestSite, type TestSite } from './test-site.js';

const ALL = { MFA_PASSWORD: PASSWORD };

describe('Checking a backend that works', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const check = (account: string, more: readonly string[] = [], environment = ALL) =>
    readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile, ...more],
      site.clock,
      environment,
    );

  it('passes every operation, and leaves the account without an app', async () => {
    const account = await site.addAccount();
    const report = await check(account);
    const rows = report.rows.map(({ operation, check, outcome }) =>
      [outcome, operation, check].join(' '),
    );
    assert.deepEqual(rows, [
      'passed signIn accepts the password',
      'passed status reports the next step',
      'passed startEnrollment returns a secret',
      'passed cancelEnrollment cancels the enrollment',
      'passed startEnrollment returns a secret again',
      'passed confirmEnrollment refuses a wrong code',
      'passed confirmEnrollment accepts the right code',
      'passed listAuthenticators lists the new app',
      'passed stepUp accepts the password',
      'passed renameAuthenticator renames it',
      'passed recoveryCodesStatus reports how many are left',
      'passed generateRecoveryCodes returns new codes',
      'passed signIn accepts the password again',
      'passed status requires a code',
      'passed verify refuses a wrong code',
      'passed verify accepts the right code',
      'passed signIn accepts the password again',
      'passed verifyRecoveryCode accepts a recovery code',
      'passed stepUp accepts the password',
      'passed unlinkAuthenticator unlinks the new app',
      'passed listAuthenticators no longer lists it',
    ]);
    assert.equal(report.exitCode, 0);
    assert.equal(await site.countApps(account), 0);
  });

  it('waits for an unused code, and says so', async () => {
    const account = await site.addAccount();
    const began = site.clock.read().getTime();
    const args = [site.baseUrl, '--account', account, '--sign-in', site.signInFile];
    const { notices } = await runCheck(args, site.clock, ALL);
    assert.match(notices, /^Waiting \d+ s for the next code: servers accept each code once\.$/);
    assert.ok(site.clock.read().getTime() - began <= 31_000, 'one wait is all it takes');
  });

  it('can be repeated', async () => {
    const account = await site.addAccount();
    assert.equal((await check(account)).exitCode, 0);
    assert.equal((await check(account)).exitCode, 0);
  });

  it('does not change an account with an app whose secret was not given', async () => {
    const { portal, clock } = site;
    const account = await site.addAccount();
    await portal.linked(account);
    clock.advance({ minutes: 5 });
    const report = await check(account);
    assert.equal(report.exitCode, 2);
    assert.match(report.verdict, /^The account already has an app\. .* MFA_SECRET\./);
    assert.equal(await site.countApps(account), 1);
  });

  it('signs in with an existing app, and unlinks only the one it linked', async () => {
    const { portal, clock } = site;
    const account = await site.addAccount();
    const { secret } = await portal.linked(account);
    clock.advance({ minutes: 5 });
    const report = await check(account, [], { ...ALL, MFA_SECRET: secret } as typeof ALL);
    assert.deepEqual(
      report.rows.filter(({ outcome }) => outcome !== 'passed'),
      [],
    );
    assert.equal(report.exitCode, 0);
    assert.equal(await site.countApps(account), 1);
  });

  it('steps up with a code if no password was given', async () => {
    const { portal, clock } = site;
    const account = await site.addAccount();
    const { secret, browser } = await portal.linked(account);
    clock.advance({ minutes: 5 });
    const cookies = [...browser.cookies].map((pair) => pair.join('=')).join(';');
    const report = await readReport([site.baseUrl, '--account', account], clock, {
      MFA_SECRET: secret,
      MFA_COOKIE: cookies,
    });
    const outcomeOf = (check: string) => report.rows.find((row) => row.check === check)?.outcome;
    assert.equal(outcomeOf('accepts a code'), 'passed');
    assert.equal(outcomeOf('unlinks the new app'), 'passed');
    const skipped = report.rows.filter(({ outcome }) => outcome === 'skipped');
    assert.deepEqual(
      skipped.map(({ operation, reason }) => [operation, reason?.split(',')[0]]),
      [
        ['signIn', 'Give --sign-in'],
        ['verify', 'Give --sign-in'],
        ['verifyRecoveryCode', 'Give --sign-in'],
      ],
    );
    assert.equal(report.exitCode, 0);
    assert.equal(await site.countApps(account), 1);
  });

  it('advises to give a missing password', async () => {
    const account = await site.addAccount();
    const report = await check(account, [], {} as typeof ALL);
    assert.ok(report.rows.every(({ outcome }) => outcome !== 'failed'));
    assert.match(report.rows[0]?.reason ?? '', /^Give the password in MFA_PASSWORD\./);
    assert.equal(await site.countApps(account), 0);
  });

  it('checks only the operations of --only and those that they need', async () => {
    const account = await site.addAccount();
    site.setFaults();
    const report = await check(account, ['--only', 'status']);
    assert.deepEqual(
      report.rows.map(({ operation }) => operation),
      ['signIn', 'status'],
    );
    assert.ok(!site.requests.some((line) => line.includes('enrollments')));
    const unlinking = await check(account, ['--only', 'unlinkAuthenticator']);
    assert.equal(unlinking.exitCode, 0);
    assert.ok(unlinking.rows.some(({ operation }) => operation === 'unlinkAuthenticator'));
    assert.ok(!unlinking.rows.some(({ operation }) => operation === 'verifyRecoveryCode'));
  });

  it('unlinks what it linked when it is aborted', async () => {
    const account = await site.addAccount();
    const abortController = new AbortController();
    const report = await readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile],
      site.clock,
      ALL,
      // It waits when an app is linked and the next sign-in needs another code.
      { signal: abortController.signal, onWait: () => abortController.abort() },
    );
    assert.match(report.verdict, /^The check was aborted\./);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });
});

describe('Checking a product', () => {
  it('passes better-auth, and reports what it does not have', async () => {
    const site = await runBetterAuth();
    const signIn = { email: '{account}', password: '{password}' };
    try {
      const report = await readReport(
        [
          `${site.origin}/api/auth`,
          ...['--preset', 'better-auth', '--account', site.account.email],
          ...['--sign-in', jsonFile({ request: 'POST /sign-in/email', body: signIn })],
        ],
        site.clock,
        { MFA_PASSWORD: site.account.password },
      );
      assert.deepEqual(
        report.rows.filter(({ outcome }) => outcome !== 'passed').map((row) => row.operation),
        ['cancelEnrollment', 'renameAuthenticator', 'recoveryCodesStatus'],
      );
      assert.equal(report.exitCode, 0);
    } finally {
      await site.close();
    }
  });
});
