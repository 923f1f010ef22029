import { expect } from '@open-wc/testing';
import type { BackendDefinition, RequestStep } from '../../../src/backend/definition/definition.js';
import type { MfaError, MfaErrorKind } from '../../../src/backend/mfa-error.js';
import { createHttpBackend, type Fetcher } from '../../../src/backend/http/http-backend.js';
import type { Listed, Value } from '../../../src/backend/definition/mapping-types.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { FAULTS } from '../../support/faults.js';
import { answeringServer, errorOf, fakeServer, json, kindOf } from './fake-server.js';

const baseUrl = 'https://portaal.example/api';
const code = { code: '123456' };

function backendWith(fetcher: Fetcher, changes: Partial<BackendDefinition> = {}) {
  return createHttpBackend({ baseUrl, definition: { ...definition, ...changes }, fetcher });
}

const { 'a network error': networkError, 'no response': noResponse } = FAULTS;

/** Runs a function while `navigator.onLine` is false, until that comes online. */
async function whileOffline(act: (comeOnline: () => void) => Promise<void>): Promise<void> {
  let isOnline = false;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
  try {
    await act(() => (isOnline = true));
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

describe('a lost response', () => {
  it('is known when the device was offline from the start', async () => {
    await whileOffline(async () => {
      expect(await kindOf(backendWith(networkError.fetch).status?.())).to.equal('offline');
      expect(await kindOf(backendWith(networkError.fetch).verify?.(code))).to.equal('offline');
    });
  });

  it('is a web page of the service worker while the device is offline, and no sign-in page', async () => {
    const page = FAULTS['its sign-in page'].fetch;
    await whileOffline(async (comeOnline) => {
      expect(await kindOf(backendWith(page).status?.())).to.equal('offline');
      const changed = await errorOf(backendWith(page).verify?.(code));
      expect(changed.kind).to.equal('unknown-outcome');
      expect(changed.cause?.kind).to.equal('offline');
      comeOnline();
      expect(await kindOf(backendWith(page).status?.())).to.equal('signed-out');
    });
  });

  it('is no redirect, no page with another status and no page that a rule names, while the device is offline', async () => {
    const kindFrom = (status: number) => {
      const page = { status, headers: { 'Content-Type': 'text/html' } };
      return kindOf(
        backendWith(() => Promise.resolve(new Response('<!doctype html>', page))).status?.(),
      );
    };
    await whileOffline(async () => {
      expect(await kindFrom(302)).to.equal('signed-out');
      expect(await kindFrom(401)).to.equal('signed-out');
      expect(await kindFrom(502)).to.equal('unavailable');
      const errors = [{ redirected: true, kind: 'forbidden' }] as const;
      const named = backendWith(FAULTS['its sign-in page'].fetch, { errors });
      expect(await kindOf(named.status?.())).to.equal('forbidden');
    });
  });

  it('has an unknown outcome after an earlier response, even if the device reports that it is offline', async () => {
    await whileOffline(async () => {
      const responses = [json({})];
      const { fetcher } = fakeServer(() => responses.pop() ?? networkError.fetch());
      const steps = [{ request: 'DELETE /apps' }, { request: 'GET /left' }];
      const operations = { unlinkAuthenticator: { steps } };
      const unlinked = backendWith(fetcher, { operations }).unlinkAuthenticator?.({
        authenticatorId: 'a',
      });
      expect(await kindOf(unlinked)).to.equal('unknown-outcome');
    });
  });

  it('has an unknown outcome if its head has arrived, even if the device reports that it is offline', async () => {
    await whileOffline(async () => {
      const broken = () => {
        const body = new ReadableStream({ pull: (pulled) => pulled.error(new TypeError('cut')) });
        return new Response(body, { headers: { 'Content-Type': 'application/json' } });
      };
      const { fetcher } = fakeServer(broken);
      expect(await kindOf(backendWith(fetcher).verify?.(code))).to.equal('unknown-outcome');
    });
  });

  it('has an unknown outcome if the device came online before the request failed', async () => {
    await whileOffline(async (comeOnline) => {
      const fetcher: Fetcher = async () => {
        await Promise.resolve('a new token');
        comeOnline();
        return networkError.fetch();
      };
      const error = await errorOf(backendWith(fetcher).verify?.(code));
      expect(error.kind).to.equal('unknown-outcome');
      expect(error.cause?.kind).to.equal('unavailable');
    });
  });

  it('has an unknown outcome if the device had a network when the request was sent', async () => {
    let token = (_value: string): void => undefined;
    const headers = { Authorization: 'Bearer {token}' };
    const backend = createHttpBackend({
      baseUrl,
      definition: { ...definition, headers },
      fetcher: networkError.fetch,
      variables: { token: () => new Promise<string>((resolve) => (token = resolve)) },
    });
    let kind: Promise<string | undefined> | undefined;
    await whileOffline(() => {
      kind = kindOf(backend.verify?.(code));
      return Promise.resolve();
    });
    token('t');
    expect(await kind).to.equal('unknown-outcome');
  });

  it('aborts the fetcher at the timeout', async () => {
    let signal: AbortSignal | null | undefined;
    const fetcher: Fetcher = (_url, init) => {
      signal = init.signal;
      return new Promise(() => undefined);
    };
    await errorOf(backendWith(fetcher, { timeout: 5 }).status?.());
    expect(signal?.aborted).to.be.true;
  });
});

describe('a request that fails after a change', () => {
  const rules = (['signed-out', 'csrf', 'step-up-required', 'locked', 'invalid-code'] as const).map(
    (kind, at) => ({ status: 460 + at, kind }),
  );
  const generated = (last: Response, second: string) => {
    const { fetcher } = answeringServer(json({}), last);
    const steps = [{ request: 'POST /codes' }, { request: second }];
    const operations = { generateRecoveryCodes: { steps, result: '$', errors: rules } };
    return errorOf(backendWith(fetcher, { operations, errors: [] }).generateRecoveryCodes?.());
  };

  for (const second of ['GET /codes', 'POST /audit']) {
    it(`leaves the outcome of the change unknown: ${second}`, async () => {
      for (const status of [404, 409, 429, 500, 503]) {
        expect((await generated(json({}, status), second)).kind).to.equal('unknown-outcome');
      }
    });
  }

  it('leaves it unknown too if a rule for the GET matches that is not about the change', async () => {
    for (const { status, kind } of rules.slice(0, 4)) {
      const error = await generated(json({}, status), 'GET /codes');
      expect(error.kind).to.equal('unknown-outcome');
      expect(error.cause?.kind).to.equal(kind);
    }
  });

  it('has the error kind of a rule that is about the change', async () => {
    expect((await generated(json({}, 464), 'GET /codes')).kind).to.equal('invalid-code');
  });

  it('has the error kind of any rule for a request that makes the change', async () => {
    for (const { status, kind } of rules) {
      expect((await generated(json({}, status), 'POST /codes/show')).kind).to.equal(kind);
    }
  });

  it('leaves it unknown if the page cannot give a value for it', async () => {
    const tokens = ['t'];
    const error = await errorOf(
      createHttpBackend({
        baseUrl,
        definition: {
          headers: { Authorization: 'Bearer {token}' },
          operations: {
            generateRecoveryCodes: {
              steps: [{ request: 'POST /codes' }, { request: 'GET /codes' }],
              result: '$',
            },
          },
        },
        fetcher: fakeServer(() => json({})).fetcher,
        variables: {
          token: () => {
            const token = tokens.pop();
            if (token === undefined) throw new Error('The refresh failed.');
            return token;
          },
        },
      }).generateRecoveryCodes?.(),
    );
    expect(error.kind).to.equal('unknown-outcome');
    expect(error.cause?.kind).to.equal('misconfigured');
  });
});

describe('a change that is made with GET', () => {
  const generated = (respond: () => Promise<Response>) => {
    const operations = { generateRecoveryCodes: { request: 'GET /codes/new', result: '$' } };
    return kindOf(backendWith(respond, { operations }).generateRecoveryCodes?.());
  };

  it('has an unknown outcome if its response is lost or cannot be read', async () => {
    expect(await generated(networkError.fetch)).to.equal('unknown-outcome');
    expect(await generated(() => Promise.resolve(json({}, 504)))).to.equal('unknown-outcome');
    expect(await generated(() => Promise.resolve(json({}, 202)))).to.equal('unknown-outcome');
  });
});

describe('a change of several requests', () => {
  const DELETE = { request: 'DELETE /apps/a' };
  const isAllowed = { path: '$.allowed', equals: true };
  const optional = { ...DELETE, optional: true };
  const audit = { request: 'POST /audit', optional: true };
  const list = { request: 'GET /apps' };
  const me = { request: 'GET /me', optional: true };
  const yes = () => json({ allowed: true });
  const no = () => json({ allowed: false });
  const refused = () => json({}, 409);
  const broken = () => json({}, 502);
  const says = () => json({ message: 'The app is in use.' }, 403);

  /** The steps, what the server responds, and what is told. */
  const CASES: Readonly<
    Record<string, readonly [RequestStep[], readonly (() => Response)[], MfaErrorKind | 'done']>
  > = {
    'is done if it was made, whatever may fail besides': [
      [me, DELETE, audit, list],
      [broken, yes, refused, yes],
      'done',
    ],
    'is done if what belongs to it was refused by a rule': [
      [DELETE, { ...audit, success: { path: '$.id' }, errors: [{ path: '$.no', kind: 'locked' }] }],
      [yes, () => json({ no: 1 })],
      'done',
    ],
    'is done if one of two ways was open': [
      [optional, { request: 'POST /apps/a/unlink' }],
      [refused, yes],
      'done',
    ],
    'is done if one of two ways was refused by a rule': [
      [
        { ...optional, success: { path: '$.id' }, errors: [{ path: '$.no', kind: 'locked' }] },
        { request: 'POST /apps/a/unlink' },
      ],
      [() => json({ no: 1 }), yes],
      'done',
    ],
    'is not done if its only request was refused': [[optional], [says], 'forbidden'],
    'is not done if it was refused after a read': [[list, optional], [yes, says], 'forbidden'],
    'is not done if it was refused before a read': [[optional, list], [says, yes], 'forbidden'],
    'is not done if it was skipped after a read': [
      [list, { ...DELETE, when: isAllowed }],
      [no],
      'misconfigured',
    ],
    'is not done if it was skipped, as the read before it failed': [
      [list, me, { ...DELETE, when: isAllowed }],
      [no, says],
      'forbidden',
    ],
    'is unknown if its request was lost after a read': [
      [list, optional],
      [yes, broken],
      'unknown-outcome',
    ],
    'is unknown if its request was lost before a read': [
      [optional, list],
      [broken, yes],
      'unknown-outcome',
    ],
    'is done if only what belongs to it was lost': [
      [DELETE, audit, list],
      [yes, broken, yes],
      'done',
    ],
    'is done if what belongs to it was lost at last': [[DELETE, audit], [yes, broken], 'done'],
    'is done if what belongs to it was answered by a web page': [
      [DELETE, audit],
      [yes, () => new Response('<p>', { headers: { 'Content-Type': 'text/html' } })],
      'done',
    ],
    'is unknown if it was refused before what belongs to it was lost': [
      [optional, audit],
      [refused, broken],
      'unknown-outcome',
    ],
    'is unknown if it was lost before what belongs to it was done': [
      [optional, audit],
      [broken, yes],
      'unknown-outcome',
    ],
  };
  for (const [name, [steps, responses, told]] of Object.entries(CASES)) {
    it(name, async () => {
      const { fetcher } = answeringServer(...responses.map((respond) => respond()));
      const operations = { unlinkAuthenticator: { steps } };
      const backend = backendWith(fetcher, { operations, errors: [] });
      const unlinked = backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
      expect(await (told === 'done' ? unlinked : kindOf(unlinked))).to.equal(
        told === 'done' ? undefined : told,
      );
    });
  }

  it('keeps what it captured if what belongs to it was lost', async () => {
    const trust = { request: 'POST /trust', optional: true };
    const steps = [{ request: 'POST /verify', capture: { token: '$.token' } }, trust];
    const { fetcher } = answeringServer(json({ token: 't' }), broken());
    const stored: unknown[] = [];
    const operations = { verify: { steps, tokens: { access: '{token}' } } };
    await createHttpBackend({
      baseUrl,
      definition: { operations },
      fetcher,
      page: { storeAuthTokens: (tokens) => stored.push(tokens) },
    }).verify?.(code);
    expect(stored).to.deep.equal([{ access: 't' }]);
  });

  for (const [what, result, responses, told] of [
    ['is unknown if its result was lost', { codes: '$.codes' }, [yes, broken], 'unknown-outcome'],
    ['is done if its result was refused', { codes: '$.codes' }, [yes, refused], 'done'],
    ['is done if its result is known without', {}, [yes, broken], 'done'],
  ] as const) {
    it(`${what}, in an optional request`, async () => {
      const { fetcher } = answeringServer(...responses.map((respond) => respond()));
      const steps = [{ request: 'POST /apps' }, { request: 'POST /codes', optional: true }];
      const { codes } = { codes: undefined, ...result };
      const mapped = { authenticator: { id: 'a' }, ...(codes && { recoveryCodes: codes }) };
      const operations = { confirmEnrollment: { steps, result: mapped } };
      const given = { enrollmentId: 'e', secret: 's', code: '012345' };
      const confirmed = backendWith(fetcher, { operations, errors: [] })
        .confirmEnrollment?.(given)
        .then(
          () => 'done',
          ({ kind }: MfaError) => kind,
        );
      expect(await confirmed).to.equal(told);
    });
  }

  it('is not done by the requests before every operation', async () => {
    const { fetcher } = answeringServer(yes(), yes(), says());
    const operations = { unlinkAuthenticator: { steps: [optional] } };
    const before = [{ request: 'POST /session' }, { request: 'GET /csrf' }];
    const backend = backendWith(fetcher, { operations, before, errors: [] });
    const unlinked = backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    expect(await kindOf(unlinked)).to.equal('forbidden');
  });

  it('begins all the same if only what was left over could not be removed', async () => {
    const { fetcher } = answeringServer(broken(), json({ secret: 'JBSWY3DPEHPK3PXP' }));
    const steps = [{ ...optional, request: 'DELETE /left-over' }, { request: 'POST /start' }];
    const operations = { startEnrollment: { steps, result: { secret: '$.secret' } } };
    const backend = createHttpBackend({
      baseUrl,
      definition: { operations },
      fetcher,
      issuer: 'Portaal',
      account: 'sanne@voorbeeld.nl',
    });
    expect(await backend.startEnrollment?.()).to.include({ secret: 'JBSWY3DPEHPK3PXP' });
  });
});

describe('a sign-in with tokens', () => {
  const tokens = { access: '$.access_token', refresh: '$.refresh_token' };
  const POST = { request: 'POST /token' };
  const verified = async (described: object, ...bodies: unknown[]) => {
    const { fetcher } = answeringServer(...bodies.map((body) => json(body)));
    const operations = { verify: { tokens, ...described } };
    return backendWith(fetcher, { operations, errors: [] })
      .verify?.(code)
      .then(
        () => 'done',
        ({ kind }: MfaError) => kind,
      );
  };

  it('is done if one of them comes', async () => {
    expect(await verified(POST, { access_token: 'a' })).to.equal('done');
    expect(
      await verified({ steps: [POST, { request: 'GET /tokens' }] }, {}, { refresh_token: 'r' }),
    ).to.equal('done');
  });

  for (const body of [{}, { access_token: null }, { access_token: {} }, { message: 'ok' }]) {
    it(`is unknown if none comes: ${JSON.stringify(body)}`, async () => {
      expect(await verified(POST, body)).to.equal('unknown-outcome');
      const begun = { request: 'POST /begin', success: { status: 200 } };
      expect(await verified({ steps: [begun, POST] }, {}, body)).to.equal('unknown-outcome');
    });
  }

  const user = { capture: { user: '$.user.id' } };
  for (const [what, described, respond] of [
    ['a response without a body', {}, () => new Response(null, { status: 204 })],
    ['a captured value', user, () => json({ user: { id: 1 } })],
    ['a result', { result: { recoveryCodesLeft: '$.left' } }, () => json({ left: 8 })],
    ['a result that is 0', { result: { recoveryCodesLeft: '$.left' } }, () => json({ left: 0 })],
  ] as const) {
    it(`is done without them by ${what}`, async () => {
      const { fetcher } = answeringServer(respond());
      const operations = { verify: { tokens, ...POST, ...described } };
      expect(await backendWith(fetcher, { operations }).verify?.(code)).to.be.an('object');
    });
  }

  it('is unknown if nothing comes that the definition reads, whatever it adds itself', async () => {
    const result = { redirectTo: '/home', recoveryCodesLeft: '$.left' };
    const described = { ...POST, ...user, result };
    for (const body of [{}, { message: 'ok' }, { user: null }, { left: null, user: {} }]) {
      expect(await verified(described, body)).to.equal('unknown-outcome');
    }
  });

  it('is done without them by any object if it is no sign-in', async () => {
    const operations = { stepUp: { tokens, ...POST } };
    for (const respond of [() => json({ user: 1 }), () => new Response(null, { status: 204 })]) {
      const { fetcher } = answeringServer(respond());
      const stepUp = backendWith(fetcher, { operations }).stepUp?.({ password: 'geheim' });
      expect(await stepUp).to.equal(undefined);
    }
  });

  it('is done without them if the definition says what is', async () => {
    expect(await verified({ ...POST, success: { path: '$.ok' } }, { ok: true })).to.equal('done');
  });
});

describe('a change from whose response something is captured', () => {
  const verified = (session: Value | Listed, body: unknown) => {
    const { fetcher } = fakeServer(() => json(body));
    const operations = { verify: { request: 'POST /challenge', capture: { session } } };
    return backendWith(fetcher, { operations, errors: [] })
      .verify?.(code)
      .then(
        () => 'done',
        ({ kind }: MfaError) => kind,
      );
  };
  const ofObject = [
    '$.session',
    "$['session']",
    { $first: ['$.session', { $header: 'X-Session' }] },
    { $each: '$.sessions', $as: '$' },
    ['constant', '$.session'],
  ] as const;
  const notOfBody = [{ $header: 'X-Session' }, '{code}', 'constant'] as const;
  const ofList = ['$', '$[0]', '$[-1].session', '$[*]', "$[?@.type=='totp'].session"] as const;

  for (const [what, body] of [
    ['an empty list', []],
    ['a list of errors', ['error']],
    ['a list of objects', [{ error: 'x' }]],
  ] as const) {
    it(`is not done by ${what}, unless it is captured from a list, or not from the body`, async () => {
      for (const session of ofObject) {
        expect(await verified(session, body), JSON.stringify(session)).to.equal('unknown-outcome');
      }
      for (const session of [...ofList, ...notOfBody, { $each: '$[*].session' }]) {
        expect(await verified(session, body), JSON.stringify(session)).to.equal('done');
      }
    });
  }
});

describe('a call that is aborted', () => {
  const reason = new Error('the user left');
  const caught = (promise: Promise<unknown> | undefined) =>
    promise?.catch((error: unknown) => error);

  it('rejects with the reason of the signal, and sends nothing if it was aborted before', async () => {
    const { fetcher, sent } = fakeServer(() => json({}));
    const signal = AbortSignal.abort(reason);
    expect(await caught(backendWith(fetcher).verify?.(code, { signal }))).to.equal(reason);
    expect(sent).to.be.empty;
  });

  it('rejects while it waits, even if the fetcher ignores the signal', async () => {
    const controller = new AbortController();
    const waiting = caught(
      backendWith(noResponse.fetch).verify?.(code, { signal: controller.signal }),
    );
    controller.abort(reason);
    expect(await waiting).to.equal(reason);
  });
});

describe('a fetcher of the page', () => {
  it('may throw or return a wrong value; the operation rejects with an MfaError', async () => {
    const throwing: Fetcher = () => {
      throw new Error('wachtwoord: geheim');
    };
    const error = await errorOf(backendWith(throwing).status?.());
    expect(error.kind).to.equal('unavailable');
    expect(error.message).to.not.include('geheim');
    for (const nonsense of [
      undefined,
      null,
      42,
      {},
      { status: 200 },
      { status: 200, headers: {} },
    ]) {
      const fetcher = () => Promise.resolve(nonsense as unknown as Response);
      expect(['unexpected', 'unavailable']).to.include(
        await kindOf(backendWith(fetcher).status?.()),
      );
    }
  });
});
