import { expect } from '@open-wc/testing';
import { SAMPLE, type ScriptedBackendOptions } from '../../../src/testing/index.js';
import { ConsoleRecorder } from '../../support/console-recorder.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { link, visibleElements, text, untilText } from '../../support/page.js';
import { challenge, enter } from './challenge-page.js';

type Properties = Partial<HTMLElementTagNameMap['mfa-challenge']>;

describe('the destination of a sign-in', () => {
  const events = hearEvents();
  let logged: ConsoleRecorder;
  beforeEach(() => (logged = new ConsoleRecorder()));
  afterEach(() => logged.stop());

  async function destination(properties: Properties, options: ScriptedBackendOptions = {}) {
    const { element } = await challenge(options, properties);
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(text(element)).to.equal(message('challenge.verified.heading'));
    return events.heard.last('mfa-navigate')?.detail.url;
  }

  for (const successUrl of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%09/evil.example',
    'https://gebruiker@evil.example',
    'http://localhost:1/',
    'blob:http://localhost/6f1c',
    '/\t/evil.example',
    'https://p\u043ertaal.example',
  ]) {
    it(`is never ${JSON.stringify(successUrl)}: the developer is told, the person is not (C29)`, async () => {
      expect(await destination({ successUrl })).to.equal(undefined);
      expect(events.heard.names).to.deep.equal(['mfa-verified']);
      expect(logged.messages).to.have.length(1);
      expect(logged.messages[0]).to.match(
        /^<mfa-challenge>: success-url leads to an origin that is not allowed/,
      );
      expect(logged.messages[0]).not.to.include('evil');
    });
  }

  it('may be an allowed origin', async () => {
    const allowedOrigins = ' https://mijn.example \n https://app.example:8443 ';
    const successUrl = 'https://mijn.example/portaal';
    expect(await destination({ successUrl, allowedOrigins })).to.equal(successUrl);
    const redirectTo = 'https://app.example:8443/x';
    expect(await destination({ allowedOrigins }, { redirectTo })).to.equal(redirectTo);
    expect(logged.messages).to.deep.equal([]);
  });

  it('is still success-url after allowed-origins was removed', async () => {
    const { element } = await challenge({}, { successUrl: '/portaal' });
    element.setAttribute('allowed-origins', 'https://mijn.example');
    element.removeAttribute('allowed-origins');
    await element.updateComplete;
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('is never on the origin of an injected <base>', async () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    const properties = { successUrl: '/portaal' };
    const { element } = await challenge({}, properties);
    enter(element, SAMPLE.code);
    document.head.append(base);
    try {
      await untilText(element, message('challenge.verified.heading'));
      expect(events.heard.names).to.deep.equal(['mfa-verified']);
    } finally {
      base.remove();
    }
  });

  it('is success-url if the URL of the backend is refused', async () => {
    const here = await destination(
      { successUrl: '/portaal' },
      { redirectTo: 'https://evil.example/?token=geheim' },
    );
    expect(here).to.equal(`${location.origin}/portaal`);
    expect(logged.messages).to.have.length(1);
    expect(logged.messages[0]).to.include("The backend's redirectTo leads to an origin");
    expect(logged.messages[0]).not.to.include('geheim');
  });

  for (const word of [
    'http://mijn.example',
    '*',
    'mijn.example',
    'https://mijn.example/pad',
    'null',
  ]) {
    it(`allows no origin for the keyword ${word}`, async () => {
      const allowedOrigins = word;
      expect(await destination({ successUrl: 'https://mijn.example/x', allowedOrigins })).to.equal(
        undefined,
      );
      expect(logged.messages.join()).to.include('allowed-origins must contain https origins');
    });
  }

  it('is not navigated to if the page cancels mfa-navigate', async () => {
    const before = location.href;
    await destination({ successUrl: '/portaal' });
    expect(events.heard.last('mfa-navigate')?.defaultPrevented).to.equal(true);
    expect(location.href).to.equal(before);
  });
});

describe('links of the page', () => {
  let logged: ConsoleRecorder;
  beforeEach(() => (logged = new ConsoleRecorder()));
  afterEach(() => logged.stop());

  const links = (element: HTMLElement) => visibleElements(element).filter((it) => it.matches('a'));

  it('are links to pages, as written', async () => {
    const { element } = await challenge(
      { on: { verify: 'login-expired' } },
      { signInUrl: '/inloggen', helpUrl: 'https://hulp.example/code' },
    );
    enter(element, SAMPLE.code);
    await untilText(element, message('error.login-expired'));
    expect(link(element, message('failure.sign-in.action')).getAttribute('href')).to.equal(
      '/inloggen',
    );
    expect(link(element, message('help.link')).href).to.equal('https://hulp.example/code');
    expect(logged.messages).to.deep.equal([]);
  });

  it('are left out if they are a script, and the developer is told once', async () => {
    const script = 'javascript:alert(1)';
    const { element } = await challenge(
      { on: { verify: 'login-expired' } },
      { signInUrl: script, helpUrl: script },
    );
    enter(element, SAMPLE.code);
    await untilText(element, message('error.login-expired'));
    expect(links(element)).to.deep.equal([]);
    expect(logged.messages).to.deep.equal([
      '<mfa-challenge>: help-url must be a path or an http(s) URL.',
      '<mfa-challenge>: sign-in-url must be a path or an http(s) URL.',
    ]);
  });
});
