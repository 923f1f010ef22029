import { expect } from '@open-wc/testing';
import type { MfaBackend } from '../../../src/backend/backend.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  LoginHarness,
  SAMPLE,
} from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { mount } from './mount.js';
import { reachOperation } from './reach-operation.js';

describe('a backend of the page', () => {
  /** A class of a page: its methods are on the prototype, inherited, and use `this`. */
  class Account {
    protected readonly code: string = SAMPLE.code;

    verify({ code }: { readonly code: string }) {
      return Promise.resolve({ redirectTo: code === this.code ? '#binnen' : '#buiten' });
    }
  }
  class WithApps extends Account implements MfaBackend {
    readonly #apps = [SAMPLE.authenticator];

    listAuthenticators() {
      return Promise.resolve(this.#apps);
    }

    get capabilities() {
      return { maxAuthenticators: this.#apps.length };
    }

    startEnrollment() {
      const { enrollmentId: id, secret, otpauthUri } = SAMPLE;
      return Promise.resolve({ id, method: 'totp', secret, otpauthUri });
    }
  }
  const events = hearEvents();

  it('may be a class: its methods are called on it, inherited ones too', async () => {
    const reached = await reachOperation.verify(new WithApps());
    await reached.untilText(message('challenge.verified.heading'));
    expect(events.heard.last('mfa-navigate')?.detail.url).to.match(/#binnen$/);
  });

  it('offers only the operations that it has', async () => {
    const harness = await mount(AuthenticatorsHarness, { backend: new WithApps() });
    await harness.untilText(SAMPLE.authenticator.name);
    expect(harness.offers('rename'), 'rename').to.equal(false);
    expect(harness.offers('unlink'), 'unlink').to.equal(false);
    expect(harness.offers('link'), 'more than one app').to.equal(false);

    const challenge = await mount(ChallengeHarness, {
      backend: new WithApps(),
      rememberDevice: true,
    });
    await challenge.untilOffers('submit');
    expect(challenge.offers('use-recovery-code'), 'a recovery code').to.equal(false);
    expect(challenge.offers('remember-device'), 'a remembered device').to.equal(false);
  });

  it('is passed unchanged to the step inside mfa-login', async () => {
    class WithStatus extends WithApps {
      status() {
        return Promise.resolve({ state: 'code-required' as const, methods: ['totp'] });
      }
    }
    const backend = new WithStatus();
    const login = await mount(LoginHarness, { backend });
    await login.untilOffers('submit');
    await login.challenge.enterCode(SAMPLE.code);
    await login.untilText(message('challenge.verified.heading'));
  });
});
