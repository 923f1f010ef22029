import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = (path: string): string => join(root, 'node_modules', path);

/** The example of README, Testing a page that uses the elements, as a module with a function. */
function exampleOfReadme(): string {
  const [, chapter = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('## Testing a page');
  const [, code = ''] = /```js\n(.*?)```/s.exec(chapter) ?? [];
  const [imports = '', statements = ''] = code.split(/\n\n(.*)/s);
  assert.ok(statements.includes('enterCode'), chapter);
  return `${imports}\nexport async function example() {\n${statements}\n}\n`;
}

/** How to run the tests of a project, as README says. */
const RUNNERS = {
  Vitest: (folder: string, environment: string) => [
    program('vitest/vitest.mjs'),
    ...['run', '--root', folder, '--globals', '--environment', environment],
  ],
  Jest: (folder: string, environment: string) => [
    '--experimental-vm-modules',
    '--no-warnings',
    program('jest/bin/jest.js'),
    ...['--rootDir', folder, '--transform', '{}', '--env'],
    program(environment === 'jsdom' ? 'jest-environment-jsdom' : '@happy-dom/jest-environment'),
  ],
};

describe('A project whose tests run in a simulated document', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulated-dom-'));
    cpSync(join(root, 'test/package/simulated-dom'), folder, { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/mfa-elements'), 'dir');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'example.js'), exampleOfReadme());
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [runner, argumentsFor] of Object.entries(RUNNERS)) {
    for (const environment of ['jsdom', 'happy-dom']) {
      it(`places every element with ${runner} and ${environment} (host page 19)`, () => {
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          argumentsFor(folder, environment),
          { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', CI: 'true' } },
        );
        assert.equal(status, 0, stdout + stderr);
        assert.match(stdout + stderr, /11 passed/);
      });
    }
  }
});
