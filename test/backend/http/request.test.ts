import { expect } from '@open-wc/testing';
import type { BackendDefinition, RequestStep } from '../../../src/backend/definition/definition.js';
import { buildRequest, resolveUrl } from '../../../src/backend/http/request.js';
import { MfaError } from '../../../src/backend/mfa-error.js';

const BASE = 'https://portaal.example/api';
const OTHER = 'https://ander.example';

function build(
  step: RequestStep,
  values: Readonly<Record<string, unknown>> = {},
  definition: Partial<BackendDefinition> = {},
) {
  const { url, init } = buildRequest(
    BASE,
    { operations: {}, ...definition },
    step,
    new Map(Object.entries(values)),
  );
  return { url, ...init, headers: Object.fromEntries(new Headers(init.headers)) };
}

const POST = { request: 'POST /verify' } as const;

describe('a request', () => {
  it('without a body has no type of one', () => {
    const { body, headers } = build({ request: 'GET /status' });
    expect(body).to.equal(undefined);
    expect(headers).to.deep.equal({ accept: 'application/json' });
  });

  it('has a body in JSON, or as a form', () => {
    const body = { code: '{code}', empty: '{absent}' };
    const values = { code: '012 345' };
    const asJson = build({ ...POST, body }, values);
    expect(asJson.body).to.equal('{"code":"012 345"}');
    expect(asJson.headers).to.include({ 'content-type': 'application/json' });
    const asForm = build({ ...POST, body, encoding: 'form' }, values);
    expect(asForm.body).to.equal('code=012+345');
    expect(asForm.headers).to.include({ 'content-type': 'application/x-www-form-urlencoded' });
  });

  it('as a form has no fields if the body is not an object', () => {
    for (const value of ['text', null, 1]) {
      const step = { ...POST, body: '{value}', encoding: 'form' } as const;
      expect(build(step, { value }).body, String(value)).to.equal('');
    }
  });

  it('omits a header whose name or value is not known', () => {
    const headers = { 'X-Token': '{token}', '{name}': 'x', 'X-Given': '{given}' };
    expect(build({ ...POST, headers }, { given: 'a' }).headers).to.deep.equal({
      accept: 'application/json',
      'x-given': 'a',
    });
  });

  it('tells no server where the person was, or only the origin if the definition says so', () => {
    expect(build(POST).referrerPolicy).to.equal('no-referrer');
    expect(build(POST, {}, { referrer: 'origin' }).referrerPolicy).to.equal('origin');
  });

  it('follows no redirect (C67), and is in no cache (C71)', () => {
    expect(build(POST)).to.include({ redirect: 'manual', cache: 'no-store' });
  });

  it('to another origin has no cookies, and no value in a header (C36, C45)', () => {
    const headers = { 'X-Token': '{token}', '{token}': 'x', 'X-Fixed': 'fixed' };
    const definition = {
      origins: [OTHER],
      credentials: 'include',
      headers: { 'X-CSRF': '{token}', 'X-Page': 'page' },
    } as const;
    const elsewhere = { request: 'POST {+link}', headers } as const;
    const sent = build(elsewhere, { link: `${OTHER}/x`, token: 'abc' }, definition);
    expect(sent).to.include({ url: `${OTHER}/x`, credentials: 'omit' });
    expect(sent.headers).to.deep.equal({ accept: 'application/json', 'x-fixed': 'fixed' });
  });
});

describe('a URL in a response', () => {
  it('is relative to the base URL', () => {
    expect(resolveUrl(BASE, 'next').href).to.equal('https://portaal.example/api/next');
    expect(resolveUrl(BASE, `${OTHER}/x`).href).to.equal(`${OTHER}/x`);
  });

  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://klant@portaal.example',
    'https://[',
  ]) {
    it(`is never ${text}`, () => {
      expect(() => resolveUrl(BASE, text))
        .to.throw(MfaError)
        .with.property('kind', 'unexpected');
    });
  }
});
