import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { AppOptions } from '../../../demo/server/app.js';
import { readConfig } from '../../../demo/server/config.js';
import { networkOf } from '../../../demo/server/http/address-limit.js';
import { StartError } from '../../../demo/server/start-error.js';
import { openTestDatabase, PASSWORD, TestPortal } from './portal-harness.js';

const { database, close } = await openTestDatabase();
after(close);

/** Tries a password from an address, with these headers. */
async function open(options: Partial<AppOptions> = {}) {
  const portal = await TestPortal.open(database, { triesPerMinute: 30, ...options });
  let tried = 0;
  const guess = (remoteAddress: string, forwardedFor?: string) =>
    portal.app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress,
      headers: { ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }) },
      // A different account each time, so that the limit of an account does not apply.
      payload: { email: `klant-${(tried += 1)}-${portal.email}`, password: 'raden' },
    });
  const spend = async (...from: Parameters<typeof guess>) => {
    for (let count = 0; count < 30; count += 1) {
      assert.equal((await guess(...from)).statusCode, 422);
    }
  };
  return { portal, guess, spend };
}

describe('One address', () => {
  it('may try thirty passwords a minute, over all accounts', async () => {
    const { portal, guess, spend } = await open();
    await spend('192.0.2.1');
    const refused = await guess('192.0.2.1');
    assert.equal(refused.statusCode, 429);
    assert.equal(refused.json<{ type: string }>().type, 'urn:mfa-elements:problem:rate-limited');
    assert.equal(refused.headers['retry-after'], '50');
    assert.equal((await guess('192.0.2.2')).statusCode, 422);
    portal.clock.advance({ seconds: 50 });
    assert.equal((await guess('192.0.2.1')).statusCode, 422);
  });

  it('is that of the connection, not of a header', async () => {
    const { guess, spend } = await open();
    await spend('192.0.2.1', '198.51.100.1');
    assert.equal((await guess('192.0.2.1', '198.51.100.2')).statusCode, 429);
    assert.equal((await guess('192.0.2.2', '198.51.100.1')).statusCode, 422);
  });

  it('is the one that trusted proxies add, not one that was there before', async () => {
    const { guess, spend } = await open({ trustedProxies: ['10.0.0.0/8'] });
    await spend('10.0.0.1', '203.0.113.9, 198.51.100.1, 10.0.0.2');
    assert.equal((await guess('10.0.0.1', '203.0.113.8, 198.51.100.1, 10.0.0.2')).statusCode, 429);
    assert.equal((await guess('10.0.0.1', '203.0.113.9, 198.51.100.2, 10.0.0.2')).statusCode, 422);
    // A client that does not come through the proxies is not trusted.
    await spend('192.0.2.1', '198.51.100.3');
    assert.equal((await guess('192.0.2.1', '198.51.100.4')).statusCode, 429);
  });

  it('is a whole network in IPv6, as of one household', async () => {
    const { guess, spend } = await open();
    await spend('2001:db8:1:2::1');
    assert.equal((await guess('2001:db8:1:2:ffff::9')).statusCode, 429);
    assert.equal((await guess('2001:db8:1:3::1')).statusCode, 422);
  });

  it('is the same in every notation', () => {
    for (const [address, network] of [
      ['192.0.2.1', '192.0.2.1'],
      ['::ffff:192.0.2.1', '192.0.2.1'],
      ['::FFFF:192.0.2.1', '192.0.2.1'],
      ['192.0.2.1:49152', '192.0.2.1'],
      ['[2001:db8:1:2::1]:49152', '2001:db8:1:2'],
      ['[2001:db8:1:2::1]', '2001:db8:1:2'],
      ['::1', '0:0:0:0'],
      ['2001:db8::1', '2001:db8:0:0'],
      ['2001:0DB8:0000::ab:1', '2001:db8:0:0'],
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
      ['2001:db8:1:2:3:4:5::', '2001:db8:1:2'],
      ['fe80::1%eth0', 'fe80:0:0:0'],
      ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
      ['iets', 'iets'],
    ] as const) {
      assert.equal(networkOf(address), network);
    }
  });
});

describe('The limit of an address', () => {
  it('applies to every route that checks a password or a code, and to no other', async () => {
    const { portal } = await open();
    const limited = portal.app.routeTable
      .filter(({ config }) => config?.limited)
      .map(({ method, url }) => `${String(method)} ${url}`);
    assert.deepEqual(limited.sort(), [
      'POST /api/mfa/challenge',
      'POST /api/mfa/enrollments/:id/confirmation',
      'POST /api/mfa/step-up',
      'POST /api/sign-in',
    ]);
  });

  it('refuses a right password too, and counts no try for the account', async () => {
    const { portal, spend } = await open();
    await spend('127.0.0.1');
    const person = { email: portal.email, password: PASSWORD };
    for (let tries = 0; tries < 20; tries += 1) {
      assert.equal((await portal.browser().post('/api/sign-in', person)).kind, 'rate-limited');
    }
    portal.clock.advance({ minutes: 1 });
    assert.equal((await portal.browser().post('/api/sign-in', person)).status, 200);
  });

  it('does not count requests from other sites', async () => {
    const { portal } = await open();
    const browser = portal.browser();
    for (let tries = 0; tries < 40; tries += 1) {
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await browser.send('POST', '/api/sign-in', { headers })).kind, 'csrf');
    }
    const person = { email: portal.email, password: PASSWORD };
    assert.equal((await browser.post('/api/sign-in', person)).status, 200);
  });

  it('trusts only the proxies in TRUSTED_PROXIES', () => {
    const proxies = (text?: string) =>
      readConfig(text === undefined ? {} : { TRUSTED_PROXIES: text }, []).trustedProxies;
    assert.deepEqual([proxies(), proxies('')], [[], []]);
    assert.deepEqual(proxies('127.0.0.1, 10.0.0.0/8,::1, fd00::/8'), [
      '127.0.0.1',
      '10.0.0.0/8',
      '::1',
      'fd00::/8',
    ]);
    for (const text of ['true', '1', '10.0.0.0/33', '10.0.0.1/', 'proxy.example', '::1,', '*']) {
      assert.throws(() => proxies(text), StartError, text);
    }
  });
});
