import { expect } from '@open-wc/testing';
import { resolveBackend, type BackendSettings } from '../../src/backend/resolve-backend.js';
import { scriptedBackend } from '../../src/testing/scripted-backend.js';
import { errorOf, fakeServer, json } from './fake-server.js';

const documentUrl = 'https://portaal.example/inloggen/';
const status = { state: 'verified', methods: ['totp'] };

/** The URL that the status is asked at. */
async function askedAt(settings: BackendSettings): Promise<string | undefined> {
  const { fetcher, sent } = fakeServer(() => json(status));
  const backend = await resolveBackend({ documentUrl, fetcher, ...settings });
  await backend.status?.();
  return sent[0]?.url;
}

async function misconfiguration(settings: BackendSettings): Promise<string> {
  const error = await errorOf(resolveBackend({ documentUrl, baseUrl: '/api', ...settings }));
  expect(error.kind).to.equal('misconfigured');
  return error.message;
}

describe('the backend a page means', () => {
  it('is the one it gives, before all else', async () => {
    const backend = scriptedBackend();
    expect(await resolveBackend({ backend, preset: 'unknown', definitionText: '{' })).to.equal(
      backend,
    );
  });

  it('is the project contract at base-url', async () => {
    expect(await askedAt({ baseUrl: '/api/mfa' })).to.equal(
      'https://portaal.example/api/mfa/status',
    );
    expect(await askedAt({ baseUrl: '../mfa/' })).to.equal('https://portaal.example/mfa/status');
    expect(await askedAt({ baseUrl: '/' })).to.equal('https://portaal.example/status');
    expect(await askedAt({ baseUrl: '/api', preset: 'mfa-elements' })).to.equal(
      'https://portaal.example/api/status',
    );
  });

  it('is described by an object, else by a text, else by a preset', async () => {
    const definition = { operations: { status: { request: 'GET /a', result: '$' } } };
    const definitionText = '{"operations":{"status":{"request":"GET /b","result":"$"}}}';
    const all = { baseUrl: '/api', definition, definitionText, preset: 'mfa-elements' };
    expect(await askedAt(all)).to.match(/\/a$/);
    expect(await askedAt({ baseUrl: '/api', definitionText, preset: 'unknown' })).to.match(/\/b$/);
  });

  it('may be on another site when that is encrypted, or on this machine', async () => {
    for (const baseUrl of [
      'https://api.example/mfa',
      'http://localhost:8080',
      'http://127.0.0.1:1',
      'http://[::1]:1',
    ]) {
      expect(await askedAt({ baseUrl })).to.equal(`${baseUrl}/status`);
    }
    for (const baseUrl of [
      'http://api.example/mfa',
      'http://portaal.example/api',
      '//localhost.evil.example',
    ]) {
      if (baseUrl.startsWith('//')) expect(await askedAt({ baseUrl })).to.match(/^https:/);
      else expect(await misconfiguration({ baseUrl })).to.include('https:');
    }
  });

  it('sends cookies elsewhere only when the definition says so', async () => {
    const operations = { status: { request: 'GET /a', result: '$' } };
    for (const credentials of [undefined, 'include'] as const) {
      const { fetcher, sent } = fakeServer(() => json(status));
      const definition = { operations, ...(credentials && { credentials }) };
      await (
        await resolveBackend({ documentUrl, baseUrl: 'https://api.example', definition, fetcher })
      ).status?.();
      expect(sent[0]?.init.credentials).to.equal(credentials ?? 'same-origin');
    }
  });

  for (const baseUrl of ['', '  ']) {
    it(`is not known without a base-url (${JSON.stringify(baseUrl)})`, async () => {
      expect(await misconfiguration({ baseUrl })).to.match(/^Set base-url /);
    });
  }

  for (const baseUrl of [
    'javascript:alert(1)',
    'data:,x',
    'blob:https://portaal.example/1',
    'https://a:b@portaal.example/',
    'http://[',
  ]) {
    it(`is never at ${baseUrl}`, async () => {
      await misconfiguration({ baseUrl });
    });
  }

  for (const preset of ['mfa-elemnts', 'constructor', '__proto__', '']) {
    it(`has no preset "${preset}", and names the nearest`, async () => {
      expect(await misconfiguration({ preset })).to.match(new RegExp(`"${preset}".*mfa-elements`));
    });
  }
});

describe('a definition that is not right', () => {
  for (const [text, place] of [
    ['', 'line 1, column 1'],
    ['{"a": x}', 'line 1, column 7'],
    ['{\n  "operations": {},\n}', 'line 3, column 1'],
    ['{"a": [1, 2}', 'line 1, column 12'],
    ['{} geheim', 'line 1, column 4'],
    ['{"a": 01}', 'line 1, column 7'],
    ['{"geheim', 'line 1, column 2'],
  ] as const) {
    it(`is not JSON: ${JSON.stringify(text)}, and says where`, async () => {
      const message = await misconfiguration({ definitionText: text });
      expect(message).to.include(place);
      expect(message).to.not.include('geheim');
    });
  }

  const withStatus = (status: unknown) => ({ operations: { status } });
  const request = 'GET /s';
  for (const [pointer, definition, expected] of [
    ['', [], 'an object'],
    ['', {}, '"operations"'],
    ['/operatons', { operatons: {} }, 'operations'],
    ['/operations/login', { operations: { login: { request } } }, 'startEnrollment'],
    [
      '/operations/__proto__',
      JSON.parse('{"operations":{"__proto__":{"request":"GET /s"}}}'),
      'status',
    ],
    ['/operations/status', withStatus({}), '"request"'],
    ['/operations/status/request', withStatus({ request: 'GET s' }), 'METHOD /path'],
    ['/operations/status/request', withStatus({ request: 'get /s' }), 'METHOD /path'],
    ['/operations/status/request', withStatus({ request: 'GET //evil.example/s' }), 'METHOD /path'],
    [
      '/operations/status/request',
      withStatus({ request: 'GET /\\evil.example/s' }),
      'METHOD /path',
    ],
    ['/operations/status/request', withStatus({ request: 'GET /{+x}' }), 'METHOD /path'],
    ['/operations/status/request', withStatus({ request: 'GET /{a,b}' }), 'METHOD /path'],
    ['/operations/status', withStatus({ request, body: {} }), 'no body'],
    [
      '/operations/status/body/a/0',
      withStatus({ request: 'POST /s', body: { a: ['{'] } }),
      '{name}',
    ],
    ['/operations/status/headers/a b', withStatus({ request, headers: { 'a b': 'c' } }), 'header'],
    ['/operations/status/result/state', withStatus({ request, result: { state: '$..x' } }), '$..x'],
    [
      '/operations/status/result/$first',
      withStatus({ request, result: { $first: '$.x' } }),
      '$each',
    ],
    ['/operations/status/errors/0', withStatus({ request, errors: [{ status: 400 }] }), '"kind"'],
    [
      '/operations/status/errors/0/kind',
      withStatus({ request, errors: [{ kind: 'oops' }] }),
      'invalid-code',
    ],
    [
      '/operations/status/errors/0',
      withStatus({ request, errors: [{ equals: 1, kind: 'csrf' }] }),
      '"path"',
    ],
    [
      '/operations/status/success/status',
      withStatus({ request, success: { status: '200' } }),
      'HTTP status',
    ],
    [
      '/errors/0/path',
      { operations: {}, errors: [{ path: '$.__proto__', exists: true, kind: 'csrf' }] },
      '__proto__',
    ],
    ['/timeout', { operations: {}, timeout: 0 }, 'milliseconds'],
    ['/credentials', { operations: {}, credentials: 'always' }, 'same-origin'],
  ] as const) {
    it(`says where and what was expected: ${pointer || 'the whole'}, ${expected}`, async () => {
      const message = await misconfiguration({ definitionText: JSON.stringify(definition) });
      expect(message).to.include(`"${pointer}"`);
      expect(message).to.include(expected);
    });
  }
});
