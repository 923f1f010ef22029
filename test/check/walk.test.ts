import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runBetterAuth } from '../journey/run-better-auth.js';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { readReport, runCheck } from './run-check.js';
import { jsonFile, openTestSite, type TestSite } from './test-site.js';

const ALL = { MFA_PASSWORD: PASSWORD };

describe('Walking a backend that works', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const walk = (account: string, more: readonly string[] = [], environment = ALL) =>
    readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile, ...more],
      site.clock,
      environment,
    );

  it('passes every operation, and leaves the account without an app', async () => {
    const account = await site.anotherAccount();
    const report = await walk(account);
    const walked = report.rows.map(({ operation, check, outcome }) =>
      [outcome, operation, check].join(' '),
    );
    assert.deepEqual(walked, [
      'passed signIn takes the password',
      'passed status says what is due',
      'passed startEnrollment gives a secret',
      'passed cancelEnrollment forgets the enrollment',
      'passed startEnrollment gives a secret again',
      'passed confirmEnrollment refuses a wrong code',
      'passed confirmEnrollment takes the right code',
      'passed listAuthenticators has the new app',
      'passed stepUp takes the password',
      'passed renameAuthenticator gives it another name',
      'passed recoveryCodesStatus says how many are left',
      'passed generateRecoveryCodes gives new codes',
      'passed signIn takes the password again',
      'passed status asks for a code',
      'passed verify refuses a wrong code',
      'passed verify takes the right code',
      'passed signIn takes the password again',
      'passed verifyRecoveryCode takes a recovery code',
      'passed stepUp takes the password',
      'passed unlinkAuthenticator takes the new app away',
      'passed listAuthenticators has it no more',
    ]);
    assert.equal(report.exitCode, 0);
    assert.equal(await site.countApps(account), 0);
  });

  it('waits for a code that was not used yet, and says so', async () => {
    const account = await site.anotherAccount();
    const began = site.clock.read().getTime();
    const args = [site.baseUrl, '--account', account, '--sign-in', site.signInFile];
    const { told } = await runCheck(args, site.clock, ALL);
    assert.match(told, /^Waiting \d+ s for the next code: servers take each code once\.$/);
    assert.ok(site.clock.read().getTime() - began <= 31_000, 'one wait is all it takes');
  });

  it('can be walked again and again', async () => {
    const account = await site.anotherAccount();
    assert.equal((await walk(account)).exitCode, 0);
    assert.equal((await walk(account)).exitCode, 0);
  });

  it('does not touch an account with an app of which it has no secret', async () => {
    const { portal, clock } = site;
    const account = await site.anotherAccount();
    await portal.linked(account);
    clock.advance({ minutes: 5 });
    const report = await walk(account);
    assert.equal(report.exitCode, 2);
    assert.match(report.verdict, /^The account has an app already\. .* MFA_SECRET\./);
    assert.equal(await site.countApps(account), 1);
  });

  it('enters with the app that is there, and unlinks only its own', async () => {
    const { portal, clock } = site;
    const account = await site.anotherAccount();
    const { secret } = await portal.linked(account);
    clock.advance({ minutes: 5 });
    const report = await walk(account, [], { ...ALL, MFA_SECRET: secret } as typeof ALL);
    assert.deepEqual(
      report.rows.filter(({ outcome }) => outcome !== 'passed'),
      [],
    );
    assert.equal(report.exitCode, 0);
    assert.equal(await site.countApps(account), 1);
  });

  it('proves who is there with a code where no password was given', async () => {
    const { portal, clock } = site;
    const account = await site.anotherAccount();
    const { secret, browser } = await portal.linked(account);
    clock.advance({ minutes: 5 });
    const cookies = [...browser.cookies].map((pair) => pair.join('=')).join(';');
    const report = await readReport([site.baseUrl, '--account', account], clock, {
      MFA_SECRET: secret,
      MFA_COOKIE: cookies,
    });
    const outcomeOf = (check: string) => report.rows.find((row) => row.check === check)?.outcome;
    assert.equal(outcomeOf('takes a code'), 'passed');
    assert.equal(outcomeOf('takes the new app away'), 'passed');
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

  it('says to give the password where that is missing', async () => {
    const account = await site.anotherAccount();
    const report = await walk(account, [], {} as typeof ALL);
    assert.ok(report.rows.every(({ outcome }) => outcome !== 'failed'));
    assert.match(report.rows[0]?.reason ?? '', /^Give the password in MFA_PASSWORD\./);
    assert.equal(await site.countApps(account), 0);
  });

  it('looks at nothing but what was asked for, with what that needs', async () => {
    const account = await site.anotherAccount();
    site.spoil();
    const report = await walk(account, ['--only', 'status']);
    assert.deepEqual(
      report.rows.map(({ operation }) => operation),
      ['signIn', 'status'],
    );
    assert.ok(!site.heard.some((line) => line.includes('enrollments')));
    const linking = await walk(account, ['--only', 'unlinkAuthenticator']);
    assert.equal(linking.exitCode, 0);
    assert.ok(linking.rows.some(({ operation }) => operation === 'unlinkAuthenticator'));
    assert.ok(!linking.rows.some(({ operation }) => operation === 'verifyRecoveryCode'));
  });

  it('unlinks what it linked when it is called off', async () => {
    const account = await site.anotherAccount();
    const callingOff = new AbortController();
    const report = await readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile],
      site.clock,
      ALL,
      // It waits when an app is linked and the next sign-in needs another code.
      { signal: callingOff.signal, onWait: () => callingOff.abort() },
    );
    assert.match(report.verdict, /^The walk was called off\./);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });
});

describe('Walking a product', () => {
  it('passes better-auth, and names what it does not have', async () => {
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
