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
      const answer = await portal
        .browser()
        .send('POST', '/api/sign-in', { body: person(), headers: { ...headers } });
      assert.equal(answer.status, status, JSON.stringify(headers));
      if (status === 403) assert.equal(answer.kind, 'csrf');
    }
  });

  it('compares with the public address behind a proxy', async () => {
    const proxied = await TestPortal.open(database, { publicOrigin: 'https://portaal.example' });
    for (const [origin, status] of [
      ['https://portaal.example', 200],
      ['http://localhost:80', 403],
    ] as const) {
      const body = { email: proxied.email, password: PASSWORD };
      const request = { body, headers: { origin } };
      const answer = await proxied.browser().send('POST', '/api/sign-in', request);
      assert.equal(answer.status, status);
    }
  });

  it('is refused from elsewhere before anything else, whatever the route', async () => {
    const { browser } = await (await TestPortal.open(database)).linked();
    for (const { method, url } of portal.routes()) {
      if (['GET', 'HEAD'].includes(method)) continue;
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await browser.send(method, url, { headers })).kind, 'csrf', url);
    }
    assert.equal((await browser.get('/api/session')).status, 200);
  });

  it('has a body in JSON or none', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await portal.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        headers: { 'content-type': type },
        payload: JSON.stringify(person()),
      });
      assert.equal(answer.statusCode, 415, type);
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    }
    const empty = await (
      await portal.halfSignedIn()
    ).send('POST', '/api/mfa/enrollments', {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
    });
    assert.equal(empty.status, 201);
  });
});

describe('A body that is not what was asked', () => {
  const CANARY = 'KANARIE';
  const broken = {
    '/api/sign-in': [
      undefined,
      '',
      '{',
      `"${CANARY}"`,
      [],
      {},
      { email: CANARY },
      { email: CANARY, password: 1 },
      { email: { $ne: CANARY }, password: 'x' },
      { email: CANARY, password: 'x', admin: CANARY },
      { email: CANARY, password: '' },
      `{"email": "${CANARY}", "password": "x", "__proto__": {"a": 1}}`,
      { email: CANARY, password: CANARY.repeat(40) },
    ],
    '/api/mfa/challenge': [
      undefined,
      {},
      null,
      { code: 123456 },
      { code: null },
      { code: [CANARY] },
      { code: '' },
      { code: CANARY.repeat(10) },
      { code: '123456', recoveryCode: CANARY },
      { code: '123456', verified: true },
      { recoveryCode: { $gt: CANARY } },
      { recoveryCode: '' },
    ],
  };

  for (const [url, bodies] of Object.entries(broken)) {
    it(`is refused by ${url}, and not repeated`, async () => {
      const half = await portal.halfSignedIn();
      for (const body of bodies) {
        const answer = await half.copy().post(url, body);
        assert.deepEqual([answer.status, answer.kind], [400, 'unexpected'], JSON.stringify(body));
        assert.doesNotMatch(answer.text, new RegExp(CANARY));
      }
    });
  }

  it('of more than 4 KB is not read', async () => {
    const body = { email: portal.email, password: 'x'.repeat(5000) };
    const { status, kind } = await portal.browser().post('/api/sign-in', body);
    assert.deepEqual([status, kind], [413, 'unexpected']);
  });

  it('costs no try', async () => {
    const other = await TestPortal.open(database);
    const { secret } = await other.linked();
    const half = await other.halfSignedIn();
    for (const body of broken['/api/mfa/challenge']) await half.post('/api/mfa/challenge', body);
    const wrong = await half.post('/api/mfa/challenge', { code: other.wrongCode(secret) });
    assert.equal(wrong.body.attemptsLeft, 4);
  });
});
