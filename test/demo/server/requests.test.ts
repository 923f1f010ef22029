import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

let portal: TestPortal;
before(async () => {
  portal = await TestPortal.open(database);
});

describe('A request that changes something', () => {
  const person = () => ({ email: portal.email, password: PASSWORD });

  it('has to come from a page of this site', async () => {
    for (const [headers, status] of [
      [{ 'sec-fetch-site': 'same-origin' }, 200],
      [{ 'sec-fetch-site': 'none' }, 200],
      [{ 'sec-fetch-site': 'same-site' }, 403],
      [{ 'sec-fetch-site': 'cross-site' }, 403],
      [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' }, 403],
      [{ origin: 'http://localhost:80' }, 200],
      [{ origin: 'http://localhost:8081' }, 403],
      [{ origin: 'https://localhost:80' }, 403],
      [{ origin: 'https://kwaad.example' }, 403],
      [{ origin: 'null' }, 403],
      [{}, 200],
      [{ cookie: 'iets=anders' }, 403],
    ] as const) {
      const response = await portal
        .browser()
        .send('POST', '/api/sign-in', { body: person(), headers: { ...headers } });
      assert.equal(response.status, status, JSON.stringify(headers));
      if (status === 403) assert.equal(response.kind, 'csrf');
    }
  });

  it('is compared with the public origin behind a proxy', async () => {
    const proxied = await TestPortal.open(database, { publicOrigin: 'https://portaal.example' });
    for (const [origin, status] of [
      ['https://portaal.example', 200],
      ['http://localhost:80', 403],
    ] as const) {
      const body = { email: proxied.email, password: PASSWORD };
      const request = { body, headers: { origin } };
      const response = await proxied.browser().send('POST', '/api/sign-in', request);
      assert.equal(response.status, status);
    }
  });

  it('from another site is refused before any other check, on every route', async () => {
    const { browser } = await (await TestPortal.open(database)).linked();
    for (const { method, url } of portal.routes()) {
      if (['GET', 'HEAD'].includes(method)) continue;
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await browser.send(method, url, { headers })).kind, 'csrf', url);
    }
    assert.equal((await browser.get('/api/session')).status, 200);
  });

  it('has a JSON body or none', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await portal.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { 'content-type': type },
        payload: JSON.stringify(person()),
      });
      assert.equal(response.statusCode, 415, type);
      assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
    }
    const empty = await (
      await portal.halfSignedIn()
    ).send('POST', '/api/mfa/enrollments', {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    });
    assert.equal(empty.status, 201);
  });
});

describe('An invalid body', () => {
  const MARKER = 'KANARIE';
  const broken = {
    '/api/sign-in': [
      undefined,
      '',
      '{',
      `"${MARKER}"`,
      [],
      {},
      { email: MARKER },
      { email: MARKER, password: 1 },
      { email: { $ne: MARKER }, password: 'x' },
      { email: MARKER, password: 'x', admin: MARKER },
      { email: MARKER, password: '' },
      `{"email": "${MARKER}", "password": "x", "__proto__": {"a": 1}}`,
      { email: MARKER, password: MARKER.repeat(40) },
    ],
    '/api/mfa/challenge': [
      undefined,
      {},
      null,
      { code: 123456 },
      { code: null },
      { code: [MARKER] },
      { code: '' },
      { code: MARKER.repeat(10) },
      { code: '123456', recoveryCode: MARKER },
      { code: '123456', verified: true },
      { recoveryCode: { $gt: MARKER } },
      { recoveryCode: '' },
    ],
  };

  for (const [url, bodies] of Object.entries(broken)) {
    it(`is refused by ${url}, and not repeated in the response`, async () => {
      const half = await portal.halfSignedIn();
      for (const body of bodies) {
        const response = await half.copy().post(url, body);
        assert.deepEqual(
          [response.status, response.kind],
          [400, 'unexpected'],
          JSON.stringify(body),
        );
        assert.doesNotMatch(response.text, new RegExp(MARKER));
      }
    });
  }

  it('of more than 4 KB is not read', async () => {
    const body = { email: portal.email, password: 'x'.repeat(5000) };
    const { status, kind } = await portal.browser().post('/api/sign-in', body);
    assert.deepEqual([status, kind], [413, 'unexpected']);
  });

  it('does not count as a try', async () => {
    const other = await TestPortal.open(database);
    const { secret } = await other.linked();
    const half = await other.halfSignedIn();
    for (const body of broken['/api/mfa/challenge']) await half.post('/api/mfa/challenge', body);
    const wrong = await half.post('/api/mfa/challenge', { code: other.wrongCode(secret) });
    assert.equal(wrong.body.attemptsLeft, 4);
  });
});
