import { expect } from '@open-wc/testing';
import {
  MfaEnrolledEvent,
  MfaErrorEvent,
  MfaNavigateEvent,
  MfaUnlinkedEvent,
  MfaVerifiedEvent,
} from '../../src/elements/events.js';
import '../../src/elements/challenge/mfa-challenge.js';
import { SAMPLE, scriptedBackend } from '../../src/testing/index.js';
import { HeardEvents } from '../support/events.js';
import { button, field, fill, show, untilText } from '../support/page.js';

describe('the public events', () => {
  for (const [event, type, keys] of [
    [new MfaEnrolledEvent(SAMPLE.authenticator), 'mfa-enrolled', ['authenticator']],
    [new MfaVerifiedEvent({}), 'mfa-verified', ['result']],
    [new MfaUnlinkedEvent('app-1'), 'mfa-unlinked', ['id']],
    [new MfaErrorEvent('offline', 'verify'), 'mfa-error', ['kind', 'operation']],
    [new MfaNavigateEvent('https://portaal.example/'), 'mfa-navigate', ['url']],
  ] as const) {
    it(`${type} reaches the page with ${keys.join(' and ')}, which nobody can change`, () => {
      expect(event.type).to.equal(type);
      expect(Object.keys(event.detail)).to.deep.equal(keys);
      expect(Object.isFrozen(event.detail)).to.equal(true);
      expect(event.bubbles && event.composed).to.equal(true);
      expect(event.cancelable).to.equal(type === 'mfa-navigate');
    });
  }
});

describe('the way on after signing in', () => {
  let heard: HeardEvents;
  beforeEach(() => (heard = new HeardEvents()));
  afterEach(() => heard.stop());

  async function signIn(redirectTo: string, successUrl?: string) {
    const backend = scriptedBackend({ state: 'code-required', redirectTo });
    const element = await show('mfa-challenge', { backend, ...(successUrl && { successUrl }) });
    await untilText(element, 'Vul je code in');
    fill(field(element), SAMPLE.code);
    button(element, 'Code verifiëren').click();
    await untilText(element, 'Je bent ingelogd');
  }

  const HOSTILE = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://gebruiker@evil.example/',
  ];

  for (const target of HOSTILE) {
    it(`never leads to ${target} that the backend names`, async () => {
      await signIn(target);
      expect(heard.names).to.deep.equal(['mfa-verified']);
    });

    it(`never leads to ${target} as success-url`, async () => {
      await signIn(target, target);
      expect(heard.names).to.deep.equal(['mfa-verified']);
    });
  }

  it('falls back to success-url when the backend names another site', async () => {
    await signIn('https://evil.example/', '/portaal');
    expect(heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('can be kept from by the page, which then stays where it is', async () => {
    const { href } = location;
    await signIn('/portaal');
    expect(heard.last('mfa-navigate')?.defaultPrevented).to.equal(true);
    expect(location.href).to.equal(href);
  });
});
