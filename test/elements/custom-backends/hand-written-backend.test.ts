import { expect } from '@open-wc/testing';
import { MfaError } from 'mfa-elements';
import 'mfa-elements/define';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  LoginHarness,
  SAMPLE,
} from 'mfa-elements/testing';
import { HandWrittenBackend } from '../../../stories/guides/examples/hand-written-backend.js';
import { hearEvents } from '../../support/events.js';
import { FAULTS } from '../../support/faults.js';
import { message } from '../../support/message.js';
import { until } from '../../support/page.js';
import { mount } from './mount.js';
import { FakeApi } from './fake-api.js';

const WRONG_CODE = '111111';

const backendOf = (api: FakeApi) => new HandWrittenBackend('/2fa', api.fetch);

async function failure(asked: Promise<unknown>): Promise<MfaError> {
  const thrown: unknown = await asked.catch((error: unknown) => error);
  if (thrown instanceof MfaError) return thrown;
  throw new Error(`No MfaError was thrown, but ${String(thrown)}.`);
}

describe('the example of a backend written by hand', () => {
  const events = hearEvents();

  it('links an app and shows its recovery codes', async () => {
    const api = new FakeApi();
    const harness = await mount(LoginHarness, { backend: backendOf(api) });
    await harness.untilOffers('submit');
    const { enrollment } = harness;
    expect(enrollment.key).to.equal(SAMPLE.secret);
    await enrollment.enterCode(WRONG_CODE);
    await enrollment.untilMessage(/./);
    await enrollment.enterCode(SAMPLE.code);
    await enrollment.untilText(SAMPLE.recoveryCodes[0]);
    expect(api.apps).to.have.length(1);
    expect(events.heard.last('mfa-enrolled')?.detail.authenticator).to.deep.equal({
      id: '1',
      method: 'totp',
      createdAt: new Date('2026-01-12T08:30:00Z'),
    });
  });

  it('signs in: a wrong code counts down the tries, the right one navigates to the URL of the API', async () => {
    const api = new FakeApi();
    api.due = 'code';
    const backend = backendOf(api);
    const harness = await mount(ChallengeHarness, { backend, rememberDevice: true });
    await harness.untilOffers('submit');
    expect(harness.offers('use-recovery-code')).to.equal(false);
    await harness.enterCode(WRONG_CODE);
    await harness.untilMessage(message('error.invalid-code'));
    await harness.enterCode('222222');
    await harness.untilMessage(message('error.attempts-left.other', 3));
    await harness.rememberDevice();
    await harness.enterCode(SAMPLE.code);
    await harness.untilText(message('challenge.verified.heading'));
    expect(api.lastBody).to.deep.equal({ code: SAMPLE.code, trust: true });
    expect(events.heard.last('mfa-navigate')?.detail.url).to.match(/#binnen$/);
  });

  it('lists the apps, and unlinks one after the step-up', async () => {
    const api = new FakeApi();
    api.due = null;
    for (const label of ['Werktelefoon', 'Tablet', null]) api.has(label);
    const harness = await mount(AuthenticatorsHarness, { backend: backendOf(api) });
    await harness.untilText('Tablet');
    expect(harness.names).to.deep.equal([
      'Werktelefoon',
      'Tablet',
      message('authenticators.unnamed'),
    ]);
    expect(harness.text).to.include('12 januari 2026');
    expect(harness.offers('rename'), 'rename').to.equal(false);
    expect(harness.offers('link'), 'a fourth app').to.equal(false);
    await harness.unlink('Tablet');
    await harness.confirm();
    await harness.untilText(message('password.label'));
    await harness.confirmWithPassword('fout');
    await harness.untilMessage(message('error.invalid-password'));
    await harness.confirmWithPassword(SAMPLE.password);
    await until(() => harness.names.length === 2, 'the app is still listed');
    expect(api.apps.map(({ label }) => label)).to.deep.equal(['Werktelefoon', null]);
    expect(harness.offers('link'), 'another app').to.equal(true);
  });

  it('waits as long as the API says', async () => {
    const api = new FakeApi();
    api.instead = () => new Response(null, { status: 429, headers: { 'Retry-After': '45' } });
    const { kind, facts } = await failure(backendOf(api).verify({ code: SAMPLE.code }));
    expect({ kind, facts }).to.deep.equal({
      kind: 'rate-limited',
      facts: { status: 429, retryAfter: 45 },
    });
  });

  it('tells a lost response of a change from that of a read, and sends one request', async () => {
    const api = new FakeApi();
    api.instead = FAULTS['a network error'].fetch;
    const backend = backendOf(api);
    const changed = await failure(backend.unlinkAuthenticator({ authenticatorId: '1' }));
    expect(changed.kind).to.equal('unknown-outcome');
    expect((await failure(backend.status())).kind).to.equal('unavailable');
    expect(api.requests).to.deep.equal(['DELETE /2fa/apps/1', 'GET /2fa']);
  });

  it('reports the proof that the API accepts', async () => {
    const api = new FakeApi();
    api.has('Tablet');
    const asked = backendOf(api).unlinkAuthenticator({ authenticatorId: '1' });
    const { kind, facts } = await failure(asked);
    expect({ kind, facts }).to.deep.equal({
      kind: 'step-up-required',
      facts: { status: 403, stepUp: ['password'] },
    });
  });

  it('reports a refusal without the text of the API', async () => {
    const api = new FakeApi();
    const answers = [
      [Response.json({ error: 'BOOM', echo: SAMPLE.code }, { status: 400 }), 'unexpected'],
      [Response.json({ error: 'toString' }, { status: 400 }), 'unexpected'],
      [new Response('<h1>Kapot</h1>', { status: 400 }), 'unexpected'],
      [Response.json({ error: 'QR_TOO_OLD' }, { status: 410 }), 'enrollment-expired'],
    ] as const;
    for (const [answer, kind] of answers) {
      api.instead = () => answer;
      const error = await failure(backendOf(api).verify({ code: SAMPLE.code }));
      expect(`${error.kind}`).to.equal(kind);
      expect(JSON.stringify([error.message, error.facts])).not.to.include(SAMPLE.code);
    }
  });

  for (const [what, kind, answer] of [
    [
      'a redirect',
      'signed-out',
      () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' }),
    ],
    [
      'a page in place of data',
      'signed-out',
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['a gateway that failed', 'unavailable', () => new Response(null, { status: 502 })],
  ] as const) {
    it(`tells a read by what came, and leaves a change unknown: ${what}`, async () => {
      const api = new FakeApi();
      api.instead = answer;
      const backend = backendOf(api);
      expect((await failure(backend.status())).kind).to.equal(kind);
      const changed = await failure(backend.unlinkAuthenticator({ authenticatorId: '1' }));
      expect(changed).to.have.property('kind', 'unknown-outcome');
      expect(changed).to.have.nested.property('cause.kind', kind);
    });
  }

  it('looks up whether the person is signed in after a gateway failed', async () => {
    const api = new FakeApi();
    api.due = 'code';
    const harness = await mount(ChallengeHarness, { backend: backendOf(api) });
    await harness.untilOffers('submit');
    api.instead = () => {
      api.instead = undefined;
      return new Response(null, { status: 502 });
    };
    await harness.enterCode(SAMPLE.code);
    await harness.untilText(message('challenge.verified.heading'));
    expect(api.requests).to.deep.equal(['POST /2fa/login', 'GET /2fa']);
  });

  it('rejects with the reason of the signal', async () => {
    const reason = new Error('weg');
    const asked = backendOf(new FakeApi()).status({ signal: AbortSignal.abort(reason) });
    expect(await asked.catch((thrown: unknown) => thrown)).to.equal(reason);
  });
});
