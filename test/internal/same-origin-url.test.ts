import { expect } from '@open-wc/testing';
import { sameOriginUrl } from '../../src/internal/same-origin-url.js';

const PAGE = 'https://portaal.example/inloggen/verificatie?stap=2#code';

describe('a place to go that stays on this site', () => {
  for (const [target, url] of [
    ['/portaal', 'https://portaal.example/portaal'],
    ['portaal?a=1#b', 'https://portaal.example/inloggen/portaal?a=1#b'],
    ['https://portaal.example/x', 'https://portaal.example/x'],
    ['https://portaal.example:443/x', 'https://portaal.example/x'],
    ['HTTPS://PORTAAL.EXAMPLE/x', 'https://portaal.example/x'],
    ['//portaal.example/x', 'https://portaal.example/x'],
    ['?stap=3', 'https://portaal.example/inloggen/verificatie?stap=3'],
    ['/https://evil.example', 'https://portaal.example/https://evil.example'],
    ['https:portaal', 'https://portaal.example/inloggen/portaal'],
  ] as const) {
    it(`may be ${target}`, () => {
      expect(sameOriginUrl(target, PAGE)).to.equal(url);
    });
  }

  for (const target of [
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'http:evil.example',
    'http://portaal.example/x',
    'https://portaal.example:8443/x',
    'https://portaal.example.evil.example/',
    'https://evilportaal.example/',
    'https://gebruiker@portaal.example/',
    'https://gebruiker:geheim@portaal.example/',
    'https://portaal.example@evil.example/',
    'https://p\u043ertaal.example/',
    'https://xn--prtaal-wqf.example/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://portaal.example/6f1c',
    'filesystem:https://portaal.example/x',
    'file:///etc/passwd',
    'otpauth://totp/x?secret=y',
    'mailto:x@portaal.example',
    'https://',
    'https://[',
    'about:blank',
  ]) {
    it(`is never ${JSON.stringify(target)}`, () => {
      expect(sameOriginUrl(target, PAGE)).to.equal(undefined);
    });
  }

  it('may hold an encoded tab, which no browser reads as a way out', () => {
    expect(sameOriginUrl('/%09/evil.example', PAGE)).to.equal(
      'https://portaal.example/%09/evil.example',
    );
  });

  it('is nothing on a page without an origin', () => {
    expect(sameOriginUrl('/x', 'about:blank')).to.equal(undefined);
  });
});
