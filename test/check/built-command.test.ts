import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { USAGE } from '../../src/check/usage.js';
import { PASSWORD } from '../demo/server/portal-harness.js';
import { openTestSite } from './test-site.js';

const path = (from: string) => fileURLToPath(new URL(from, import.meta.url));
const { version } = JSON.parse(readFileSync(path('../../package.json'), 'utf8')) as {
  readonly version: string;
};

/** The command as it is published. */
const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  promisify(execFile)(process.execPath, [path('../../dist/esm/check/cli.js'), ...args], {
    env: { ...process.env, ...environment },
  });

describe('The built command', () => {
  it('prints its usage and its version', async () => {
    assert.equal((await run(['--help'])).stdout, USAGE);
    assert.equal((await run(['--version'])).stdout, `${version}\n`);
  });

  it('has a usage of at most 100 columns', () => {
    assert.ok(USAGE.split('\n').every((line) => line.length <= 100));
  });

  it('signs in to a live server, and sends one user agent', async () => {
    const site = await openTestSite();
    const agents: unknown[] = [];
    site.portal.app.server.on('request', ({ headers }) => agents.push(headers['user-agent']));
    try {
      const account = await site.addAccount();
      const { stdout } = await run(
        [
          ...['check', site.baseUrl, '--account', account, '--sign-in', site.signInFile],
          ...['--only', 'cancelEnrollment', '--json'],
        ],
        { MFA_PASSWORD: PASSWORD },
      );
      const { exitCode, rows } = JSON.parse(stdout) as {
        readonly exitCode: number;
        readonly rows: readonly { readonly outcome: string; readonly operation: string }[];
      };
      assert.equal(exitCode, 0);
      assert.deepEqual(
        rows.map(({ outcome, operation }) => `${outcome} ${operation}`),
        [
          'passed signIn',
          'passed status',
          'passed startEnrollment',
          'passed cancelEnrollment',
          'passed startEnrollment',
        ],
      );
      assert.deepEqual([...new Set(agents)], [`mfa-elements-check/${version}`]);
    } finally {
      await site.close();
    }
  });
});
