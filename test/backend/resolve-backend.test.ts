import { expect } from '@open-wc/testing';
import { resolveBackend, type BackendSettings } from '../../src/backend/resolve-backend.js';
import { describeMistake } from '../../src/backend/development/check-definition.js';
import { findJsonError } from '../../src/backend/development/json-error.js';
import { PRESET_NAMES } from '../../src/backend/presets/index.js';
import { developmentHooks, setDevelopmentHooks } from '../../src/backend/http/development-hooks.js';
import type { Departure } from '../../src/backend/http/page-access.js';
import { scriptedBackend } from '../../src/testing/scripted-backend.js';
import { stopTime } from '../support/fake-time.js';
import { errorOf, fakeServer, json } from './http/fake-server.js';

const documentUrl = 'https://portaal.example/inloggen/';
const status = { state: 'verified', methods: ['totp'] };

/** Returns the URL of the status request. */
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

describe('the backend of a page', () => {
  it('is the custom one first of all, if the page has one', async () => {
    const backend = scriptedBackend();
    const resolved = await resolveBackend({ backend, preset: 'unknown', definitionText: '{' });
    expect(await resolved.status?.()).to.deep.include({ state: 'enrollment-required' });
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['status']);
    expect(resolved.capabilities).to.equal(backend.capabilities);
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

  it('is the same for null as for a setting that is absent, as frameworks remove one', async () => {
    const absent = { definition: null, definitionText: null, preset: null, variables: null };
    const settings = (given: object) => ({ baseUrl: '/api', ...absent, ...given }) as never;
    for (const given of [{}, { requests: null }, { variables: { token: 'x' } }]) {
      expect(await askedAt(settings(given))).to.equal('https://portaal.example/api/status');
    }
    expect(await askedAt(settings({ requests: { status: '/s' } }))).to.equal(
      'https://portaal.example/api/s',
    );
  });

  it('is relative to the document of the page', async () => {
    const { fetcher, sent } = fakeServer(() => json(status));
    const backend = await resolveBackend({ baseUrl: 'api', fetcher });
    await backend.status?.();
    expect(sent[0]?.url).to.equal(new URL('api/status', document.baseURI).href);
  });

  it('is ready without any request', async () => {
    const backend = await resolveBackend({ documentUrl, baseUrl: '/api' });
    expect(Object.keys(backend)).to.include('status');
  });

  it('comes from a definition as an object, else as a text, else from a preset', async () => {
    const definition = { operations: { status: { request: 'GET /a', result: '$' } } };
    const definitionText = '{"operations":{"status":{"request":"GET /b","result":"$"}}}';
    const all = { baseUrl: '/api', definition, definitionText, preset: 'mfa-elements' };
    expect(await askedAt(all)).to.match(/\/a$/);
    expect(await askedAt({ baseUrl: '/api', definitionText, preset: 'unknown' })).to.match(/\/b$/);
  });

  it('may be on another site if that is encrypted, or on this machine', async () => {
    for (const baseUrl of [
      'https://api.example/mfa',
      'http://localhost:8080',
      'http://portaal.localhost',
      'http://api.portaal.localhost:8080',
      'http://127.0.0.1:1',
      'http://127.255.10.100',
      'http://[::1]:1',
    ]) {
      expect(await askedAt({ baseUrl })).to.equal(`${baseUrl}/status`);
    }
    for (const baseUrl of [
      'http://api.example/mfa',
      'http://portaal.example/api',
      'http://localhost.evil.example',
      'http://evillocalhost',
      'http://.localhost',
      'http://evil.example/localhost',
      'http://127.0.0.1.evil.example',
      'http://evil127.0.0.example',
      'http://127.0.0.evil.example',
      'http://126.0.0.1',
      'http://[::2]',
      '//localhost.evil.example',
    ]) {
      if (baseUrl.startsWith('//')) expect(await askedAt({ baseUrl })).to.match(/^https:/);
      else expect(await misconfiguration({ baseUrl })).to.include('https:');
    }
  });

  it('may be without encryption on the own site of a page without it', async () => {
    const own = { documentUrl: 'http://intranet.example/' };
    expect(await askedAt({ ...own, baseUrl: '/api' })).to.equal(
      'http://intranet.example/api/status',
    );
    expect(await misconfiguration({ ...own, baseUrl: 'http://api.intranet.example' })).to.include(
      'https:',
    );
  });

  it('is never a script, data or a file', async () => {
    for (const baseUrl of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///api',
      'ws://x.example',
    ]) {
      expect(await misconfiguration({ baseUrl })).to.include('http(s)');
    }
    expect(await misconfiguration({ baseUrl: 'https://[' })).to.include('not a URL');
  });

  it('sends cookies to another site only if the definition says so', async () => {
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

  describe('that differs only in URLs', () => {
    const fetcherOf = (settings: BackendSettings) => {
      const { fetcher, sent } = fakeServer(() => new Response(null, { status: 204 }));
      return { backend: resolveBackend({ documentUrl, fetcher, ...settings }), sent };
    };

    it('is at the root of the site of the page, if there is no base-url', async () => {
      const requests = { status: '/wie/ben/ik' };
      expect(await askedAt({ requests })).to.equal('https://portaal.example/wie/ben/ik');
      expect(await askedAt({ requests, baseUrl: ' ' })).to.equal(
        'https://portaal.example/wie/ben/ik',
      );
      expect(await askedAt({ requests, preset: 'mfa-elements' })).to.match(/\/wie\/ben\/ik$/);
    });

    it('is below base-url, if there is one', async () => {
      expect(await askedAt({ requests: { status: '/wie' }, baseUrl: '/api/v2/' })).to.equal(
        'https://portaal.example/api/v2/wie',
      );
    });

    it('may have another method for a request, and the id in its URL', async () => {
      const { backend, sent } = fetcherOf({
        requests: { unlinkAuthenticator: 'POST /apps/{id}/weg' },
      });
      await (await backend).unlinkAuthenticator?.({ authenticatorId: 'a/1' });
      expect(sent[0]?.init.method).to.equal('POST');
      expect(sent[0]?.url).to.equal('https://portaal.example/apps/a%2F1/weg');
    });

    it('lacks the operations whose URL is empty', async () => {
      const { backend } = fetcherOf({ requests: { renameAuthenticator: '' } });
      expect(await backend).not.to.have.property('renameAuthenticator');
      expect(await backend).to.have.property('unlinkAuthenticator');
    });

    it('may replace the requests of a definition too', async () => {
      const operations = { status: { request: 'POST /a', result: '$' } };
      const settings = { requests: { status: '/b' }, definition: { operations } };
      expect(await askedAt(settings)).to.equal('https://portaal.example/b');
    });

    it('is refused if a URL is not valid', async () => {
      expect(await misconfiguration({ requests: { status: 'wie' } })).to.match(/^status-url /);
    });
  });

  describe('that an element passes on to another', () => {
    const stopped = stopTime();
    const code = { code: '123456' };

    it('has the time of its definition, and not that of a custom one', async () => {
      let respond = (_response: Response): void => undefined;
      let isSent = (): void => undefined;
      const sent = new Promise<void>((resolve) => (isSent = resolve));
      const first = await resolveBackend({
        documentUrl,
        baseUrl: '/api',
        definition: { timeout: 120_000, operations: { verify: { request: 'POST /verify' } } },
        fetcher: () => {
          isSent();
          return new Promise((resolve) => (respond = resolve));
        },
      });
      const second = await resolveBackend({ backend: first });
      const verified = second.verify?.(code);
      await sent;
      stopped.time.pass(70);
      respond(json({}));
      expect(await verified).to.deep.equal({});
    });

    it('is checked once', async () => {
      const hooks = developmentHooks();
      const told: unknown[] = [];
      const observer = { threw: (...given: unknown[]) => told.push(given) };
      setDevelopmentHooks({ check: () => undefined, observer });
      try {
        const thrown = new Error('why');
        const verify = () => Promise.reject(thrown);
        const first = await resolveBackend({ backend: { verify } });
        const second = await resolveBackend({ backend: first });
        await errorOf(second.verify?.(code));
        expect(told).to.deep.equal([['verify', thrown]]);
      } finally {
        setDevelopmentHooks(hooks);
      }
    });

    it('is checked where a page has put an operation of its own into it', async () => {
      const first = await resolveBackend({ documentUrl, baseUrl: '/api' });
      const second = await resolveBackend({ backend: first });
      first.verify = () => Promise.resolve(new Error('Nee') as object);
      for (const backend of [second, await resolveBackend({ backend: { ...first } })]) {
        expect((await errorOf(backend.verify?.(code))).kind).to.equal('unknown-outcome');
      }
    });
  });

  it('gets the page that it may navigate', async () => {
    const left: Departure[] = [];
    const page = {
      leave: (departure: Departure) => {
        left.push(departure);
        return false;
      },
    };
    const definition = { operations: { verify: { navigate: '/pagina' } } };
    const backend = await resolveBackend({ documentUrl, baseUrl: '/api', definition, page });
    expect((await errorOf(backend.verify?.({ code: '1' }))).kind).to.equal('redirect-required');
    expect(left).to.deep.equal([
      { url: 'https://portaal.example/api/pagina', method: 'GET', fields: {} },
    ]);
  });

  for (const baseUrl of ['', '  ']) {
    it(`is refused without a valid base-url (${JSON.stringify(baseUrl)})`, async () => {
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
    it(`is refused with the preset "${preset}", and the message lists the presets`, async () => {
      const message = await misconfiguration({ preset });
      expect(message).to.match(new RegExp(`^There is no preset "${preset}"\\. The presets are: `));
      for (const name of PRESET_NAMES) expect(message).to.include(name);
    });
  }
});

describe('an invalid definition', () => {
  const BROKEN = '{"geheim": x}';
  const START = 'The backend definition is not valid JSON: ';

  it('that is not JSON is reported with the way to find the place', async () => {
    expect(await misconfiguration({ definitionText: BROKEN })).to.equal(
      `${START}load mfa-elements/development to see where.`,
    );
  });

  it('that is not JSON is reported with the place in development', async () => {
    setDevelopmentHooks({ check: describeMistake, observer: {}, findJsonError });
    expect(await misconfiguration({ definitionText: BROKEN })).to.equal(
      `${START}look at line 1, column 12.`,
    );
    setDevelopmentHooks(undefined);
  });

  it('that has no part of a definition is reported to the owner of the page', async () => {
    for (const definitionText of ['null', '[]', '{}', '"x"', '{"operations":null}']) {
      expect(await misconfiguration({ definitionText })).to.include('"operations"');
    }
  });
});

describe('an invalid definition, in development', () => {
  before(() => setDevelopmentHooks({ check: describeMistake, observer: {} }));
  after(() => setDevelopmentHooks(undefined));

  const result = { state: '$.state' };
  const withStatus = (status: object) => ({ operations: { status: { result, ...status } } });
  const request = 'GET /s';
  for (const [pointer, definition] of [
    ['', []],
    ['', {}],
    ['/operatons', { operations: {}, operatons: {} }],
    ['/operations/login', { operations: { login: { request } } }],
    ['/operations/__proto__', JSON.parse('{"operations":{"__proto__":{"request":"GET /s"}}}')],
    ['/operations/status/request', withStatus({ request: 'GET s' })],
    ['/operations/status/request', withStatus({ request: 'get /s' })],
    ['/operations/status/request', withStatus({ request: 'GET //evil.example/s' })],
    ['/operations/status/request', withStatus({ request: 'GET /\\evil.example/s' })],
    ['/operations/status/request', withStatus({ request: 'GET /{+x}' })],
    ['/operations/status/request', withStatus({ request: 'GET /{a,b}' })],
    ['/operations/status/body', withStatus({ request, body: {} })],
    ['/operations/status/body/a/0', withStatus({ request: 'POST /s', body: { a: ['{'] } })],
    ['/operations/status/headers/a b', withStatus({ request, headers: { 'a b': 'c' } })],
    ['/operations/status/result/state', withStatus({ request, result: { state: '$..x' } })],
    ['/operations/status/errors/0', withStatus({ request, errors: [{ status: 400 }] })],
    ['/operations/status/errors/0/kind', withStatus({ request, errors: [{ kind: 'oops' }] })],
    ['/operations/status/errors/0', withStatus({ request, errors: [{ equals: 1, kind: 'csrf' }] })],
    ['/operations/status/success/status', withStatus({ request, success: { status: '200' } })],
    ['/timeout', { operations: {}, timeout: 0 }],
    ['/credentials', { operations: {}, credentials: 'always' }],
  ] as const) {
    it(`is reported to its author with the place: ${pointer || 'the whole'} of ${JSON.stringify(definition)}`, async () => {
      const message = await misconfiguration({ definitionText: JSON.stringify(definition) });
      expect(message).to.include(`at "${pointer}"`);
    });
  }

  it('is checked after attributes have changed it', async () => {
    const definition = { operations: { status: { request: 'GET s', result } } };
    expect(await misconfiguration({ definition })).to.include('"/operations/status/request"');
    await resolveBackend({ documentUrl, definition, requests: { status: 'GET /s' } });
  });
});
