import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What somebody writes who has never seen our sources. */
const PAGE = `
  import { createHttpBackend, MfaError, setLocale, type MfaBackend } from 'mfa-elements';
  import 'mfa-elements/define';
  import 'mfa-elements/elements/challenge/mfa-challenge';
  import { scriptedBackend } from 'mfa-elements/testing';

  const byHand: MfaBackend = {
    async verify({ code }) {
      if (code !== '123456') throw new MfaError('invalid-code', 'Wrong.', { attemptsLeft: 2 });
      return { redirectTo: '/' };
    },
  };
  const login = document.createElement('mfa-login');
  login.baseUrl = '/api/mfa';
  login.backend = byHand;
  login.addEventListener('mfa-verified', ({ detail }) => console.log(detail.result.redirectTo));
  login.addEventListener('mfa-error', ({ detail }) => console.log(detail.kind, detail.operation));
  document.querySelector('mfa-authenticators')!.backend = scriptedBackend({ state: 'verified' });
  document.querySelector('mfa-challenge')!.backend = createHttpBackend({
    baseUrl: 'https://example.com/api',
    definition: { operations: { verify: { request: 'POST /verify', body: { otp: '{code}' } } } },
  });
  void setLocale('en');
  // @ts-expect-error There is no such locale.
  void setLocale('xx');
`;

/** A folder as a page's project has it: the package as published, and lit. */
function installInto(folder: string): void {
  const installed = join(folder, 'node_modules/mfa-elements');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  const litAndItsOwn = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
  for (const name of [...litAndItsOwn, '@types/trusted-types']) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), target);
  }
  writeFileSync(join(folder, 'page.ts'), PAGE);
}

describe('A page in TypeScript', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-page-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('compiles in strict mode, the types of the library included', () => {
    installInto(folder);
    const program = ts.createProgram([join(folder, 'page.ts')], {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    });
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${JSON.stringify(messageText)}`);
    assert.deepEqual(found, []);
  });
});
