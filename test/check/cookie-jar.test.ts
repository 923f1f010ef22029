import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CookieJar } from '../../src/check/cookie-jar.js';

describe('CookieJar', () => {
  it('sends cookies as they were set, the latest of each name', () => {
    const jar = new CookieJar(new Map([['given', '1']]));
    jar.store(['session=a=b; Path=/; HttpOnly', 'csrf=x%2Fy; Max-Age=60']);
    jar.store(['session=c; SameSite=Lax']);
    assert.equal(jar.header, 'given=1; session=c; csrf=x%2Fy');
    assert.equal(jar.read('csrf'), 'x/y');
  });

  it('removes cookies that expire', () => {
    const jar = new CookieJar();
    assert.equal(jar.header, undefined);
    jar.store(['a=1', 'b=2', 'c=3', 'd=4']);
    jar.store([
      'a=; Max-Age=0',
      'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      // Max-Age goes before Expires (RFC 6265, section 5.3).
      'c=5; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60',
    ]);
    assert.equal(jar.header, 'c=5; d=4');
  });

  it('stores cookies that cannot be decoded', () => {
    const jar = new CookieJar();
    jar.store(['a=100%', 'no pair', '=no name']);
    assert.equal(jar.read('a'), '100%');
    assert.equal(jar.read('b'), undefined);
  });
});
