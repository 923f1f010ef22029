import { expect } from '@open-wc/testing';
import type {
  BackendDefinition,
  OperationDefinition,
} from '../../../src/backend/definition/definition.js';
import type { ErrorRule } from '../../../src/backend/definition/error-rule-types.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import type { Variables } from '../../../src/backend/definition/variables.js';
import { errorOf, fakeServer, json, kindOf } from '../http/fake-server.js';

const baseUrl = 'https://portaal.example/api';

function send(
  verify: OperationDefinition,
  {
    variables,
    respond,
    ...rest
  }: Omit<Partial<BackendDefinition>, 'variables'> & {
    variables?: Variables;
    respond?: () => Response;
  } = {},
) {
  const { fetcher, sent } = fakeServer(respond ?? (() => json({})));
  const definition = { ...rest, operations: { verify } };
  const backend = createHttpBackend({
    baseUrl,
    definition,
    fetcher,
    ...(variables && { variables }),
  });
  const ask = (code = '012345', rememberDevice?: boolean) =>
    backend.verify?.({ code, ...(rememberDevice !== undefined && { rememberDevice }) });
  return { ask, sent };
}

describe('a definition that is no JSON data', () => {
  const body: Record<string, unknown> = {};
  body.itself = body;
  const unreadable = {
    get body() {
      throw new Error('nee');
    },
  };

  for (const [what, verify] of Object.entries({
    'contains itself': { request: 'POST /challenge', body },
    'has a BigInt': { request: 'POST /challenge', body: { code: 1n } },
    'cannot be read': unreadable,
  })) {
    it(`because it ${what}, is misconfigured (D17)`, () => {
      expect(() => send(verify as OperationDefinition))
        .to.throw(MfaError, 'The backend definition is not JSON data')
        .with.property('kind', 'misconfigured');
    });
  }
});

describe('a request from a definition', () => {
  it('encodes path and query, and omits a query parameter without a value', async () => {
    const { ask, sent } = send(
      { request: 'GET /users/{user}/mfa{?code,flow,aal}' },
      { variables: { user: "a/b?c#d e&é!'()*|", aal: 2, flow: () => undefined } },
    );
    await ask();
    expect(sent[0]?.url).to.equal(
      `${baseUrl}/users/a%2Fb%3Fc%23d%20e%26%C3%A9%21%27%28%29%2A%7C/mfa?code=012345&aal=2`,
    );
  });

  for (const hostile of ['..', '.', '', '\uD800']) {
    it(`sends nothing to the path of ${JSON.stringify(hostile)}`, async () => {
      const { ask, sent } = send(
        { request: 'DELETE /users/{user}' },
        { variables: { user: hostile } },
      );
      expect(await kindOf(ask())).to.equal('unexpected');
      expect(sent).to.be.empty;
    });
  }

  it('sends nothing when a part of the path has no value', async () => {
    const { ask, sent } = send({ request: 'GET /users/{user}' });
    expect((await errorOf(ask())).message).to.include('{user}');
    expect(sent).to.be.empty;
  });

  it('fills in a body, keeps types and omits a field without a value', async () => {
    const { ask, sent } = send(
      {
        request: 'POST /x',
        body: {
          enable: true,
          nested: { otp: '{code}', text: 'code {code}', gone: 'x {absent}', empty: {} },
          list: ['{code}', '{absent}', 1, null],
          remember: '{rememberDevice}',
          count: '{count}',
        },
      },
      { variables: { count: 3 }, capabilities: { rememberDevice: true } },
    );
    await ask('000001', false);
    expect(sent[0]?.body).to.deep.equal({
      enable: true,
      nested: { otp: '000001', text: 'code 000001', empty: {} },
      list: ['000001', 1, null],
      remember: false,
      count: 3,
    });
  });

  it('does not send rememberDevice to a server that cannot remember a device', async () => {
    const { ask, sent } = send({ request: 'POST /x', body: { remember: '{rememberDevice}' } });
    await ask('123456', true);
    expect(sent[0]?.body).to.deep.equal({});
  });

  it('treats __proto__ in a body as an ordinary key', async () => {
    const body = JSON.parse('{"__proto__":{"admin":"{code}"},"constructor":"{code}"}') as Record<
      string,
      string
    >;
    const { ask, sent } = send({ request: 'POST /x', body });
    await ask();
    expect(sent[0]?.init.body).to.equal('{"__proto__":{"admin":"012345"},"constructor":"012345"}');
    expect(Object.hasOwn(Object.prototype, 'admin')).to.be.false;
  });

  it('does not look up a variable on a prototype', async () => {
    const { ask, sent } = send({
      request: 'POST /x',
      body: { a: '{toString}', b: '{constructor}' },
    });
    await ask();
    expect(sent[0]?.body).to.deep.equal({});
  });

  it('gets a header from the page for each request, and omits it without a value', async () => {
    let asked = 0;
    const { ask, sent } = send(
      { request: 'GET /x', headers: { accept: 'application/vnd.x+json', 'X-Gone': '{absent}' } },
      {
        headers: { Authorization: 'Bearer {token}', Accept: 'text/json' },
        variables: {
          token: () => Promise.resolve(`t${++asked}`),
          unused: () => expect.fail('asked'),
        },
      },
    );
    await ask();
    await ask();
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer t1',
      'Bearer t2',
    ]);
    expect(sent[0]?.headers.get('Accept')).to.equal('application/vnd.x+json');
    expect(sent[0]?.headers.has('X-Gone')).to.be.false;
  });

  for (const [name, token] of Object.entries<Variables[string]>({
    throws: () => {
      throw new Error('geheim');
    },
    'gives an object': () => ({}) as string,
    'breaks the header': 'a\r\nX-Evil: geheim',
  })) {
    it(`sends nothing when a variable ${name}`, async () => {
      const { ask, sent } = send(
        { request: 'POST /x', headers: { 'X-Token': '{token}' } },
        { variables: { token } },
      );
      const error = await errorOf(ask());
      expect(error.kind).to.equal('misconfigured');
      expect(error.message).to.not.include('geheim');
      expect(sent).to.be.empty;
    });
  }

  it('waits for a variable no longer than for a response', async () => {
    const { ask, sent } = send(
      { request: 'POST /x', body: '{token}' },
      { timeout: 5, variables: { token: () => new Promise(() => undefined) } },
    );
    expect(await kindOf(ask())).to.equal('timeout');
    expect(sent).to.be.empty;
  });

  it('has only the operations that are described', () => {
    const operations = { status: { request: 'GET /s' } };
    const backend = createHttpBackend({ baseUrl, definition: { operations } });
    expect(Object.keys(backend)).to.deep.equal(['status', 'forget']);
  });
});

describe('a response, read as a definition describes it', () => {
  const rules = (errors: ErrorRule[], respond: () => Response, own: ErrorRule[] = []) =>
    send({ request: 'POST /x', errors: own }, { errors, respond }).ask();

  it('gets its error from the first rule that holds; the rules of the operation come first', async () => {
    const respond = () => json({ error: { code: 'otp_bad' } }, 401);
    const path = "$['error'].code";
    expect(
      await kindOf(
        rules(
          [
            { status: [400, 403], kind: 'forbidden' },
            { path, equals: 'other', kind: 'csrf' },
            { path, startsWith: 'otp_', kind: 'invalid-code' },
            { status: 401, kind: 'signed-out' },
          ],
          respond,
        ),
      ),
    ).to.equal('invalid-code');
    const [all, own] = [
      { status: 401, kind: 'signed-out' },
      { status: 401, kind: 'code-reused' },
    ] as const;
    expect(await kindOf(rules([all], respond, [own]))).to.equal('code-reused');
  });

  it('refuses the proof that was sent: servers have one error for codes of both kinds', async () => {
    const { fetcher } = fakeServer(() => json({}, 422));
    const backend = createHttpBackend({
      baseUrl,
      fetcher,
      variables: { password: 'geheim' },
      definition: {
        operations: {
          verifyRecoveryCode: { request: 'POST /x' },
          stepUp: { request: 'POST /x' },
          generateRecoveryCodes: { request: 'POST /x', requires: ['password'] },
          unlinkAuthenticator: { request: 'POST /x' },
        },
        errors: [{ status: 422, kind: 'invalid-code' }],
      },
    });
    expect([
      await kindOf(backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD-1234' })),
      await kindOf(backend.stepUp?.({ password: 'geheim' })),
      await kindOf(backend.stepUp?.({ code: '012345' })),
      await kindOf(backend.generateRecoveryCodes?.()),
      await kindOf(backend.unlinkAuthenticator?.({ authenticatorId: '1' })),
    ]).to.deep.equal([
      'invalid-recovery-code',
      'invalid-password',
      'invalid-code',
      'invalid-password',
      'invalid-code',
    ]);
  });

  it('matches a condition on presence if the key exists', async () => {
    const errors: ErrorRule[] = [
      { path: '$.errors.LockedOut', exists: true, kind: 'locked' },
      { path: '$.errors.InvalidTwoFactorCode', exists: true, kind: 'invalid-code' },
    ];
    const respond = () => json({ errors: { InvalidTwoFactorCode: ['x'] } }, 400);
    expect(await kindOf(rules(errors, respond))).to.equal('invalid-code');
  });

  it('succeeds or fails by its body, if the definition says so', async () => {
    const verify: OperationDefinition = {
      request: 'POST /x',
      success: { status: [200, 422], path: '$.status', equals: 'OK' },
      errors: [{ path: '$.status', equals: 'KO', kind: 'invalid-code' }],
    };
    expect(await send(verify, { respond: () => json({ status: 'OK' }, 422) }).ask()).to.deep.equal(
      {},
    );
    expect(await kindOf(send(verify, { respond: () => json({ status: 'KO' }) }).ask())).to.equal(
      'invalid-code',
    );
  });

  it('gives lists, indexes, quoted names and constants', async () => {
    const definition: BackendDefinition = {
      operations: {
        listAuthenticators: {
          request: 'GET /x',
          result: {
            $each: "$['2fa-apps']",
            $as: { id: '$[0]', name: '$[1]["the name"]', method: 'totp' },
          },
        },
      },
    };
    const { fetcher } = fakeServer(() =>
      json({
        '2fa-apps': [
          [7, { 'the name': 'Telefoon' }],
          ['b', {}],
        ],
      }),
    );
    const backend = createHttpBackend({ baseUrl, definition, fetcher });
    expect(await backend.listAuthenticators?.()).to.deep.equal([
      { id: '7', method: 'totp', name: 'Telefoon' },
      { id: 'b', method: 'totp' },
    ]);
  });

  const DATE = 'Wed, 21 Oct 2026 07:28:00 GMT';
  for (const [value, seconds] of [
    ['30', 30],
    ['0', 0],
    ['-1', 30],
    ['abc', 30],
    ['1e9', 30],
    ['1000000000', 3600],
    [undefined, 30],
    ['Wed, 21 Oct 2026 07:29:30 GMT', 90],
    ['Wed, 21 Oct 2026 07:00:00 GMT', 0],
    ['Wednesday, 99 Foo 2026 07:00:00 GMT', 30],
  ] as const) {
    it(`means a wait of ${seconds} s with Retry-After: ${value ?? 'nothing'} (C65)`, async () => {
      const respond = () => json({}, 429, { Date: DATE, ...(value && { 'Retry-After': value }) });
      expect((await errorOf(rules([], respond))).facts.retryAfter).to.equal(seconds);
    });
  }

  it('ignores the clock of the device if Retry-After is a date', async () => {
    const respond = () => json({}, 429, { 'Retry-After': 'Wed, 21 Oct 2099 07:29:30 GMT' });
    expect((await errorOf(rules([], respond))).facts.retryAfter).to.equal(30);
  });

  it('has the time to wait in another header, in the body or in the definition', async () => {
    const respond = () => json({ wait: 7 }, 423, { 'X-Retry-After': '12', 'Retry-After': '1' });
    const wait = async (retryAfter: NonNullable<ErrorRule['retryAfter']>) =>
      (await errorOf(rules([{ status: 423, kind: 'locked', retryAfter }], respond))).facts
        .retryAfter;
    expect(await wait({ header: 'X-Retry-After' })).to.equal(12);
    expect(await wait({ path: '$.wait' })).to.equal(7);
    expect(await wait(900)).to.equal(900);
  });

  it('requires the proofs of the definition if it names none', async () => {
    const rule: ErrorRule = { status: 423, kind: 'step-up-required', stepUp: ['password'] };
    expect((await errorOf(rules([rule], () => json({}, 423)))).facts.stepUp).to.deep.equal([
      'password',
    ]);
  });
});
