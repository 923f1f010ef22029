import { expect } from '@open-wc/testing';
import '../../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../../src/elements/challenge/mfa-challenge.js';
import '../../../../src/elements/enrollment/mfa-enrollment.js';
import '../../../../src/elements/login/mfa-login.js';
import type { Enrollment } from '../../../../src/backend/backend.js';
import type { BackendDefinition } from '../../../../src/backend/definition/definition.js';
import { parseOtpauthUri } from '../../../../src/otp/otpauth-uri.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { ConsoleRecorder } from '../../../support/console-recorder.js';
import { message } from '../../../support/message.js';
import { button, field, fill, link, show, text, until, untilText } from '../../../support/page.js';
import { json } from '../../../backend/http/fake-server.js';
import { enter } from '../../challenge/challenge-page.js';

const definition = (): BackendDefinition => ({
  headers: { authorization: 'Bearer {token}' },
  operations: { verify: { request: 'POST /verify', body: { otp: '{code}' } } },
});

/** Returns a fetcher that accepts every code and records the tokens that were sent. */
function tokenKeeper() {
  const tokens: (string | null)[] = [];
  const fetcher = (_url: string, init: RequestInit) => {
    tokens.push(new Headers(init.headers).get('authorization'));
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  return { tokens, fetcher };
}

describe('a page with an injected <base> that leads elsewhere', () => {
  const base = document.createElement('base');
  let logged: ConsoleRecorder;
  beforeEach(() => {
    logged = new ConsoleRecorder();
    base.href = 'https://evil.example/';
    document.head.append(base);
  });
  afterEach(() => {
    base.remove();
    logged.stop();
  });

  it('keeps its backend: a code is only sent to a site that is named in full (C46)', async () => {
    const urls: string[] = [];
    const fetcher = (url: string) => {
      urls.push(url);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    for (const baseUrl of ['/api', 'https://login.example/api']) {
      const element = await show('mfa-challenge', { baseUrl, definition: definition(), fetcher });
      await untilText(element, message('challenge.code.heading'));
      enter(element, SAMPLE.code);
      await untilText(element, message('challenge.verified.heading'));
    }
    expect(urls).to.deep.equal([
      `${location.origin}/api/verify`,
      'https://login.example/api/verify',
    ]);
  });

  it('is not left for a page there, whatever the backend sends', async () => {
    const navigated: string[] = [];
    const fetcher = () =>
      Promise.resolve(Response.json({ to: 'https://evil.example/x' }, { status: 403 }));
    const element = await show('mfa-challenge', {
      baseUrl: '/api',
      fetcher,
      definition: {
        operations: { verify: { request: 'POST /verify' } },
        errors: [{ status: 403, kind: 'redirect-required', redirectTo: '$.to' }],
      },
    });
    element.addEventListener('mfa-navigate', (event) => {
      event.preventDefault();
      navigated.push(event.detail.url);
    });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('error.redirect-required'));
    expect(navigated).to.deep.equal([]);
    expect(logged.messages).to.have.length(1);
    expect(logged.messages[0])
      .to.include('leads to an origin that is not allowed')
      .and.not.include('evil');
  });
});

describe('a page that renders its settings again', () => {
  it('keeps what was typed, and uses the newest values', async () => {
    const first = tokenKeeper();
    const second = tokenKeeper();
    const element = await show('mfa-challenge', {
      baseUrl: '/api',
      definition: definition(),
      fetcher: first.fetcher,
      variables: { token: 'old' },
    });
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), '123');
    Object.assign(element, {
      definition: definition(),
      fetcher: second.fetcher,
      variables: { token: () => Promise.resolve('new') },
    });
    await element.updateComplete;
    expect(field(element).value).to.equal('123');
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(first.tokens).to.deep.equal([]);
    expect(second.tokens).to.deep.equal(['Bearer new']);
  });

  for (const [attribute, value] of Object.entries({ config: 'none', preset: 'none' })) {
    it(`is at the contract again once ${attribute} is removed`, async () => {
      const element = await show('mfa-challenge', { baseUrl: '/api', [attribute]: value });
      await untilText(element, message('error.misconfigured'));
      element.removeAttribute(attribute);
      element.setAttribute(attribute, value);
      element.removeAttribute(attribute);
      await untilText(element, message('challenge.code.heading'));
    });
  }

  it('restarts if the content of the definition changed', async () => {
    const element = await show('mfa-challenge', { baseUrl: '/api', definition: definition() });
    await untilText(element, message('challenge.code.heading'));
    fill(field(element), '123');
    element.definition = { operations: { verify: { request: 'POST /elsewhere' } } };
    await until(() => element.querySelector('input')?.value === '', 'the old step stays');
    expect(field(element).value).to.equal('');
  });
});

describe('a backend that differs from the contract only in its URLs', () => {
  const urls: string[] = [];
  const fetcher = (url: string, { method = 'GET' }: RequestInit) => {
    urls.push(`${method} ${new URL(url).pathname}`);
    return Promise.resolve(answerTo(url));
  };
  const answerTo = (url: string) =>
    url.endsWith('/wie')
      ? Response.json({ state: 'code-required', methods: ['totp'] })
      : new Response(null, { status: 204 });

  beforeEach(() => urls.splice(0));

  async function written(attributes: Readonly<Record<string, string>>) {
    const element = document.createElement('mfa-login');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.fetcher = fetcher;
    document.body.append(element);
    after(() => element.remove());
    await untilText(element, message('challenge.code.heading'));
    return element;
  }

  it('needs no definition: attributes set the URLs, for the steps as well', async () => {
    const element = await written({
      'status-url': '/mfa/wie',
      'verify-url': 'PUT /mfa/code',
      'recovery-url': '',
    });
    expect(text(element)).not.to.include(message('challenge.recovery-code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(urls).to.deep.equal(['GET /mfa/wie', 'PUT /mfa/code']);
  });

  it('is replaced when an attribute changes, and the old one again when it changes back', async () => {
    const element = await written({ 'base-url': '/api', 'status-url': '/wie' });
    expect(urls).to.deep.equal(['GET /api/wie']);
    element.setAttribute('recovery-url', '');
    await until(() => urls.length === 2, 'the backend is the same');
    await untilText(element, message('challenge.code.heading'));
    expect(text(element)).not.to.include(message('challenge.recovery-code.heading'));
    element.removeAttribute('recovery-url');
    await untilText(element, message('challenge.recovery-code.heading'));
    expect(urls).to.deep.equal(Array(3).fill('GET /api/wie'));
  });
});

describe('each attribute with a URL', () => {
  const { error } = console;
  let logged: string[];
  beforeEach(() => {
    logged = [];
    console.error = (...given: unknown[]) => logged.push(given.join(' '));
  });
  afterEach(() => {
    console.error = error;
  });

  for (const attribute of [
    ...['status-url', 'start-url', 'confirm-url', 'cancel-url', 'verify-url', 'recovery-url'],
    ...['list-url', 'rename-url', 'unlink-url', 'step-up-url', 'recovery-codes-url'],
    'generate-url',
  ]) {
    it(`is named in the report of a mistake: ${attribute}`, async () => {
      const element = document.createElement('mfa-challenge');
      element.setAttribute(attribute, 'geen pad');
      document.body.append(element);
      await untilText(element, `<mfa-challenge>: ${attribute} must be a path such as`);
      expect(logged).to.have.length(1);
      element.remove();
    });
  }
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

  it('gets no report before it has loaded', async () => {
    const element = await show('mfa-challenge', {});
    await element.updateComplete;
    element.backend = scriptedBackend({ state: 'code-required' });
    await untilText(element, message('challenge.code.heading'));
    globalThis.dispatchEvent(new Event('load'));
    await element.updateComplete;
    expect(text(element)).to.include(message('challenge.code.heading'));
    expect(logged).to.deep.equal([]);
  });

  it('gets a report of what is missing once it has loaded', async () => {
    const element = await show('mfa-challenge', {});
    await element.updateComplete;
    expect(logged).to.deep.equal([]);
    globalThis.dispatchEvent(new Event('load'));
    await untilText(element, 'Set base-url to where the backend is');
    expect(logged).to.have.length(1);
  });
});

describe('a setting of mfa-login that changes later', () => {
  it('reaches the step that shows', async () => {
    const backend = scriptedBackend({ state: 'code-required', on: { verify: 'login-expired' } });
    const element = await show('mfa-login', { backend });
    await untilText(element, message('challenge.code.heading'));
    element.signInUrl = '/inloggen';
    await element.updateComplete;
    enter(element, SAMPLE.code);
    await untilText(element, message('failure.signed-out.heading'));
    expect(link(element, message('failure.sign-in.action')).getAttribute('href')).to.equal(
      '/inloggen',
    );
  });
});

describe('an account that the page names later', () => {
  const settings = {
    'a definition': {
      baseUrl: '/api',
      definition: {
        operations: {
          startEnrollment: { request: 'POST /start', result: { secret: '$.secret' } },
          confirmEnrollment: { request: 'POST /confirm', result: { authenticator: '$.app' } },
        },
      } as const satisfies BackendDefinition,
      fetcher: () => Promise.resolve(json({ secret: SAMPLE.secret })),
    },
    'a backend of the page': {
      backend: {
        startEnrollment: () => Promise.resolve({ secret: SAMPLE.secret } as Enrollment),
        confirmEnrollment: () => Promise.resolve({ authenticator: SAMPLE.authenticator }),
      },
    },
  };

  for (const [what, setting] of Object.entries(settings)) {
    it(`is in the QR code of the next enrollment, and changes nothing of this one: ${what}`, async () => {
      const element = await show('mfa-enrollment', {
        ...setting,
        issuer: 'Site',
        account: 'oud@example.nl',
        cancelable: true,
      });
      const shownAccount = () => {
        const { value = '' } = element.shadowRoot?.querySelector('mfa-qr-code') ?? {};
        return parseOtpauthUri(value).account;
      };
      await untilText(element, message('enrollment.code.heading'));
      element.account = 'nieuw@example.nl';
      await element.updateComplete;
      expect(shownAccount()).to.equal('oud@example.nl');
      button(element, message('button.cancel')).click();
      await untilText(element, message('enrollment.canceled.action'));
      button(element, message('enrollment.canceled.action')).click();
      await untilText(element, message('enrollment.code.heading'));
      expect(shownAccount()).to.equal('nieuw@example.nl');
    });
  }
});
