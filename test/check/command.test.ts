import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { definition } from '../../src/backend/presets/mfa-elements.js';
import type { Row } from '../../src/check/row.js';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { readReport, runCheck } from './run-check.js';
import { jsonFile, openTestSite, type TestSite } from './test-site.js';

const ENVIRONMENT = { MFA_PASSWORD: PASSWORD };
/** A port without a server. */
const NOWHERE = 'http://127.0.0.1:9/api/mfa';

describe('mfa-elements check', () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site.close());

  const signedIn = (account: string) => ['--account', account, '--sign-in', site.signInFile];
  const run = (...args: readonly string[]) => runCheck(args, site.clock, ENVIRONMENT);
  const rowsOf = (printed: string) => printed.split('\n').filter((line) => /^\w+ {2}/.test(line));

  it('sends nothing without an account, and lists the operations', async () => {
    site.setFaults();
    const report = await readReport([site.baseUrl], site.clock, ENVIRONMENT);
    assert.deepEqual(site.requests, []);
    assert.equal(report.exitCode, 0);
    assert.match(report.verdict, /^The definition is valid\. Nothing was sent/);
    assert.equal(report.rows.length, 12);
    assert.ok(report.rows.every(({ reason }) => reason === 'Give --account.'));
  });

  it('prints the same in the table and with --json', async () => {
    const account = await site.addAccount();
    const { printed, exitCode } = await run(site.baseUrl, ...signedIn(account));
    const report = await readReport([site.baseUrl, ...signedIn(account)], site.clock, ENVIRONMENT);
    assert.equal(report.version, 1);
    assert.equal(report.exitCode, exitCode);
    const asLine = ({ outcome, operation, check, requests }: Row) =>
      [outcome, operation, check, ...requests.flatMap((one) => [one.request, one.status])].join(
        ' ',
      );
    assert.deepEqual(
      rowsOf(printed).map((line) => line.replaceAll(/[ ,]+/g, ' ')),
      report.rows.map(asLine),
    );
    const lines = printed.split('\n');
    assert.equal(lines[0], `${site.baseUrl} · mfa-elements · ${account}`);
    assert.equal(lines.at(-1), report.verdict);
  });

  it('prints no secret, code, password or cookie, whatever goes wrong', async () => {
    const { portal } = site;
    const before = new Set(site.secrets());
    const faults = [
      {},
      { request: /confirmation$/, status: 200 },
      { request: /authenticators/, status: 500 },
      { request: /challenge/, type: 'text/html' },
      { request: /recovery-codes/, change: (body: string) => body.replaceAll('":', '_":') },
    ];
    let said = '';
    for (const fault of faults) {
      const account = await site.addAccount();
      site.setFaults({ request: /nothing/, ...fault });
      for (const more of [[], ['--json']]) {
        const { printed, notices } = await run(site.baseUrl, ...signedIn(account), ...more);
        said += (printed + notices).replaceAll(account, '');
      }
      portal.clock.advance({ minutes: 2 });
    }
    site.setFaults();
    const secrets = site.secrets().filter((secret) => !before.has(secret) || secret === PASSWORD);
    assert.ok(secrets.length > 50, 'there are secrets to look for');
    assert.deepEqual(
      secrets.filter((secret) => said.includes(secret)),
      [],
    );
  });

  it('reports the mistakes in a definition, and sends nothing', async () => {
    site.setFaults();
    const wrong = jsonFile({ operations: { status: { request: 'FETCH /status' }, verfy: {} } });
    const args = [site.baseUrl, '--definition', wrong, '--account', 'iemand'];
    const { printed, exitCode } = await run(...args);
    assert.equal(exitCode, 2);
    assert.match(printed, new RegExp(`${wrong} at "/operations/status/request": `));
    assert.match(printed, /at "\/operations\/verfy": .*verify/);
    assert.equal(printed.split('\n').at(-1), 'The definition has mistakes. Nothing was sent.');
    const report = await readReport(args, site.clock, ENVIRONMENT);
    assert.equal(report.mistakes[0]?.mistakes.length, 2);
    assert.deepEqual(site.requests, []);
  });

  it('reports the mistakes in a sign-in', async () => {
    const wrong = jsonFile({ request: 'POST {+origin}/api/sign-in', body: { name: '{tenant}' } });
    const args = [site.baseUrl, '--account', 'iemand', '--sign-in', wrong];
    const { printed, exitCode } = await run(...args);
    assert.equal(exitCode, 2);
    assert.match(printed, /at "\/body\/name": The variable "tenant"/);
    const { printed: known } = await run(...args, '--variable', 'tenant=a');
    assert.match(known, /^failed {7}signIn/m);
  });

  it('exits with 3 if the server cannot be reached', async () => {
    const { printed, exitCode } = await run(NOWHERE, ...signedIn('iemand'));
    assert.equal(exitCode, 3);
    assert.match(printed.split('\n').at(-1) ?? '', /^The server cannot be reached\./);
    const report = await readReport([NOWHERE, '--account', 'iemand'], site.clock, ENVIRONMENT);
    assert.equal(report.exitCode, 3);
  });

  it('does not link an app that it could not unlink', async () => {
    const account = await site.addAccount();
    const operations = Object.fromEntries(
      Object.entries(definition.operations).filter(([name]) => name !== 'unlinkAuthenticator'),
    );
    const file = jsonFile({ ...definition, operations });
    const args = [site.baseUrl, '--definition', file, ...signedIn(account)];
    const report = await readReport(args, site.clock, ENVIRONMENT);
    assert.equal(report.exitCode, 0);
    const reasons = new Map(report.rows.map(({ check, reason }) => [check, reason]));
    assert.match(reasons.get('accepts the right code') ?? '', /could not be unlinked/);
    assert.equal(await site.countApps(account), 0);
  });

  it('does not leave the page, and reports where an operation would go', async () => {
    const account = await site.addAccount();
    site.setFaults();
    const startEnrollment = { navigate: '/link{?account}' };
    const operations = { ...definition.operations, startEnrollment };
    const file = jsonFile({ ...definition, operations });
    const args = [site.baseUrl, '--definition', file, ...signedIn(account)];
    const report = await readReport(args, site.clock, ENVIRONMENT);
    const row = report.rows.find(({ operation }) => operation === 'startEnrollment');
    assert.equal(row?.reason, `Leaves the page for ${site.baseUrl}/link{?account}.`);
    assert.ok(!site.requests.some((line) => line.includes('/link')));
  });

  it('reports a variable that only a page could provide', async () => {
    const account = await site.addAccount();
    const variables = { csrf: { meta: 'csrf-token' } };
    const status = {
      request: 'GET /status/{csrf}',
      result: { state: '$.state' },
    };
    const operations = { ...definition.operations, status };
    const file = jsonFile({ ...definition, variables, operations });
    const args = [site.baseUrl, '--definition', file, '--only', 'status', ...signedIn(account)];
    const report = await readReport(args, site.clock, ENVIRONMENT);
    const row = report.rows.find(({ operation }) => operation === 'status');
    assert.equal(row?.outcome, 'skipped');
    assert.match(row.reason ?? '', /--variable csrf=… \(or MFA_VARIABLE_csrf\)/);
  });

  it('takes variables from the command line and secret ones from the environment', async () => {
    const account = await site.addAccount();
    const signIn = jsonFile({
      request: 'POST {+origin}/api/{where}',
      headers: { 'X-Proof': '{signInProof}' },
      body: { email: '{account}', password: '{password}' },
    });
    const args = [site.baseUrl, '--account', account, '--sign-in', signIn, '--only', 'status'];
    const file = jsonFile({
      ...definition,
      variables: { signInProof: { page: 'a proof', optional: true } },
    });
    const more = ['--definition', file, '--variable', 'where=sign-in'];
    const report = await readReport([...args, ...more], site.clock, {
      ...ENVIRONMENT,
      MFA_VARIABLE_SIGN_IN_PROOF: 'geheim',
    });
    assert.equal(report.exitCode, 0, report.verdict);
  });

  for (const [what, args, said] of [
    ['no command', [], /^Expected: npx mfa-elements check <base-url>/],
    ['no URL', ['portaal'], /^<base-url> must be an http\(s\) URL/],
    ['credentials in the URL', ['http://a:b@localhost/'], /without credentials/],
    ['an unknown option', [NOWHERE, '--acount', 'x'], /--acount.* See --help\.$/],
    ['an unknown preset', [NOWHERE, '--preset', 'supabse'], /Did you mean: supabase/],
    ['an unknown operation', [NOWHERE, '--only', 'verfy'], /Did you mean: verify/],
    ['two definitions', [NOWHERE, '--preset', 'a', '--definition', 'b'], /exclude each other/],
    ['a missing file', [NOWHERE, '--definition', '/nowhere.json'], /cannot be read/],
    ['a secret variable', [NOWHERE, '--variable', 'accessToken=x'], /MFA_VARIABLE_ACCESSTOKEN/],
    ['a secret header', [NOWHERE, '--header', 'Authorization: x'], /looks secret/],
    ['an unknown variable', [NOWHERE, '--variable', 'csrf=x'], /does not use the variable csrf/],
    ['a timeout out of range', [NOWHERE, '--timeout', '0'], /1 to 120 seconds/],
  ] as const) {
    it(`exits with 2 for ${what}`, async () => {
      const { notices, printed, exitCode } = await run(...args);
      assert.equal(exitCode, 2);
      assert.match(notices, said);
      assert.equal(printed.split('\n').length, 1, 'prints at most the title');
    });
  }

  it('reports where a file is not valid JSON', async () => {
    const { notices } = await run(NOWHERE, '--definition', jsonFile('{"operations": }'));
    assert.match(notices, /is not valid JSON: look at line 1, column 16\.$/);
  });

  it('does not repeat a secret that it cannot read', async () => {
    const { notices, exitCode } = await runCheck([NOWHERE], site.clock, {
      MFA_SECRET: 'geen-base32!',
    });
    assert.equal(exitCode, 2);
    assert.equal(notices, 'MFA_SECRET must be a base32 secret or an otpauth URI.');
  });
});
