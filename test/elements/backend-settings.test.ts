import { expect } from '@open-wc/testing';
import '../../src/elements/authenticators/mfa-authenticators.js';
import '../../src/elements/challenge/mfa-challenge.js';
import '../../src/elements/login/mfa-login.js';
import type { BackendDefinition } from '../../src/backend/http/definition.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';
import { field, fill, link, show, text, until, untilText } from '../support/page.js';
import { enter } from './challenge/challenge-page.js';

const definition = (): BackendDefinition => ({
  headers: { authorization: 'Bearer {token}' },
  operations: { verify: { request: 'POST /verify', body: { otp: '{code}' } } },
});

/** A fetcher that lets every code in and remembers the tokens it was shown. */
function tokenKeeper() {
  const tokens: (string | null)[] = [];
  const fetcher = (_url: string, init: RequestInit) => {
    tokens.push(new Headers(init.headers).get('authorization'));
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  return { tokens, fetcher };
}

describe('a page that renders its settings anew', () => {
  it('loses nothing that was typed, and the newest values are used', async () => {
    const first = tokenKeeper();
    const second = tokenKeeper();
    const element = await show('mfa-challenge', {
      baseUrl: '/api',
      definition: definition(),
      fetcher: first.fetcher,
      variables: { token: 'old' },
    });
    await untilText(element, 'Vul je code in');
    fill(field(element), '123');
    Object.assign(element, {
      definition: definition(),
      fetcher: second.fetcher,
      variables: { token: () => Promise.resolve('new') },
    });
    await element.updateComplete;
    expect(field(element).value).to.equal('123');
    enter(element, SAMPLE.code);
    await untilText(element, 'Je bent ingelogd');
    expect(first.tokens).to.deep.equal([]);
    expect(second.tokens).to.deep.equal(['Bearer new']);
  });

  it('begins anew when the definition really is another', async () => {
    const element = await show('mfa-challenge', { baseUrl: '/api', definition: definition() });
    await untilText(element, 'Vul je code in');
    fill(field(element), '123');
    element.definition = { operations: { verify: { request: 'POST /elsewhere' } } };
    await until(() => field(element).value === '', 'the old step stays');
  });
});

describe('a page whose script names the backend later', () => {
  const { error } = console;
  let logged: unknown[][];

  beforeEach(() => {
    logged = [];
    console.error = (...given: unknown[]) => logged.push(given);
    Object.defineProperty(document, 'readyState', { value: 'interactive', configurable: true });
  });

  afterEach(() => {
    console.error = error;
    Reflect.deleteProperty(document, 'readyState');
  });

  it('is not told off before it has loaded', async () => {
    const element = await show('mfa-challenge', {});
    await element.updateComplete;
    element.backend = scriptedBackend({ state: 'code-required' });
    await untilText(element, 'Vul je code in');
    globalThis.dispatchEvent(new Event('load'));
    await element.updateComplete;
    expect(text(element)).to.include('Vul je code in');
    expect(logged).to.deep.equal([]);
  });

  it('is told what is missing once it has loaded', async () => {
    const element = await show('mfa-challenge', {});
    await element.updateComplete;
    expect(logged).to.deep.equal([]);
    globalThis.dispatchEvent(new Event('load'));
    await untilText(element, 'Set base-url to where the backend is');
    expect(logged).to.have.length(1);
  });
});

describe('what a page says to mfa-login later', () => {
  it('reaches the step that shows', async () => {
    const backend = scriptedBackend({ state: 'code-required', on: { verify: 'login-expired' } });
    const element = await show('mfa-login', { backend });
    await untilText(element, 'Vul je code in');
    element.loginUrl = '/inloggen';
    await element.updateComplete;
    enter(element, SAMPLE.code);
    await untilText(element, 'Dit is niet gelukt');
    expect(link(element, 'Opnieuw inloggen').getAttribute('href')).to.equal('/inloggen');
  });
});
