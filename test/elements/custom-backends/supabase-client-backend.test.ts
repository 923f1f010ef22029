import { expect } from '@open-wc/testing';
import { MfaError, type MfaBackend } from 'mfa-elements';
import 'mfa-elements/define';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  LoginHarness,
  SAMPLE,
} from 'mfa-elements/testing';
import { supabaseClientBackend } from '../../../stories/guides/examples/supabase-client-backend.js';
import { message } from '../../support/message.js';
import { until } from '../../support/page.js';
import { mount } from './mount.js';
import { FakeSupabase, LOST } from './fake-supabase.js';

const WRONG_CODE = '111111';

const backendOf = (client: FakeSupabase) =>
  supabaseClientBackend(client, { issuer: SAMPLE.issuer, friendlyName: () => 'Werktelefoon' });

async function login(client: FakeSupabase): Promise<LoginHarness> {
  const harness = await mount(LoginHarness, { backend: backendOf(client) });
  await harness.untilOffers('submit');
  return harness;
}

describe('the example of a backend with a Supabase client', () => {
  it('links an app, after removing an unfinished enrollment', async () => {
    const client = new FakeSupabase();
    client.has('left-over', { status: 'unverified' });
    client.has('by-phone', { factor_type: 'phone' });
    const { enrollment } = await login(client);
    expect(enrollment.key).to.equal(SAMPLE.secret);
    const ids = client.factors.map(({ id }) => id);
    expect(ids).to.include('by-phone');
    expect(ids).not.to.include('left-over');
    await enrollment.enterCode(WRONG_CODE);
    await enrollment.untilMessage(/./);
    await enrollment.enterCode(SAMPLE.code);
    await enrollment.untilOffers('continue');
    const linked = client.factors.find(({ factor_type: type }) => type === 'totp');
    expect(linked).to.include({ status: 'verified', friendly_name: 'Werktelefoon' });
  });

  it('forgets an app that is not linked after all', async () => {
    const client = new FakeSupabase();
    const backend = backendOf(client);
    const { id } = (await backend.startEnrollment?.()) ?? {};
    await backend.cancelEnrollment?.({ enrollmentId: id ?? '' });
    expect(client.factors).to.deep.equal([]);
  });

  it('signs in with the code of the app', async () => {
    const client = new FakeSupabase();
    client.has('app');
    const { challenge } = await login(client);
    expect(challenge.offers('use-recovery-code')).to.equal(false);
    await challenge.enterCode(WRONG_CODE);
    await challenge.untilMessage(message('error.invalid-code'));
    await challenge.enterCode(SAMPLE.code);
    await challenge.untilText(message('challenge.verified.heading'));
    expect(client.level).to.equal('aal2');
  });

  it('recognizes a person who is signed in, and one who is signed out', async () => {
    const client = new FakeSupabase();
    client.level = 'aal2';
    const verified = await mount(LoginHarness, { backend: backendOf(client) });
    await verified.untilText(message('challenge.verified.heading'));
    client.level = null;
    const signedOut = await mount(LoginHarness, { backend: backendOf(client) });
    await signedOut.untilMessage(message('error.signed-out'));
  });

  it('lists the linked apps, and unlinks one after the step-up', async () => {
    const client = new FakeSupabase();
    client.has('app', { friendly_name: 'Werktelefoon' });
    client.has('left-over', { friendly_name: 'Nooit afgemaakt', status: 'unverified' });
    client.has('by-phone', { friendly_name: 'Sms', factor_type: 'phone' });
    const list = await mount(AuthenticatorsHarness, { backend: backendOf(client) });
    await list.untilText('Werktelefoon');
    expect(list.names).to.deep.equal(['Werktelefoon']);
    expect(list.text).to.include('12 januari 2026');
    expect(list.offers('rename')).to.equal(false);
    await list.unlink('Werktelefoon');
    await list.confirm();
    await list.untilText(message('code.label', 6));
    await list.confirmWithCode(WRONG_CODE);
    await list.untilMessage(message('error.invalid-code'));
    await list.confirmWithCode(SAMPLE.code);
    await until(() => list.names.length === 0, 'the app is still listed');
    expect(client.factors.map(({ id }) => id)).to.deep.equal(['left-over', 'by-phone']);
  });

  for (const error of [LOST, { ...LOST, status: 504 }]) {
    it(`requests the status after the response to a code was lost (${error.status}), and does not send the code again`, async () => {
      const client = new FakeSupabase();
      client.has('app');
      client.instead.set('verify', () => error);
      const { challenge } = await login(client);
      await challenge.enterCode(SAMPLE.code);
      await challenge.untilText(message('challenge.verified.heading'));
      expect(client.calls.filter((call) => call === 'verify app')).to.have.length(1);
    });
  }

  for (const [error, kind] of [
    [LOST, 'unknown-outcome'],
    [{ ...LOST, status: 504 }, 'unknown-outcome'],
    [{ name: 'AuthApiError', status: 500 }, 'unknown-outcome'],
    [{ name: 'AuthApiError', status: 422 }, 'unexpected'],
    [{ name: 'AuthApiError', status: 504, code: 'user_banned' }, 'forbidden'],
  ] as const) {
    it(`reports ${kind} of unlinking for ${JSON.stringify(error)}`, async () => {
      const client = new FakeSupabase();
      client.instead.set('unenroll', () => error);
      const thrown: unknown = await backendOf(client)
        .unlinkAuthenticator?.({ authenticatorId: 'app' })
        .catch((reason: unknown) => reason);
      expect(thrown).to.include({ kind });
    });
  }

  it('sends nothing more after the element is removed', async () => {
    const client = new FakeSupabase();
    client.has('app');
    const own = backendOf(client);
    let verifying: Promise<unknown> = Promise.resolve();
    const verify: MfaBackend['verify'] = (input, options) => {
      const asked = Promise.resolve(own.verify?.(input, options)).then(() => ({}));
      verifying = asked.catch((thrown: unknown) => thrown);
      return asked;
    };
    const harness = await mount(ChallengeHarness, { backend: { ...own, verify } });
    await harness.untilOffers('submit');
    let goOn = (): void => undefined;
    client.instead.set(
      'challenge',
      () => new Promise((resolve) => (goOn = () => resolve(undefined))),
    );
    await harness.enterCode(SAMPLE.code);
    await until(() => client.calls.includes('challenge app'), 'the code is not checked');
    harness.element.remove();
    await harness.element.updateComplete;
    goOn();
    expect(await verifying).to.include({ name: 'AbortError' });
    expect(client.calls).not.to.include('verify app');
  });

  for (const [error, kind] of [
    [{ code: 'insufficient_aal', status: 403 }, 'step-up-required'],
    [{ code: 'mfa_factor_not_found', status: 404 }, 'not-found'],
    [{ code: 'over_request_rate_limit', status: 429 }, 'rate-limited'],
    [{ code: 'bad_jwt', status: 401 }, 'signed-out'],
    [{ name: 'AuthSessionMissingError', status: 400 }, 'signed-out'],
    [{ status: 503 }, 'unavailable'],
    [LOST, 'unavailable'],
    [{ code: 'toString', status: 418 }, 'unexpected'],
  ] as const) {
    it(`reports ${kind} for ${JSON.stringify(error)}, without the text of the client`, async () => {
      const client = new FakeSupabase();
      client.instead.set('listFactors', () => ({
        name: 'AuthApiError',
        message: 'geheim',
        ...error,
      }));
      const refused: unknown = await backendOf(client)
        .listAuthenticators?.()
        .catch((thrown: unknown) => thrown);
      if (!(refused instanceof MfaError)) throw new Error('No MfaError was thrown.');
      expect(`${refused.kind}`).to.equal(kind);
      expect(refused.message).not.to.include('geheim');
      expect(refused.facts.stepUp).to.deep.equal(
        kind === 'step-up-required' ? ['code'] : undefined,
      );
    });
  }
});
