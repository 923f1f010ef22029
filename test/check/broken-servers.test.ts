import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { readReport } from './run-check.js';
import { openTestSite, type Damage, type TestSite } from './test-site.js';

describe('Walking a backend that does not work', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  async function walk(...damages: readonly Damage[]) {
    const account = await site.anotherAccount();
    site.spoil(...damages);
    const report = await readReport(
      [site.baseUrl, '--account', account, '--sign-in', site.signInFile],
      site.clock,
      { MFA_PASSWORD: PASSWORD },
    );
    const failed = report.rows.filter(({ outcome }) => outcome === 'failed');
    return { account, report, failed, names: failed.map((row) => `${row.operation} ${row.check}`) };
  }

  it('finds that a wrong code is answered by 200, and gives the rule', async () => {
    const { report, failed, names, account } = await walk({
      request: /^POST .*confirmation$/,
      status: 200,
    });
    assert.deepEqual(names, ['confirmEnrollment refuses a wrong code']);
    const [row] = failed;
    assert.equal(row?.expected, 'invalid-code');
    assert.equal(
      row.rule,
      '{"status": 200, "path": "$.type", "equals": "…", "kind": "invalid-code"}',
    );
    assert.match(row.hints.join(), /"success"/);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('finds that a wrong code lets somebody in', async () => {
    const { names, failed, report } = await walk({
      request: /^POST .*challenge$/,
      status: 200,
      change: () => '{}',
    });
    assert.deepEqual(names, ['verify refuses a wrong code']);
    assert.match(failed[0]?.reason ?? '', /^It was taken/);
    assert.equal(report.exitCode, 1);
  });

  it('finds that an answer is not known to any rule', async () => {
    const { failed } = await walk({
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

  it('finds that a web page comes in place of data', async () => {
    const { failed, report } = await walk({
      request: /^GET .*authenticators$/,
      status: 200,
      type: 'text/html',
      body: '<!doctype html><title>Inloggen</title>',
    });
    assert.deepEqual(
      failed.map(({ operation, requests }) => [operation, requests.at(-1)?.shape]),
      [
        ['listAuthenticators', 'text/html'],
        ['listAuthenticators', 'text/html'],
      ],
    );
    assert.match(failed[0]?.hints.join() ?? '', /The response is a web page instead of JSON/);
    assert.equal(report.exitCode, 1);
  });

  it('finds that an operation breaks the server', async () => {
    const { failed, report, account } = await walk({
      request: /^POST .*recovery-codes$/,
      isSwallowed: true,
      status: 500,
    });
    assert.deepEqual(
      failed.map(({ operation, came }) => [operation, came]),
      [['generateRecoveryCodes', 'unavailable']],
    );
    assert.equal(failed[0]?.rule, undefined, 'no rule is missing');
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('finds that the new app is not in the list', async () => {
    const { names, report, account } = await walk({
      request: /^GET .*authenticators$/,
      change: () => '{"authenticators":[]}',
    });
    assert.deepEqual(names, ['listAuthenticators has the new app']);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 0);
  });

  it('finds that unlinking does nothing, and says what is left', async () => {
    const { names, report, account } = await walk({
      request: /^DELETE .*authenticators/,
      isSwallowed: true,
    });
    assert.deepEqual(names, ['listAuthenticators has it no more']);
    assert.match(report.left ?? '', /^The account still has the app "mfa-elements check"\./);
    assert.equal(report.exitCode, 1);
    assert.equal(await site.countApps(account), 1);
  });

  it('unlinks an app that was linked by an answer nobody can read', async () => {
    const { names, report, account } = await walk({
      request: /^POST .*confirmation$/,
      change: (body) => (body.includes('problem') ? body : '{"recoveryCodes":"ok"}'),
    });
    assert.deepEqual(names, ['confirmEnrollment takes the right code']);
    assert.equal(report.left, undefined);
    assert.equal(await site.countApps(account), 0);
  });

  it('tries once more to unlink, from a new sign-in, and says what is left', async () => {
    const { account, report, names } = await walk({
      request: /^DELETE .*authenticators/,
      isSwallowed: true,
      status: 500,
    });
    assert.deepEqual(names.slice(0, 1), ['unlinkAuthenticator takes the new app away']);
    assert.ok(names.includes('unlinkAuthenticator takes the new app away, tried again'));
    assert.notEqual(report.left, undefined);
    assert.equal(await site.countApps(account), 1);
  });

  it('does not step up without end if the step-up itself requires one', async () => {
    const { failed, report, account } = await walk({
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

  it('finds that the password is not taken, and goes no further', async () => {
    const { names, report } = await walk({
      request: /^POST .*sign-in$/,
      isSwallowed: true,
      status: 401,
    });
    assert.deepEqual(names, ['signIn takes the password']);
    const others = report.rows.filter(({ outcome }) => outcome === 'skipped');
    assert.equal(others.length, 12);
    assert.ok(others.every(({ reason }) => reason === 'Nobody could sign in.'));
    assert.deepEqual(
      site.heard.map((line) => line.replace(/\?.*/, '')),
      ['POST /api/sign-in'],
    );
  });
});
