import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { readReport } from './run-check.js';
import { openTestSite, type Fault, type TestSite } from './test-site.js';

describe('Checking a backend that does not work', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  async function check(...faults: readonly Fault[]) {
    const account = await site.addAccount();
    site.setFaults(...faults);
    const report = await readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile],
      site.clock,
      { MFA_PASSWORD: PASSWORD },
    );
    const failed = report.rows.filter(({ outcome }) => outcome === 'failed');
    return { account, report, failed, names: failed.map((row) => `${row.operation} ${row.check}`) };
  }

  it('reports a wrong code that gets the status 200, with the missing rule', async () => {
    const { report, failed, names, account } = await check({
      request: /^POST .*confirmation$/,
      status: 200,
      change: (body) => (body.includes('problem') ? '{"error":{"code":"bad_otp"}}' : body),
    });
    assert.deepEqual(names, ['confirmEnrollment refuses a wrong code']);
    const [row] = failed;
    assert.equal(row?.expected, 'invalid-code');
    assert.equal(
      row.rule,
      '{"status": 200, "path": "$.error.code", "equals": "…", "kind": "invalid-code"}',
    );
    assert.match(row.hints.join(), /"success"/);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('reports a wrong code that is accepted', async () => {
    const { names, failed, report } = await check({
      request: /^POST .*challenge$/,
      status: 200,
      change: () => '{"redirectTo":"/"}',
    });
    assert.deepEqual(names, ['verify refuses a wrong code']);
    assert.match(failed[0]?.reason ?? '', /^It was accepted/);
    assert.equal(report.exitCode, 1);
  });

  it('reports a response that no rule matches', async () => {
    const { failed } = await check({
      request: /^POST .*challenge$/,
      change: (body) => (body.includes('problem') ? '{"error":{"code":"bad_otp"}}' : body),
    });
    const [row] = failed;
    assert.equal(row?.operation, 'verify');
    assert.equal(row.came, 'unexpected');
    assert.equal(
      row.rule,
      '{"status": 422, "path": "$.error.code", "equals": "…", "kind": "invalid-code"}',
    );
    assert.equal(row.requests.at(-1)?.shape, '{ error: { code: text(7) } }');
  });

  it('reports a web page in place of JSON', async () => {
    const { failed, report } = await check({
      request: /^GET .*authenticators$/,
      status: 200,
      type: 'text/html',
      body: '<!doctype html><title>Inloggen</title>',
    });
    assert.deepEqual(
      failed.map(({ operation, requests }) => [operation, requests.at(-1)?.shape]),
      // After unlinking it counts as the end of the session, which a server may well do.
      [['listAuthenticators', 'text/html']],
    );
    assert.match(failed[0]?.hints.join() ?? '', /The response is a web page instead of JSON/);
    assert.equal(report.exitCode, 1);
  });

  it('reports an operation that makes the server fail', async () => {
    const { failed, report, account } = await check({
      request: /^POST .*recovery-codes$/,
      isIntercepted: true,
      status: 500,
    });
    assert.deepEqual(
      failed.map(({ operation, came }) => [operation, came]),
      [['generateRecoveryCodes', 'unknown-outcome']],
    );
    assert.equal(failed[0]?.rule, undefined, 'no rule is missing');
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('reports that the list does not have the new app', async () => {
    const { names, report, account } = await check({
      request: /^GET .*authenticators$/,
      change: () => '{"authenticators":[]}',
    });
    assert.deepEqual(names, ['listAuthenticators lists the new app']);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('reports that unlinking does nothing, and what is left', async () => {
    const { names, report, account } = await check({
      request: /^DELETE .*authenticators/,
      isIntercepted: true,
    });
    assert.deepEqual(names, ['listAuthenticators no longer lists it']);
    assert.match(report.left ?? '', /^The account still has the app "mfa-elements check"\./);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 1);
  });

  it('unlinks an app whose confirmation cannot be read', async () => {
    const { names, report, account } = await check({
      request: /^POST .*confirmation$/,
      change: (body) => (body.includes('problem') ? body : '{"recoveryCodes":"ok"}'),
    });
    assert.deepEqual(names, ['confirmEnrollment accepts the right code']);
    assert.equal(report.left, undefined);
    assert.equal(await site.countApps(account), 0);
  });

  it('tries once more to unlink after a new sign-in, and reports what is left', async () => {
    const { account, report, names } = await check({
      request: /^DELETE .*authenticators/,
      isIntercepted: true,
      status: 500,
    });
    assert.deepEqual(names.slice(0, 1), ['unlinkAuthenticator unlinks the new app']);
    assert.ok(names.includes('unlinkAuthenticator unlinks the new app, tried again'));
    assert.notEqual(report.left, undefined);
    assert.equal(await site.countApps(account), 1);
  });

  it('does not step up for the step-up itself', async () => {
    const { failed, report, account } = await check({
      request: /^POST .*step-up$/,
      status: 403,
      type: 'application/problem+json',
      change: () => '{"type":"urn:mfa-elements:problem:step-up-required","stepUp":["password"]}',
    });
    assert.deepEqual(failed.map(({ operation, came }) => [operation, came]).slice(0, 2), [
      ['stepUp', 'step-up-required'],
      ['renameAuthenticator', 'step-up-required'],
    ]);
    assert.match(report.left ?? '', /^The account still has the app/);
    assert.equal(await site.countApps(account), 1);
  });

  it('reports a refused password, and stops', async () => {
    const { names, report } = await check({
      request: /^POST .*sign-in$/,
      isIntercepted: true,
      status: 401,
    });
    assert.deepEqual(names, ['signIn accepts the password']);
    const others = report.rows.filter(({ outcome }) => outcome === 'skipped');
    assert.equal(others.length, 12);
    assert.ok(others.every(({ reason }) => reason === 'The sign-in failed.'));
    assert.deepEqual(
      site.requests.map((line) => line.replace(/\?.*/, '')),
      ['POST /api/sign-in'],
    );
  });
});
