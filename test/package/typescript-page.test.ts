import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The code of a page whose developer has never seen our sources. */
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

/** The examples of the guide, as a page uses them. */
const PAGE_WITH_EXAMPLES = `
  import 'mfa-elements/define';
  import type { MfaBackend } from 'mfa-elements';
  import { HandWrittenBackend } from './examples/hand-written-backend.js';
  import { shareSession } from './examples/page-variables.js';
  import { refreshingFetcher } from './examples/refreshing-fetcher.js';
  import { supabaseClientBackend, type SupabaseClient } from './examples/supabase-client-backend.js';

  declare const client: SupabaseClient;
  const login = document.createElement('mfa-login');
  const list = document.createElement('mfa-authenticators');
  login.backend = supabaseClientBackend(client, { issuer: 'Site' });
  list.backend = new HandWrittenBackend('/2fa');
  list.fetcher = refreshingFetcher(location.origin, {
    token: () => 'token',
    refresh: () => Promise.resolve(),
  });
  const tokenNow: () => string | undefined = shareSession([login, list], {
    tenant: 'site',
    getToken: () => Promise.resolve('token'),
  });
  console.log(tokenNow());

  // @ts-expect-error A variable is a text, a number or a boolean, or a function that returns one.
  login.variables = { token: { access: 'token' } };
  // @ts-expect-error A fetcher returns a Response.
  login.fetcher = async (url: string) => url;
  // @ts-expect-error An enrollment has a secret.
  const halfDone: MfaBackend = { startEnrollment: async () => ({ id: '1', method: 'totp' }) };
  // @ts-expect-error There is no such operation.
  const misspelled: MfaBackend = { verifyCode: async () => ({}) };
`;

/** Installs the published package and lit into the folder of a page's project. */
function installInto(folder: string): void {
  const installed = join(folder, 'node_modules/mfa-elements');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  const litAndItsOwn = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'];
  for (const name of [...litAndItsOwn, '@types/trusted-types']) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(join(target, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), target);
  }
}

/** Returns the errors of the compiler for a page, in a project that is stricter than most. */
function compile(folder: string, name: string, page: string): string[] {
  const file = join(folder, name);
  writeFileSync(file, page);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${JSON.stringify(messageText)}`);
}

describe('A page in TypeScript', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-page-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(() => installInto(folder));

  it('compiles in strict mode, including the types of the library', () => {
    assert.deepEqual(compile(folder, 'page.ts', PAGE), []);
  });

  it('compiles with the examples of the guide', () => {
    const examples = join(root, 'stories/guides/examples');
    cpSync(examples, join(folder, 'examples'), { recursive: true });
    const imported = PAGE_WITH_EXAMPLES.matchAll(/\.\/examples\/(.+)\.js'/g);
    assert.deepEqual(
      [...imported].map(([, name]) => `${name}.ts`),
      readdirSync(examples)
        .filter((name) => name.endsWith('.ts'))
        .sort(),
    );
    assert.deepEqual(compile(folder, 'page-with-examples.ts', PAGE_WITH_EXAMPLES), []);
  });
});
