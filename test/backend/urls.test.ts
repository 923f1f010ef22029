import { expect } from '@open-wc/testing';
import { normalizeBaseUrl, parseUrl, parseWebUrl, permittedUrl } from '../../src/backend/urls.js';

const PAGE = 'https://portaal.example/inloggen/verificatie?stap=2#code';
const HERE = ['https://portaal.example'];

describe('a navigation target on this site', () => {
  for (const [target, url] of [
    ['/portaal', 'https://portaal.example/portaal'],
    ['portaal?a=1#b', 'https://portaal.example/inloggen/portaal?a=1#b'],
    ['https://portaal.example/x', 'https://portaal.example/x'],
    ['https://portaal.example:443/x', 'https://portaal.example/x'],
    ['HTTPS://PORTAAL.EXAMPLE/x', 'https://portaal.example/x'],
    ['//portaal.example/x', 'https://portaal.example/x'],
    ['?stap=3', 'https://portaal.example/inloggen/verificatie?stap=3'],
    ['/https://evil.example', 'https://portaal.example/https://evil.example'],
    [' /portaal\n', 'https://portaal.example/portaal'],
    ['/zoek?terug=/a:b%20c', 'https://portaal.example/zoek?terug=/a:b%20c'],
  ] as const) {
    it(`may be ${target}`, () => {
      expect(permittedUrl(target, PAGE, HERE)).to.equal(url);
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
    'https:evil.example',
    'https:portaal',
    'https:/evil.example',
    '/\\portaal.example/x',
    '\\portaal',
    '/por\ttaal',
    '/por\ntaal',
    '/%09/evil.example',
    '/%0d%0aSet-Cookie:x',
    '/%5C%00',
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
      expect(permittedUrl(target, PAGE, HERE)).to.equal(undefined);
    });
  }

  it('is not resolved against a <base>', () => {
    expect(permittedUrl('/x', 'https://evil.example/', HERE)).to.equal(undefined);
  });

  it('is undefined on a page without an origin', () => {
    expect(permittedUrl('/x', 'about:blank', ['null'])).to.equal(undefined);
  });
});

describe('a navigation target on a site that the owner of the page trusts', () => {
  const TRUSTED = [
    ...HERE,
    'https://mijn.example',
    'https://xn--prtal-jua.example',
    'https://app.example:8443',
  ];

  for (const [target, url] of [
    ['https://mijn.example', 'https://mijn.example/'],
    ['//mijn.example/x?y#z', 'https://mijn.example/x?y#z'],
    ['https://app.example:8443/x', 'https://app.example:8443/x'],
    ['https://p\u00f6rtal.example/x', 'https://xn--prtal-jua.example/x'],
    ['/portaal', 'https://portaal.example/portaal'],
  ] as const) {
    it(`may be ${target}`, () => {
      expect(permittedUrl(target, PAGE, TRUSTED)).to.equal(url);
    });
  }

  for (const target of [
    'http://mijn.example',
    'https://mijn.example:8443',
    'https://app.example',
    'https://www.mijn.example',
    'https://mijn.example.evil.example',
    'https://mijn.example@evil.example',
    'https://gebruiker@mijn.example',
    'https:mijn.example',
    'https://mij\u200bn.example.evil.example',
    'https://p\u043ertal.example',
    'blob:https://mijn.example/6f1c',
    'javascript:"https://mijn.example"',
  ]) {
    it(`is never ${JSON.stringify(target)}`, () => {
      expect(permittedUrl(target, PAGE, TRUSTED)).to.equal(undefined);
    });
  }
});

describe('a URL of a web page or server', () => {
  for (const [target, url] of [
    ['https://portaal.example', 'https://portaal.example/'],
    ['http://portaal.example/x?y#z', 'http://portaal.example/x?y#z'],
    ['../x', 'https://portaal.example/x'],
  ] as const) {
    it(`may be ${target}`, () => {
      expect(parseWebUrl(target, PAGE)?.href).to.equal(url);
    });
  }

  for (const target of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://portaal.example',
    'xhttps://portaal.example',
    'https://',
    'https:///',
    'mailto:hulp@portaal.example',
    'https://klant@portaal.example',
    'https://:geheim@portaal.example',
    'https://',
  ]) {
    it(`is never ${target}`, () => {
      expect(parseWebUrl(target, PAGE)).to.equal(undefined);
    });
  }

  it('has to be absolute if there is no base', () => {
    expect(parseWebUrl('/x')).to.equal(undefined);
    expect(parseUrl('/x')).to.equal(undefined);
    expect(parseUrl('/x', PAGE)?.href).to.equal('https://portaal.example/x');
  });
});

describe('a base URL', () => {
  for (const [text, baseUrl] of [
    ['https://portaal.example', 'https://portaal.example'],
    ['https://portaal.example/api/mfa//', 'https://portaal.example/api/mfa'],
    ['https://portaal.example/api?sleutel=1#x', 'https://portaal.example/api'],
    ['HTTPS://Portaal.example:443/Api', 'https://portaal.example/Api'],
    ['/api', undefined],
    ['ftp://portaal.example/', undefined],
    ['https://klant:geheim@portaal.example/', undefined],
  ] as const) {
    it(`of ${text} is ${baseUrl ?? 'refused'}`, () => {
      expect(normalizeBaseUrl(text)).to.equal(baseUrl);
    });
  }
});
