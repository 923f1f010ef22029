import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type { OperationDefinitions } from '../../../src/backend/definition/definition.js';
import { answeringServer, errorOf, json, kindOf } from '../http/fake-server.js';

const baseUrl = 'https://portaal.example/api';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

function answered(operations: OperationDefinitions, response: Response) {
  const { fetcher } = answeringServer(response);
  const names = { issuer: 'Portaal', account: 'sanne@voorbeeld.nl' };
  return createHttpBackend({ baseUrl, fetcher, definition: { operations }, ...names });
}

const list = (result: NonNullable<OperationDefinitions['listAuthenticators']>['result']) => ({
  listAuthenticators: {
    request: 'GET /x',
    success: { status: [200, 404] },
    ...(result && { result }),
  },
});

describe('a list of apps', () => {
  it('is read item by item, with times in any of three notations', async () => {
    const backend = answered(
      list({
        $each: "$.factors[?@.type=='totp' && @.status=='verified']",
        $as: {
          id: '$.id',
          name: '$.friendly_name',
          createdAt: { $seconds: '$.created' },
          lastUsedAt: { $milliseconds: '$.used' },
        },
      }),
      json({
        factors: [
          {
            type: 'totp',
            status: 'verified',
            id: 7,
            friendly_name: 'a',
            created: 1768206600.5,
            used: '1772467500000',
          },
          { type: 'totp', status: 'unverified', id: 8 },
          { type: 'phone', status: 'verified', id: 9 },
          { type: 'totp', status: 'verified', id: 'x', created: 'yesterday' },
        ],
      }),
    );
    expect(await backend.listAuthenticators?.()).to.deep.equal([
      {
        id: '7',
        method: 'totp',
        name: 'a',
        createdAt: new Date('2026-01-12T08:30:00.500Z'),
        lastUsedAt: new Date('2026-03-02T16:05:00Z'),
      },
      { id: 'x', method: 'totp' },
    ]);
  });

  it('may be at the root, or nested in lists of lists', async () => {
    const flat = answered(list({ $each: '$', $as: { id: '$.id' } }), json([{ id: 'a' }]));
    expect(await flat.listAuthenticators?.()).to.deep.equal([{ id: 'a', method: 'totp' }]);
    const nested = answered(
      list({ $each: '$[*].items[*].credential', $as: { id: '$.id' } }),
      json([{ items: [{ credential: { id: 'a' } }] }, { items: [{ credential: { id: 'b' } }] }]),
    );
    expect(await nested.listAuthenticators?.()).to.have.length(2);
  });

  for (const [what, result, on, off] of [
    [
      'a boolean',
      [{ $when: { path: '$.enabled', equals: true }, id: 'totp' }],
      json({ enabled: true }),
      json({ enabled: false }),
    ],
    ['the status alone', [{ $when: { status: 200 }, id: 'totp' }], json({}), json({}, 404)],
    [
      'a value in a list',
      [{ $when: { path: "$.types[?@=='TOTP']" }, id: 'totp' }],
      json({ types: ['PASSWORD', 'TOTP'] }),
      json({ types: ['PASSWORD'] }),
    ],
    [
      'the presence of a node',
      [{ $when: { path: "$.nodes[?@.attributes.name=='totp_unlink']" }, id: 'totp' }],
      json({ nodes: [{ attributes: { name: 'totp_unlink' } }] }),
      json({ nodes: [{ attributes: { name: 'totp_qr' } }] }),
    ],
  ] as const) {
    it(`of one app may be derived from ${what}`, async () => {
      expect(await answered(list(result), on).listAuthenticators?.()).to.have.length(1);
      expect(await answered(list(result), off).listAuthenticators?.()).to.deep.equal([]);
    });
  }

  for (const [where, path, empty, others] of [
    ['in a member', '$.items', { items: [] }, [{}, { items: null }, { items: {} }, [], null]],
    ['in each of a member', '$.items[*]', { items: [] }, [{}, { items: null }, { items: 'x' }, []]],
    ['in an object of a member', '$.items[*]', { items: {} }, [{}, { items: 0 }, { items: '' }]],
    ['in an object of a member, by a name', '$.items.*', { items: {} }, [{}, { items: null }]],
    [
      'in a member, of which a filter selects some',
      "$.items[?@.type=='totp']",
      { items: [{ type: 'phone' }] },
      [{}, { items: null }, { items: 'x' }],
    ],
    [
      'in an object, of which a filter selects some',
      "$.items[?@.type=='totp']",
      { items: { a: { type: 'phone' } } },
      [{}, { items: null }, { items: 'x' }],
    ],
    [
      'at the root, of which a filter selects some',
      "$[?@.type=='totp']",
      [],
      [{}, { data: {} }, { message: 'ok' }, { maintenance: true }, 'x', true, null],
    ],
    ['in each item of a list', '$.groups[*].items[*]', { groups: [{}] }, [{}, { groups: null }]],
  ] as const) {
    it(`is empty only if there is what the items would be in: ${where}`, async () => {
      const apps = (body: unknown) =>
        answered(list({ $each: path, $as: { id: '$.id' } }), json(body)).listAuthenticators?.();
      expect(await apps(empty)).to.deep.equal([]);
      for (const body of others) {
        expect(await kindOf(apps(body)), JSON.stringify(body)).to.equal('unexpected');
      }
    });
  }

  it('may be in an object that has a member for each app', async () => {
    const backend = answered(
      list({ $each: '$.apps.*', $as: { id: '$.id' } }),
      json({ apps: { a: { id: 'a' }, b: { id: 'b' } } }),
    );
    expect(await backend.listAuthenticators?.()).to.have.length(2);
  });

  it('may be left out by a server that says so otherwise', async () => {
    const apps = (body: unknown) =>
      answered(
        {
          listAuthenticators: {
            request: 'GET /x',
            success: { path: '$.user' },
            result: { $first: [{ $each: '$.user.apps[*]', $as: { id: '$.id' } }, []] },
          },
        },
        json(body),
      ).listAuthenticators?.();
    expect(await apps({ user: {} })).to.deep.equal([]);
    expect(await kindOf(apps({}))).to.equal('unexpected');
  });
});

describe('null', () => {
  it('is the same as no value: it makes no item, and the next path is tried', async () => {
    const backend = answered(
      list([
        { $when: { path: '$.linked_at' }, id: 'totp' },
        { $when: { path: '$.id' }, id: { $first: ['$.none', '$.id'] } },
      ]),
      json({ linked_at: null, none: null, id: 'a' }),
    );
    expect(await backend.listAuthenticators?.()).to.deep.equal([{ id: 'a', method: 'totp' }]);
  });
});

describe('a status', () => {
  it('is the first state whose condition holds', async () => {
    const status = {
      request: 'GET /me',
      result: {
        state: {
          $first: [
            { $when: { path: '$.verified', equals: true }, $value: 'verified' },
            { $when: { path: '$.linked', equals: true }, $value: 'code-required' },
            'enrollment-required',
          ],
        },
        account: { $first: ['$.email', '$.login', '{account}'] },
      },
    };
    for (const [body, state, account] of [
      [{ verified: true, linked: true, email: 'e' }, 'verified', 'e'],
      [{ linked: true, login: 'l' }, 'code-required', 'l'],
      [{}, 'enrollment-required', 'sanne@voorbeeld.nl'],
    ] as const) {
      const found = await answered({ status }, json(body)).status?.();
      expect(found).to.deep.equal({ state, account, methods: ['totp'] });
    }
  });
});

describe('an enrollment', () => {
  const start = (
    result: NonNullable<OperationDefinitions['startEnrollment']>['result'],
    response: Response,
  ) =>
    answered(
      { startEnrollment: { request: 'POST /x', ...(result && { result }) } },
      response,
    ).startEnrollment?.();

  it('gets a URI from the secret, the names of the page and the numbers of the response', async () => {
    const enrollment = await start(
      { id: { $header: 'Location' }, secret: '$.s', algorithm: '$.a', digits: '$.d', period: 60 },
      json({ s: SECRET.toLowerCase(), a: 'sha-256', d: 8 }, 200, { Location: '/x/1' }),
    );
    expect(enrollment?.id).to.equal('/x/1');
    expect(enrollment?.secret).to.equal(SECRET);
    const uri = new URL(enrollment?.otpauthUri ?? '');
    expect(decodeURIComponent(uri.pathname)).to.include('Portaal:sanne@voorbeeld.nl');
    expect(Object.fromEntries(uri.searchParams)).to.deep.equal({
      secret: SECRET,
      issuer: 'Portaal',
      algorithm: 'SHA256',
      digits: '8',
      period: '60',
    });
  });

  it('takes its names from the response first, then from the page', async () => {
    const result = { secret: '$.s', issuer: '$.i', account: '$.e' };
    const enrollment = await start(result, json({ s: SECRET, i: 'Bank', e: 'piet' }));
    expect(decodeURIComponent(enrollment?.otpauthUri ?? '')).to.include('Bank:piet');
  });

  it('gets its secret from the URI', async () => {
    const uri = `otpauth://totp/Bank:piet?secret=${SECRET}&issuer=Bank`;
    const enrollment = await start({ otpauthUri: '$.uri' }, json({ uri }));
    expect(enrollment).to.deep.equal({
      id: 'current',
      method: 'totp',
      secret: SECRET,
      otpauthUri: uri,
    });
  });

  for (const [what, result] of Object.entries({
    'an unknown algorithm': { secret: '$.s', algorithm: 'MD5' },
    'nine digits': { secret: '$.s', digits: 9 },
    'no secret': { secret: '$.none' },
  })) {
    it(`is refused with ${what}`, async () => {
      const error = await errorOf(start(result, json({ s: SECRET })));
      expect(error.cause?.kind).to.equal('unexpected');
      expect(error.message).to.not.include(SECRET);
    });
  }
});

describe('recovery codes', () => {
  const codes = async (
    result: NonNullable<OperationDefinitions['generateRecoveryCodes']>['result'],
    body: unknown,
  ) =>
    answered(
      { generateRecoveryCodes: { request: 'POST /x', ...(result && { result }) } },
      json(body),
    ).generateRecoveryCodes?.();

  it('may be a list, a text with commas, a list of objects or a single code', async () => {
    expect(await codes('$', ['a', 'b'])).to.deep.equal(['a', 'b']);
    expect(await codes({ $split: '$.codes', $by: ',' }, { codes: 'a, b,c,' })).to.deep.equal([
      'a',
      'b',
      'c',
    ]);
    const objects = { $each: '$.codes[?!@.usedAt].code' };
    expect(
      await codes(objects, { codes: [{ code: 'a' }, { code: 'b', usedAt: 1 }] }),
    ).to.deep.equal(['a']);
    expect(await codes(['$.recovery_code'], { recovery_code: 'a' })).to.deep.equal(['a']);
  });

  it('are counted if the server returns the codes and no number', async () => {
    const recoveryCodesStatus = { request: 'GET /x', result: { left: { $count: '$.unused[*]' } } };
    const backend = answered({ recoveryCodesStatus }, json({ unused: ['a', 'b'] }));
    expect(await backend.recoveryCodesStatus?.()).to.deep.equal({ left: 2 });
    const none = answered({ recoveryCodesStatus }, json({ unused: [] }));
    expect(await none.recoveryCodesStatus?.()).to.deep.equal({ left: 0 });
    const map = answered({ recoveryCodesStatus }, json({ unused: {} }));
    expect(await map.recoveryCodesStatus?.()).to.deep.equal({ left: 0 });
    for (const body of [{}, { unused: null }, { unused: '' }, [], { message: 'ok' }]) {
      const nothing = answered({ recoveryCodesStatus }, json(body)).recoveryCodesStatus?.();
      expect(await kindOf(nothing), JSON.stringify(body)).to.equal('unexpected');
    }
  });

  it('that replace a used one come with the result of the sign-in', async () => {
    const verifyRecoveryCode = {
      request: 'POST /x',
      body: { code: '{recoveryCode}' },
      result: { recoveryCodes: ['$.recovery_code'] },
    };
    const backend = answered({ verifyRecoveryCode }, json({ recovery_code: 'new' }));
    expect(await backend.verifyRecoveryCode?.({ recoveryCode: 'old' })).to.deep.equal({
      recoveryCodes: ['new'],
    });
  });
});

describe('tokens', () => {
  it('are passed to the page and are in no result', async () => {
    const kept: unknown[] = [];
    const { fetcher } = answeringServer(
      json({ access_token: 'a', refresh_token: 'r', expires: 60 }),
    );
    const backend = createHttpBackend({
      baseUrl,
      fetcher,
      page: { storeAuthTokens: (tokens, operation) => kept.push([tokens, operation]) },
      definition: {
        operations: {
          verify: {
            request: 'POST /x',
            tokens: { accessToken: '$.access_token', expiresIn: '$.expires', idToken: '$.none' },
          },
        },
      },
    });
    expect(await backend.verify?.({ code: '1' })).to.deep.equal({});
    expect(kept).to.deep.equal([[{ accessToken: 'a', expiresIn: '60' }, 'verify']]);
  });
});

describe('an error rule', () => {
  const refused = async (rule: object, body: unknown, headers = {}) => {
    const error = await errorOf(
      answered(
        { verify: { request: 'POST /x', errors: [{ kind: 'invalid-code', ...rule }] } },
        json(body, 400, headers),
      ).verify?.({ code: '1' }),
    );
    return error.facts;
  };

  it('reads the attempts left, or computes them from those used', async () => {
    expect((await refused({ attemptsLeft: '$.left' }, { left: 2 })).attemptsLeft).to.equal(2);
    const reckoned = { attemptsLeft: { most: '$.max', used: '$.now' } };
    expect((await refused(reckoned, { max: 5, now: 3 })).attemptsLeft).to.equal(2);
    expect((await refused(reckoned, { max: 5, now: 5 })).attemptsLeft).to.equal(0);
    for (const [max, now] of [
      ['5', '3'],
      [5, '3'],
      ['5', 3],
    ]) {
      expect((await refused(reckoned, { max, now })).attemptsLeft).to.equal(2);
    }
    for (const [max, now] of [
      [5, undefined],
      [3, 5],
      [null, null],
      [3, null],
      [null, 0],
      ['', ''],
      [5, ''],
      [5, ' '],
      ['5', '-1'],
      ['1e3', 1],
      ['0x5', 1],
      [['5'], 3],
      ['9'.repeat(20), 0],
      [[], []],
      [true, false],
      [2.5, 0.5],
    ]) {
      const facts = await refused(reckoned, { max, now });
      expect(facts, JSON.stringify([max, now])).to.not.have.property('attemptsLeft');
    }
    for (const left of ['2', '02']) {
      expect((await refused({ attemptsLeft: '$.left' }, { left })).attemptsLeft).to.equal(2);
    }
    for (const left of [null, '', ' ', '-1', '1.5', 'two', -1, 1.5, [], [2], true, {}]) {
      const facts = await refused({ attemptsLeft: '$.left' }, { left });
      expect(facts, JSON.stringify(left)).to.not.have.property('attemptsLeft');
    }
  });

  it('reads the time to wait from the first path that has it', async () => {
    const rule = {
      kind: 'rate-limited',
      retryAfter: [
        { header: 'X-Retry-After' },
        { path: '$.retryAfterMs', unit: 'milliseconds' },
        { header: 'X-Reset', unit: 'epoch' },
        90,
      ],
    };
    const date = { Date: 'Sun, 22 Nov 2026 12:00:00 GMT' };
    const reset = String(Date.parse(date.Date) / 1000 + 45);
    expect((await refused(rule, {}, { 'X-Retry-After': '7' })).retryAfter).to.equal(7);
    expect((await refused(rule, { retryAfterMs: 30_000 })).retryAfter).to.equal(30);
    expect((await refused(rule, {}, { ...date, 'X-Reset': reset })).retryAfter).to.equal(45);
    expect((await refused(rule, {})).retryAfter).to.equal(90);
  });

  it('names the proofs that are accepted, some only on a condition', async () => {
    const rule = {
      kind: 'step-up-required',
      stepUp: [
        { $when: { path: "$.flows[?@.id=='mfa']" }, $value: 'code' },
        { $when: { path: "$.flows[?@.id=='password']" }, $value: 'password' },
      ],
    };
    const body = { flows: [{ id: 'mfa' }] };
    expect((await refused(rule, body)).stepUp).to.deep.equal(['code']);
    const both = { flows: [{ id: 'mfa' }, { id: 'password' }] };
    expect((await refused(rule, both)).stepUp).to.deep.equal(['password', 'code']);
  });
});
