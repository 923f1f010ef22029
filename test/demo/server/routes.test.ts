import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { makeLibrary, openTestDatabase, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
const libraryRoot = makeLibrary();
after(async () => {
  rmSync(libraryRoot, { recursive: true });
  await close();
});

let portal: TestPortal;
before(async () => {
  portal = await TestPortal.open(database, { libraryRoot });
});

describe('Every route', () => {
  it('declares whom it allows', () => {
    for (const { method, url, allows } of portal.routes()) {
      assert.notEqual(allows, undefined, `${method} ${url}`);
    }
  });

  it('that is not for everyone refuses a request without cookies', async () => {
    for (const { method, url, allows = [] } of portal.routes()) {
      if (allows === 'everyone' || allows.includes('anonymous')) continue;
      const { status } = await portal.browser().send(method, url);
      assert.ok([401, 303].includes(status), `${method} ${url} gave ${status}`);
    }
  });

  it('except those of the second step refuses a sign-in with only the password', async () => {
    const half = await portal.halfSignedIn();
    const token = [...half.cookies.values()][0] ?? '';
    const reached = new Set<string>();
    for (const { method, url, allows = [] } of portal.routes()) {
      if (allows === 'everyone') continue;
      const headers = { 'sec-fetch-site': 'same-origin', authorization: `Bearer ${token}` };
      const { status, headers: received } = await half.copy().send(method, url, { headers });
      if (status === 401 || received.location === '/inloggen') continue;
      reached.add(`${method} ${url.replace(/[0-9a-f-]{36}/, ':id')}`);
    }
    assert.deepEqual([...reached].sort(), [
      'DELETE /api/mfa/enrollments/:id',
      'GET /api/mfa/status',
      'GET /inloggen/verificatie',
      'HEAD /api/mfa/status',
      'HEAD /inloggen/verificatie',
      'POST /api/mfa/challenge',
      'POST /api/mfa/enrollments',
      'POST /api/mfa/enrollments/:id/confirmation',
    ]);
  });

  it('sends the strictest security headers, also with a refusal', async () => {
    const responses = [
      ...(await Promise.all(
        portal.routes().map(({ method, url }) => portal.browser().send(method, url)),
      )),
      await portal.browser().get('/bestaat-niet'),
      await portal.browser().get('/api/bestaat-niet'),
      await portal.browser().send('POST', '/api/sign-in', { body: '{' }),
    ];
    for (const { headers } of responses) {
      assert.equal(headers.date, portal.clock.read().toUTCString());
      assert.equal(
        headers['content-security-policy'],
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';" +
          "object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self';" +
          "require-trusted-types-for 'script';trusted-types mfa-elements",
      );
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
      assert.equal(headers['permissions-policy'], 'clipboard-write=(self), camera=()');
      assert.equal(headers['strict-transport-security'], undefined);
      assert.equal(headers['x-powered-by'], undefined);
    }
  });

  it('sends Strict-Transport-Security for a year if it is served over https', async () => {
    const secure = await TestPortal.open(database, { publicOrigin: 'https://portaal.example' });
    const { headers } = await secure.browser().get('/api/mfa/status');
    assert.match(String(headers['strict-transport-security']), /^max-age=31536000/);
  });

  it('of the API forbids caching', async () => {
    for (const { method, url } of portal.routes()) {
      if (!url.startsWith('/api/')) continue;
      const { headers } = await portal.browser().send(method, url);
      assert.equal(headers['cache-control'], 'no-store', url);
    }
    const { headers } = await portal.browser().get('/api/bestaat-niet');
    assert.equal(headers['cache-control'], 'no-store');
  });
});

describe('The pages', () => {
  const titleOf = (text: string) => /<title>(.*) – ProfiPortaal<\/title>/.exec(text)?.[1];

  it('open step by step', async () => {
    const own = await TestPortal.open(database, { libraryRoot });
    const anonymous = own.browser();
    const half = await own.halfSignedIn();
    const { browser: signedIn } = await own.linked();
    for (const [url, forAnonymous, forHalf, forSignedIn] of [
      ['/inloggen', 'Inloggen', 'Inloggen', 'Inloggen'],
      ['/inloggen/verificatie', undefined, 'Machtigingscode invullen', 'Machtigingscode invullen'],
      ['/', undefined, undefined, 'Overzicht'],
      ['/profiel', undefined, undefined, 'Profiel instellingen'],
    ] as const) {
      for (const [browser, page] of [
        [anonymous, forAnonymous],
        [half, forHalf],
        [signedIn, forSignedIn],
      ] as const) {
        const { status, headers, text } = await browser.get(url);
        assert.equal(headers['cache-control'], 'no-store');
        if (page === undefined) assert.deepEqual([status, headers.location], [303, '/inloggen']);
        else assert.deepEqual([status, titleOf(text)], [200, page]);
      }
    }
  });

  it('load their files and the library, which may be cached', async () => {
    for (const url of ['/assets/portal.css', '/mfa-elements/mfa-elements.js']) {
      const { status, headers } = await portal.browser().get(url);
      assert.equal(status, 200, url);
      assert.ok(headers.etag);
      assert.notEqual(headers['cache-control'], 'no-store');
    }
  });

  it('do not include files outside their folders', async () => {
    for (const url of [
      '/assets/../inloggen.html',
      '/assets/..%2finloggen.html',
      '/mfa-elements/..%2fportal%2finloggen.html',
      '/profiel.html',
      '/layout/page.html',
      '/assets/..%2flayout/page.html',
      '/assets/',
    ]) {
      const { status } = await portal.browser().get(url);
      assert.ok([403, 404].includes(status), `${url} gave ${status}`);
    }
  });

  it('include a page in Dutch for an unknown path, and an icon', async () => {
    const missing = await portal.browser().get('/bestaat-niet');
    assert.deepEqual([missing.status, titleOf(missing.text)], [404, 'Pagina niet gevonden']);
    const icon = await portal.browser().get('/favicon.ico');
    assert.deepEqual([icon.status, icon.headers['content-type']], [200, 'image/svg+xml']);
  });

  it('include the documents, for everyone', async () => {
    for (const name of [
      'btw-aangifte-2026-k3',
      'jaarrekening-2025',
      'polisblad-aansprakelijkheid',
    ]) {
      const { status, text, headers } = await portal
        .browser()
        .get(`/assets/documenten/${name}.html`);
      assert.equal(status, 200, name);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.match(text, /<article class="card">/);
    }
  });
});
