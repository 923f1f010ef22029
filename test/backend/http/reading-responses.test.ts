import { expect } from '@open-wc/testing';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import type { AccountNames } from '../../../src/backend/results/account-names.js';
import { seededRandom } from '../../support/seeded-random.js';
import { errorOf, fakeServer, json, kindOf } from './fake-server.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URI = `otpauth://totp/Profi:klant?secret=${SECRET}&issuer=Profi`;
const good = { state: 'verified', methods: ['totp'] };

function ask(
  respond: () => Response,
  changes: Partial<BackendDefinition> = {},
  names: AccountNames = {},
) {
  return createHttpBackend({
    baseUrl: 'https://portaal.example',
    definition: { ...definition, ...changes },
    fetcher: fakeServer(respond).fetcher,
    ...names,
  });
}

const typed = (body: BodyInit | null, type?: string, status = 200) => {
  const response = new Response(body, { status });
  response.headers.delete('Content-Type');
  if (type) response.headers.set('Content-Type', type);
  return response;
};

describe('reading a response', () => {
  for (const type of ['application/json', 'application/vnd.api+json;charset=utf-8', 'Text/JSON']) {
    it(`reads ${type} as JSON`, async () => {
      expect(await ask(() => typed(JSON.stringify(good), type)).status?.()).to.deep.equal(good);
    });
  }

  for (const type of [
    'text/html',
    'text/plain',
    'application/json5',
    'application/x-ndjson',
    undefined,
  ]) {
    it(`does not read ${type ?? 'no content type'} as JSON`, async () => {
      expect(await kindOf(ask(() => typed(JSON.stringify(good), type)).status?.())).to.equal(
        type === 'text/html' ? 'signed-out' : 'unexpected',
      );
    });
  }

  it('skips a byte order mark', async () => {
    const body = `\uFEFF${JSON.stringify(good)}`;
    expect(await ask(() => typed(body, 'application/json')).status?.()).to.deep.equal(good);
  });

  for (const [name, body] of Object.entries({
    'deeply nested': '['.repeat(10_000) + ']'.repeat(10_000),
    empty: '',
  })) {
    it(`refuses a body that is ${name}, and does not quote it`, async () => {
      const error = await errorOf(ask(() => typed(body, 'application/json')).status?.());
      expect(error.kind).to.equal('unexpected');
      expect(error.message.length).to.be.below(200);
    });
  }

  it('stops reading an endless body', async () => {
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
    });
    expect(await kindOf(ask(() => typed(body, 'application/json')).status?.())).to.equal(
      'unexpected',
    );
    expect(chunks).to.be.below(10);
  });

  for (const [name, body] of Object.entries({
    null: null,
    'a list': [],
    'a text': 'verified',
    'no state': { methods: ['totp'] },
    'an unknown state': { state: 'admin' },
    'a state of another type': { state: 1 },
    'methods of another type': { state: 'verified', methods: 'totp' },
    'an account that is an object': { ...good, account: { toString: 'x' } },
  })) {
    it(`refuses a status result with ${name}`, async () => {
      expect(await kindOf(ask(() => json(body)).status?.())).to.equal('unexpected');
    });
  }

  for (const createdAt of ['gisteren', '2026-13-40T00:00:00Z', '2026-01-01', 1768206600, '1']) {
    it(`refuses ${createdAt} as a time`, async () => {
      const backend = ask(() => json({ authenticators: [{ id: 'a', createdAt }] }));
      expect(await kindOf(backend.listAuthenticators?.())).to.equal('unexpected');
    });
  }

  for (const date of [
    ...['', ' ', 'null', 'Invalid Date', 'never', 0, '0', -1, '-62135596800'],
    ...['0001-01-01T00:00:00Z', '0001-01-01T00:00:00', '0001-01-01T00:00:00+00:00'],
    ...['0000-00-00', '0000-00-00 00:00:00', '-0001-11-30T00:00:00+00:00', '1601-01-01T00:00:00Z'],
    ...['1753-01-01T00:00:00Z', '1899-12-30', '1900-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
    ...['1970-01-01T01:00:00+01:00', '1970-01-21T11:10:06Z', '1980-01-01T00:00:00Z'],
    ...[
      '2001-01-01T00:00:00Z',
      '9999-12-31',
      '9999-12-31T23:59:59.9999999Z',
      '2999-12-31T00:00:00Z',
    ],
    ...['+292278994-08-17T07:12:55Z', '+010000-01-01T00:00:00Z'],
  ]) {
    it(`takes ${date} for no date, in every field (host page 14)`, async () => {
      const list = ask(() =>
        json({ authenticators: [{ id: 'a', createdAt: date, lastUsedAt: date }] }),
      );
      expect(await list.listAuthenticators?.()).to.deep.equal([{ id: 'a', method: 'totp' }]);
      const codes = ask(() => json({ left: 3, createdAt: date }));
      expect(await codes.recoveryCodesStatus?.()).to.deep.equal({ left: 3 });
      const enrollment = ask(() =>
        json({ id: '1', secret: SECRET, otpauthUri: URI, expiresAt: date }),
      );
      expect(await enrollment.startEnrollment?.()).to.not.have.property('expiresAt');
    });
  }

  it('accepts 204 for a correct code, and not for the start of an enrollment (C55)', async () => {
    const backend = ask(() => new Response(null, { status: 204 }));
    expect(await backend.verify?.({ code: '123456' })).to.deep.equal({});
    expect(await kindOf(backend.startEnrollment?.())).to.equal('unknown-outcome');
    expect(await kindOf(backend.listAuthenticators?.())).to.equal('unexpected');
  });

  it('copies only the fields of the result, and follows no prototype', async () => {
    const body = '{"state":"verified","__proto__":{"account":"x"},"constructor":{"issuer":"y"}}';
    const status = await ask(() => typed(body, 'application/json')).status?.();
    expect(status).to.deep.equal({ state: 'verified', methods: ['totp'] });
    expect(Object.keys(status ?? {})).to.have.members(['state', 'methods']);
  });

  it('quotes no part of a failed response', async () => {
    const body = JSON.stringify({ detail: 'code 123456 and secret JBSWY3DP are wrong' });
    const error = await errorOf(
      ask(() => typed(body, 'application/json', 400)).verify?.({ code: '123456' }),
    );
    expect(`${error.message} ${JSON.stringify(error.facts)}`).to.not.match(/123456|JBSWY|wrong/);
  });

  it('throws nothing but an MfaError in ten thousand responses of any shape', async () => {
    const random = seededRandom(20_261_122);
    const keys = [
      ...'abc',
      '__proto__',
      'constructor',
      'toString',
      'length',
      'authenticators',
      'id',
      'redirectTo',
    ];
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const grow = (depth: number): unknown => {
      const kind = Math.floor(random() * (depth > 4 ? 5 : 8));
      if (kind < 5) return [null, true, -1.5, 'verified', '2026-01-12T08:30:00Z'][kind];
      const parts = Array.from({ length: Math.floor(random() * 4) }, () => grow(depth + 1));
      if (kind === 5) return parts;
      return JSON.parse(
        `{${parts.map((part) => `${JSON.stringify(pick(keys))}:${JSON.stringify(part)}`).join()}}`,
      );
    };
    const backend = ask(() => json(grow(0), pick([200, 201, 400, 422, 500]) ?? 200));
    const calls = [
      () => backend.status?.(),
      () => backend.startEnrollment?.(),
      () => backend.verify?.({ code: '123456' }),
      () => backend.listAuthenticators?.(),
      () => backend.generateRecoveryCodes?.(),
    ];
    let refused = 0;
    for (let round = 0; round < 10_000; round += 1) {
      await pick(calls)?.()?.catch((error: Error) => {
        expect(error.name).to.equal('MfaError');
        refused += 1;
      });
    }
    expect(refused).to.be.within(1, 9_999);
    expect(Object.keys(Object.prototype)).to.be.empty;
  }).timeout(60_000);
});

describe('a redirect or a page in place of data', () => {
  const page = () => typed('<!doctype html><title>Inloggen</title>', 'text/html; charset=utf-8');
  // A script cannot create an opaque redirect; 302 is handled by the same code.
  const redirect = () => new Response(null, { status: 302, headers: { Location: '/login' } });

  for (const [name, respond] of [
    ['a page', page],
    ['a redirect', redirect],
  ] as const) {
    it(`is never a success: ${name}`, async () => {
      const backend = ask(respond);
      const unverified = await errorOf(backend.verify?.({ code: '123456' }));
      expect(unverified.kind).to.equal('unknown-outcome');
      expect(unverified.cause?.kind).to.equal('login-expired');
      const error = await errorOf(backend.unlinkAuthenticator?.({ authenticatorId: 'a' }));
      expect(error.kind).to.equal('unknown-outcome');
      expect(error.cause?.kind).to.equal('signed-out');
      expect(error.message).to.match(/text\/html|a redirect/);
    });

    it(`is the error kind that the definition gives: ${name}`, async () => {
      const backend = ask(respond, { errors: [{ redirected: true, kind: 'forbidden' }] });
      expect(await kindOf(backend.status?.())).to.equal('forbidden');
    });
  }
});

describe('the material of an enrollment', () => {
  const start = (body: object, names = {}) =>
    ask(() => json({ id: 'e', ...body }), {}, names).startEnrollment?.();

  it('derives the URI from the secret', async () => {
    const enrollment = await start(
      { secret: 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp' },
      { issuer: 'Profi Portaal', account: 'klant' },
    );
    expect(enrollment?.secret).to.equal(SECRET);
    expect(enrollment?.otpauthUri).to.equal(
      `otpauth://totp/Profi%20Portaal:klant?secret=${SECRET}&issuer=Profi%20Portaal`,
    );
  });

  it('derives the URI from the names that a page has when the enrollment starts', async () => {
    let account: string | undefined = 'oud';
    const names = { issuer: () => 'Profi', account: () => account };
    const backend = ask(() => json({ id: 'e', secret: SECRET }), {}, names);
    const accountOf = (uri = '') => new URL(uri).pathname.split(':').at(-1);
    expect(accountOf((await backend.startEnrollment?.())?.otpauthUri)).to.equal('oud');
    account = 'nieuw';
    expect(accountOf((await backend.startEnrollment?.())?.otpauthUri)).to.equal('nieuw');
    account = undefined;
    expect((await backend.startEnrollment?.())?.otpauthUri).to.not.include('nieuw');
  });

  it('has the names of the page in a request, and others if the page has none', async () => {
    const { fetcher, sent } = fakeServer(() => json({ secret: SECRET }));
    for (const account of ['klant', '', undefined]) {
      const backend = createHttpBackend({
        baseUrl: 'https://portaal.example',
        definition: {
          variables: { account: 'iemand' },
          operations: {
            startEnrollment: {
              request: 'POST /start',
              body: { account: '{account}' },
              result: { secret: '$.secret' },
            },
          },
        },
        fetcher,
        issuer: 'Profi',
        account: () => account,
      });
      await backend.startEnrollment?.();
    }
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { account: 'klant' },
      { account: 'iemand' },
      { account: 'iemand' },
    ]);
  });

  it('derives the secret from the URI', async () => {
    expect((await start({ otpauthUri: URI }))?.secret).to.equal(SECRET);
  });

  it('is refused if neither the response nor the page has names', async () => {
    expect(await kindOf(start({ secret: SECRET }))).to.equal('misconfigured');
  });

  for (const [name, body] of Object.entries({
    'a secret that differs from the one in the URI (C28)': {
      secret: SECRET.replaceAll('J', 'K'),
      otpauthUri: URI,
    },
    'a URI with a script': { secret: SECRET, otpauthUri: 'javascript:alert(1)' },
    'a short secret': { secret: 'JBSWY3DP' },
    nothing: {},
  })) {
    it(`refuses ${name}`, async () => {
      const error = await errorOf(start(body, { issuer: 'Profi', account: 'klant' }));
      expect(error.cause?.kind).to.equal('unexpected');
      expect(error.message).to.not.include('JBSWY');
    });
  }
});
