import { expect } from '@open-wc/testing';
import {
  expandUriTemplate,
  isUriTemplate,
  uriTemplateNames,
} from '../../../src/backend/definition/uri-template.js';
import { MfaError, type MfaErrorKind } from '../../../src/backend/mfa-error.js';

const VALUES: Readonly<Record<string, unknown>> = {
  a: 'één & twee',
  n: 2,
  no: false,
  empty: '',
  dots: '..',
  object: { a: 1 },
  nul: null,
  lone: '\uD800',
  next: 'https://id.example/flow?id=a%2Fb&x=1',
  plain: '/next',
};

function expand(template: string): string {
  return expandUriTemplate(template, new Map(Object.entries(VALUES)));
}

function refusalOf(template: string): MfaErrorKind {
  try {
    return expect.fail(`${template} became ${expand(template)}`);
  } catch (error) {
    if (error instanceof MfaError) return error.kind;
    throw error;
  }
}

describe('a URL from a template (RFC 6570)', () => {
  for (const [template, url] of [
    ['/x', '/x'],
    ['/x/{a}/y', '/x/%C3%A9%C3%A9n%20%26%20twee/y'],
    ['/x/{n}.{no}', '/x/2.false'],
    ['/x{?a,n}', '/x?a=%C3%A9%C3%A9n%20%26%20twee&n=2'],
    ['/x{?absent,empty,nul,object}', '/x?empty='],
    ['/x{?absent}', '/x'],
    ['/x?fixed=1{&n,no}', '/x?fixed=1&n=2&no=false'],
    ['/x?fixed=1{&absent}', '/x?fixed=1'],
    ['/x{?absent}{&n}', '/x?n=2'],
    ['/x{?n}{&no}', '/x?n=2&no=false'],
    ['/x?a={empty}&b={dots}&c={a}', '/x?a=&b=..&c=%C3%A9%C3%A9n%20%26%20twee'],
    ['{+next}', 'https://id.example/flow?id=a%2Fb&x=1'],
    ['{+next}{&n}', 'https://id.example/flow?id=a%2Fb&x=1&n=2'],
    ['{+plain}{&n}', '/next?n=2'],
    ['{+plain}/{n}', '/next/2'],
  ] as const) {
    it(`${template} becomes ${url}`, () => {
      expect(isUriTemplate(template)).to.be.true;
      expect(expand(template)).to.equal(url);
    });
  }

  for (const [template, kind] of [
    ['/x/{absent}', 'misconfigured'],
    ['/x?a={absent}', 'misconfigured'],
    ['/x/{nul}', 'misconfigured'],
    ['/x/{object}', 'misconfigured'],
    ['{+absent}', 'misconfigured'],
    ['{+empty}', 'unexpected'],
    ['/x/{empty}', 'unexpected'],
    ['/x/{dots}/y', 'unexpected'],
    ['{+plain}/{dots}', 'unexpected'],
    ['/x/{lone}', 'unexpected'],
    ['/x{?lone}', 'unexpected'],
  ] as const) {
    it(`${template} ends in ${kind}`, () => {
      expect(refusalOf(template)).to.equal(kind);
    });
  }

  for (const template of [
    '/x{',
    '/x}',
    '/x{}',
    '/{a,b}',
    '/x{#a}',
    '/x{.a}',
    '/x{a*}',
    '/x{a:3}',
    '/x{1a}',
    '/x{+next}',
    '/{+next}',
    '{+next,plain}',
    '/x y',
    '/x\\y',
    '/x#y',
  ]) {
    it(`${template} is not a supported template`, () => {
      expect(isUriTemplate(template)).to.be.false;
    });
  }

  it('names every variable in it', () => {
    expect(uriTemplateNames('{+next}/{a}?x={n}{&no,empty}')).to.deep.equal([
      'next',
      'a',
      'n',
      'no',
      'empty',
    ]);
  });
});
