import { expect } from '@open-wc/testing';
import { MFA_ERROR_KINDS } from '../../../src/backend/mfa-error.js';
import { resolveBackend } from '../../../src/backend/resolve-backend.js';
import { errorOf, fakeServer, json, kindOf, problem } from '../http/fake-server.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Profi:klant?secret=${SECRET}&issuer=Profi`;

async function contract(respond: () => Response | Promise<Response>) {
  const { fetcher, sent } = fakeServer(respond);
  const documentUrl = 'https://portaal.example/inloggen/verificatie';
  const backend = await resolveBackend({ baseUrl: '/api/mfa/', documentUrl, fetcher });
  return { backend, sent };
}

const app = { id: 'a1', method: 'totp', name: 'Telefoon', createdAt: '2026-01-12T08:30:00Z' };
const appRead = { ...app, createdAt: new Date('2026-01-12T08:30:00Z') };

describe('the project contract', () => {
  it('returns the step that is due', async () => {
    const status = { state: 'code-required', methods: ['totp'], account: 'klant', issuer: 'Profi' };
    const { backend, sent } = await contract(() => json({ ...status, extra: 1 }));
    expect(await backend.status?.()).to.deep.equal(status);
    expect(sent[0]?.url).to.equal('https://portaal.example/api/mfa/status');
    expect(sent[0]?.init).to.include({
      method: 'GET',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    });
    expect(sent[0]?.init.body).to.be.undefined;
    expect(sent[0]?.headers.get('Accept')).to.equal('application/json');
    expect(sent[0]?.headers.has('Content-Type')).to.be.false;
  });

  it('links an app', async () => {
    const start = { id: 'e/1', method: 'totp', secret: SECRET, otpauthUri: URI };
    const { backend, sent } = await contract(() =>
      sent.length === 1
        ? json({ ...start, expiresAt: '2026-01-12T08:40:00.000Z' }, 201)
        : json({ authenticator: app, recoveryCodes: ['a', 'b'], redirectTo: '/' }, 201),
    );
    expect(await backend.startEnrollment?.()).to.deep.equal({
      ...start,
      expiresAt: new Date('2026-01-12T08:40:00Z'),
    });
    const confirmed = await backend.confirmEnrollment?.({
      enrollmentId: 'e/1',
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEH',
      code: '012345',
    });
    expect(confirmed).to.deep.equal({
      authenticator: appRead,
      recoveryCodes: ['a', 'b'],
      redirectTo: '/',
    });
    expect(sent[0]?.body).to.be.undefined;
    expect(sent[1]?.url).to.match(/\/api\/mfa\/enrollments\/e%2F1\/confirmation$/);
    expect(sent[1]?.body).to.deep.equal({ code: '012345' });
    expect(sent[1]?.headers.get('Content-Type')).to.equal('application/json');
  });

  it('signs in with a code and with a recovery code', async () => {
    const { backend, sent } = await contract(() =>
      json({ recoveryCodesLeft: 9, redirectTo: '/x' }),
    );
    expect(await backend.verify?.({ code: '000123', rememberDevice: true })).to.deep.equal({
      redirectTo: '/x',
    });
    expect(await backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD' })).to.deep.equal({
      recoveryCodesLeft: 9,
      redirectTo: '/x',
    });
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { code: '000123', rememberDevice: true },
      { recoveryCode: 'ABCD' },
    ]);
  });

  for (const failure of [
    { success: false },
    { error: 'session expired' },
    { error: { code: 'expired' } },
    { error: true },
    { status: 401 },
    { status: 503 },
    { status: 'error' },
    { status: 'session expired' },
    { status: 'not ok' },
    { status: 'OK_FOR_NOW' },
    { status: false },
  ]) {
    it(`does not know whether it signed in if a failure is stated too: ${JSON.stringify(failure)} (C54)`, async () => {
      const { backend } = await contract(() =>
        json({ recoveryCodesLeft: 9, redirectTo: '/login', ...failure }),
      );
      for (const proven of [
        backend.verify?.({ code: '000123' }),
        backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD' }),
      ]) {
        expect(await kindOf(proven)).to.equal('unknown-outcome');
      }
    });
  }

  for (const extra of [
    { success: true },
    { error: null },
    { error: false },
    { status: 200 },
    { status: 'ok' },
    { status: 'OK' },
    { status: 'success' },
    { status: 'Success' },
    { status: 'SUCCESS' },
    { status: null },
    { message: 'error' },
  ]) {
    it(`signs in if no failure is stated: ${JSON.stringify(extra)}`, async () => {
      const { backend } = await contract(() => json({ redirectTo: '/x', ...extra }));
      expect(await backend.verify?.({ code: '000123' })).to.deep.equal({ redirectTo: '/x' });
    });
  }

  it('signs in without a word about what comes next', async () => {
    const { backend } = await contract(() => new Response(null, { status: 204 }));
    expect(await backend.verify?.({ code: '000123' })).to.deep.equal({});
    expect(await backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD' })).to.deep.equal({});
  });

  it('lists and renames apps', async () => {
    const { backend, sent } = await contract(() =>
      json({ authenticators: [app, { id: 2, method: 'totp', name: null }], authenticator: app }),
    );
    expect(await backend.listAuthenticators?.()).to.deep.equal([
      appRead,
      { id: '2', method: 'totp' },
    ]);
    const renamed = await backend.renameAuthenticator?.({ authenticatorId: 'a1', name: 'Nieuw' });
    expect(renamed).to.deep.equal(appRead);
    expect(sent[1]).to.deep.include({ body: { name: 'Nieuw' } });
    expect(sent[1]?.init.method).to.equal('PATCH');
  });

  it('unlinks, cancels and steps up, without a response body', async () => {
    const { backend, sent } = await contract(() => new Response(null, { status: 204 }));
    expect(await backend.unlinkAuthenticator?.({ authenticatorId: 'a1' })).to.be.undefined;
    expect(await backend.cancelEnrollment?.({ enrollmentId: 'e1' })).to.be.undefined;
    expect(await backend.stepUp?.({ password: 'geheim' })).to.be.undefined;
    expect(await backend.stepUp?.({ code: '123456' })).to.be.undefined;
    expect(
      sent.map(({ init, url, body }) => [init.method, new URL(url).pathname, body]),
    ).to.deep.equal([
      ['DELETE', '/api/mfa/authenticators/a1', undefined],
      ['DELETE', '/api/mfa/enrollments/e1', undefined],
      ['POST', '/api/mfa/step-up', { password: 'geheim' }],
      ['POST', '/api/mfa/step-up', { code: '123456' }],
    ]);
  });

  it('counts and generates recovery codes', async () => {
    const { backend } = await contract(() =>
      json({
        left: 3,
        total: 10,
        createdAt: '2026-01-12T08:30:00+01:00',
        recoveryCodes: ['x', 'y'],
      }),
    );
    expect(await backend.recoveryCodesStatus?.()).to.deep.equal({
      left: 3,
      total: 10,
      createdAt: new Date('2026-01-12T07:30:00Z'),
    });
    expect(await backend.generateRecoveryCodes?.()).to.deep.equal(['x', 'y']);
  });

  const ours = [
    'offline',
    'timeout',
    'unknown-outcome',
    'redirect-required',
    'misconfigured',
    'unexpected',
  ];
  for (const kind of MFA_ERROR_KINDS.filter((one) => !ours.includes(one))) {
    it(`understands the problem ${kind}, whatever the status`, async () => {
      const { backend } = await contract(() => problem(kind, 400));
      expect(await kindOf(backend.verify?.({ code: '123456' }))).to.equal(kind);
    });
  }

  it('reads the facts of a problem: attempts left, time to wait, proofs', async () => {
    const responses = [
      problem('invalid-code', 422, { attemptsLeft: 2 }),
      problem('rate-limited', 429, {}, { 'Retry-After': '12' }),
      problem('locked', 423, {}, { 'Retry-After': '600' }),
      problem('step-up-required', 403, { stepUp: ['password', 'sms', 'code'] }),
    ];
    const { backend } = await contract(() => responses.shift() ?? json({}));
    const facts = [];
    for (let call = 0; call < 4; call += 1) {
      facts.push((await errorOf(backend.verify?.({ code: '123456' }))).facts);
    }
    expect(facts).to.deep.equal([
      { status: 422, attemptsLeft: 2 },
      { status: 429, retryAfter: 12 },
      { status: 423, retryAfter: 600 },
      { status: 403, stepUp: ['password', 'code'] },
    ]);
  });

  for (const kind of [
    'invalid-code',
    'code-reused',
    'invalid-password',
    'invalid-recovery-code',
    'rate-limited',
    'locked',
    'unavailable',
  ]) {
    it(`reads the time to wait of the problem ${kind}, also if the header is hidden`, async () => {
      const responses = [
        problem(kind, 400, { retryAfter: 30 }, { 'Retry-After': '31' }),
        problem(kind, 400, { retryAfter: 30 }),
        problem(kind, 400, {}, { 'Retry-After': '31' }),
      ];
      const { backend } = await contract(() => responses.shift() ?? json({}));
      const waits = [];
      for (let call = 0; call < 3; call += 1) {
        waits.push((await errorOf(backend.verify?.({ code: '123456' }))).facts.retryAfter);
      }
      expect(waits).to.deep.equal([30, 30, 31]);
    });
  }

  it('reads no time to wait where there is none, or where there is nothing to wait for', async () => {
    const responses = [
      problem('invalid-code', 422, { attemptsLeft: 0 }),
      problem('forbidden', 403, { retryAfter: 30 }, { 'Retry-After': '30' }),
      problem('enrollment-expired', 410, {}, { 'Retry-After': '30' }),
    ];
    const { backend } = await contract(() => responses.shift() ?? json({}));
    for (let call = 0; call < 3; call += 1) {
      const { facts } = await errorOf(backend.verify?.({ code: '123456' }));
      expect(facts.retryAfter).to.be.undefined;
    }
  });

  for (const [status, kind] of [
    [400, 'unexpected'],
    [401, 'login-expired'],
    [403, 'login-expired'],
    [404, 'unexpected'],
    [429, 'rate-limited'],
    [423, 'locked'],
    [500, 'unknown-outcome'],
    [503, 'unknown-outcome'],
  ] as const) {
    it(`treats a bare ${status} as ${kind}`, async () => {
      const { backend } = await contract(() => new Response('<h1>Fout</h1>', { status }));
      expect(await kindOf(backend.verify?.({ code: '123456' }))).to.equal(kind);
    });
  }
});
