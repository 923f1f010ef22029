import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import type { ObservedExchange } from '../../../src/backend/http/observer.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { answeringServer, errorOf, json, kindOf, type Sent } from './fake-server.js';

const baseUrl = 'https://portaal.example/api';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

function backendOf(definition: BackendDefinition, ...responses: readonly Response[]) {
  const { fetcher, sent } = answeringServer(...responses);
  const backend = createHttpBackend({ baseUrl, definition, fetcher, issuer: 'Portaal' });
  return { backend, sent };
}

const requests = (sent: readonly Sent[]) =>
  sent.map(({ url, init }) => `${init.method} ${url.replace(baseUrl, '')}`);

describe('an operation of more than one request', () => {
  const supabaseLike: BackendDefinition = {
    operations: {
      verify: {
        steps: [
          { request: 'GET /user', capture: { factor: "$.factors[?@.type=='totp'].id" } },
          { request: 'POST /factors/{factor}/challenge', capture: { challenge: '$.id' } },
          { request: 'POST /factors/{factor}/verify', body: { id: '{challenge}', code: '{code}' } },
        ],
        result: { redirectTo: '$.next' },
        errors: [{ status: 422, kind: 'invalid-code' }],
      },
    },
  };

  it('uses a value captured from one response in the next request', async () => {
    const { backend, sent } = backendOf(
      supabaseLike,
      json({
        factors: [
          { type: 'phone', id: 'p' },
          { type: 'totp', id: 'totp|1' },
        ],
      }),
      json({ id: 'c-9' }),
      json({ next: '/start' }),
    );
    expect(await backend.verify?.({ code: '012345' })).to.deep.equal({ redirectTo: '/start' });
    expect(requests(sent)).to.deep.equal([
      'GET /user',
      'POST /factors/totp%7C1/challenge',
      'POST /factors/totp%7C1/verify',
    ]);
    expect(sent[2]?.body).to.deep.equal({ id: 'c-9', code: '012345' });
  });

  it('stops at the first response that is not a success', async () => {
    const { backend, sent } = backendOf(
      supabaseLike,
      json({ factors: [{ type: 'totp', id: 't' }] }),
      json({}, 422),
    );
    expect(await kindOf(backend.verify?.({ code: '012345' }))).to.equal('invalid-code');
    expect(sent).to.have.length(2);
  });

  it('applies the rules of the request first, then of the operation, then of the definition', async () => {
    const rules = (status: number) => ({
      errors: [{ status: 500, kind: 'locked' } as const],
      operations: {
        status: {
          steps: [{ request: 'GET /x', errors: [{ status: 400, kind: 'csrf' } as const] }],
          errors: [
            { status: [400, 401], kind: 'signed-out' } as const,
            { status: 401, kind: 'forbidden' } as const,
          ],
        },
      },
      response: json({}, status),
    });
    for (const [status, kind] of [
      [400, 'csrf'],
      [401, 'signed-out'],
      [500, 'locked'],
    ] as const) {
      const { response, ...definition } = rules(status);
      expect(await kindOf(backendOf(definition, response).backend.status?.())).to.equal(kind);
    }
  });

  it('skips a request if its condition does not hold for the previous response', async () => {
    const definition: BackendDefinition = {
      capabilities: { rememberDevice: true },
      variables: { rememberDevice: false },
      operations: {
        verify: {
          steps: [
            { request: 'POST /code', body: { code: '{code}' }, success: { status: [200, 401] } },
            {
              when: { status: 401, path: "$.flows[?@.id=='trust']" },
              request: 'POST /trust',
              body: { trust: '{rememberDevice}' },
            },
          ],
        },
      },
    };
    const pending = () => json({ flows: [{ id: 'trust' }] }, 401);
    const asked = backendOf(definition, pending(), json({}));
    await asked.backend.verify?.({ code: '1', rememberDevice: true });
    expect(asked.sent[1]?.body).to.deep.equal({ trust: true });
    const notAsked = backendOf(definition, pending(), json({}));
    await notAsked.backend.verify?.({ code: '1' });
    expect(notAsked.sent[1]?.body).to.deep.equal({ trust: false });
    const done = backendOf(definition, json({}));
    await done.backend.verify?.({ code: '1' });
    expect(done.sent).to.have.length(1);
  });

  it('chooses a request by the input of the operation', async () => {
    const definition: BackendDefinition = {
      operations: {
        stepUp: {
          steps: [
            { when: { value: '{password}' }, request: 'POST /by-password', body: '{password}' },
            { when: { value: '{code}' }, request: 'POST /by-code', body: '{code}' },
          ],
        },
      },
    };
    const { backend, sent } = backendOf(definition, json({}), json({}));
    await backend.stepUp?.({ password: 'welkom' });
    await backend.stepUp?.({ code: '123456' });
    expect(requests(sent)).to.deep.equal(['POST /by-password', 'POST /by-code']);
  });

  it('sends the requests of "before" if they are needed', async () => {
    const read = () => (sent.length > 0 ? 'token%2F1' : undefined);
    const { fetcher, sent } = answeringServer(
      new Response(null, { status: 204 }),
      json({}),
      json({}),
    );
    const backend = createHttpBackend({
      baseUrl,
      fetcher,
      page: { read },
      definition: {
        variables: { csrf: { cookie: 'XSRF-TOKEN' } },
        headers: { 'X-XSRF-TOKEN': '{csrf}' },
        before: [{ when: { value: '{csrf}', exists: false }, request: 'GET /csrf-cookie' }],
        operations: { unlinkAuthenticator: { request: 'DELETE /totp' } },
      },
    });
    await backend.unlinkAuthenticator?.({ authenticatorId: 'totp' });
    await backend.unlinkAuthenticator?.({ authenticatorId: 'totp' });
    expect(requests(sent)).to.deep.equal(['GET /csrf-cookie', 'DELETE /totp', 'DELETE /totp']);
    expect(sent[0]?.headers.has('X-XSRF-TOKEN')).to.be.false;
    expect(sent[1]?.headers.get('X-XSRF-TOKEN')).to.equal('token%2F1');
  });

  const withOptional: BackendDefinition = {
    operations: {
      confirmEnrollment: {
        steps: [
          { request: 'POST /confirm', body: { code: '{code}' } },
          { optional: true, request: 'GET /codes', capture: { codes: '$.codes' } },
        ],
        result: { authenticator: { id: 'totp' }, recoveryCodes: '{codes}' },
      },
    },
  };
  const html = () => new Response('<p>', { status: 404, headers: { 'Content-Type': 'text/html' } });
  for (const [how, responses] of Object.entries({
    'is refused': [json({}), json({}, 500)],
    'receives a web page': [json({}), html()],
    'receives no response': [json({})],
  })) {
    it(`continues if an optional request ${how}`, async () => {
      const { backend, sent } = backendOf(withOptional, ...responses);
      const confirmed = await backend.confirmEnrollment?.({
        enrollmentId: 'e',
        secret: SECRET,
        code: '012345',
      });
      expect(confirmed).to.deep.equal({ authenticator: { id: 'totp', method: 'totp' } });
      expect(sent).to.have.length(2);
    });
  }

  it('does not continue after an optional request if it is aborted', async () => {
    const controller = new AbortController();
    const backend = createHttpBackend({
      baseUrl,
      definition: {
        operations: {
          status: { steps: [{ optional: true, request: 'GET /a' }, { request: 'GET /b' }] },
        },
      },
      fetcher: (url) => {
        expect(url).to.equal(`${baseUrl}/a`);
        controller.abort(new Error('aborted'));
        return new Promise(() => undefined);
      },
    });
    const asked = backend.status?.({ signal: controller.signal });
    expect(await asked?.catch(({ message }: Error) => message)).to.equal('aborted');
  });

  it('reports an unknown outcome if a response is lost after a possible change', async () => {
    const definition: BackendDefinition = {
      operations: {
        generateRecoveryCodes: {
          steps: [{ request: 'POST /codes' }, { request: 'GET /codes' }],
          result: '$',
        },
      },
    };
    const { backend } = backendOf(definition, json({}));
    expect(await kindOf(backend.generateRecoveryCodes?.())).to.equal('unknown-outcome');
  });

  it('reports "unavailable" if the response to a read is lost, even if the read is a POST', async () => {
    const { backend } = backendOf({
      operations: { listAuthenticators: { request: 'POST /list', result: '$' } },
    });
    expect(await kindOf(backend.listAuthenticators?.())).to.equal('unavailable');
  });

  it('sends nothing if its result is made of variables alone', async () => {
    const { backend, sent } = backendOf({
      variables: { newSecret: { generate: 'secret' } },
      operations: { startEnrollment: { result: { secret: '{newSecret}' } } },
    });
    const first = await backend.startEnrollment?.();
    const second = await backend.startEnrollment?.();
    expect(first?.secret).to.match(/^[A-Z2-7]{32}$/);
    expect(first?.otpauthUri).to.include(first?.secret);
    expect(second?.secret).to.not.equal(first?.secret);
    expect(sent).to.be.empty;
  });

  for (const verify of [
    {},
    { steps: [] },
    { steps: [{ when: { value: '{absent}' }, request: 'POST /x' }] },
    { capture: { code: '{code}' } },
  ]) {
    it(`does not report a sign-in for a code that was not sent: ${JSON.stringify(verify)}`, async () => {
      const { backend, sent } = backendOf({ operations: { verify } });
      expect(await kindOf(backend.verify?.({ code: '1' }))).to.equal('misconfigured');
      expect(sent).to.be.empty;
    });
  }

  it('invents no id for a linked app (C54)', async () => {
    const { backend } = backendOf(
      { operations: { confirmEnrollment: { request: 'POST /confirm' } } },
      new Response(null, { status: 204 }),
    );
    const input = { enrollmentId: 'e1', secret: SECRET, code: '1', name: 'Telefoon' };
    expect(await kindOf(backend.confirmEnrollment?.(input))).to.equal('unknown-outcome');
  });

  it('names the app of the request if the response to a rename has no body', async () => {
    const { backend } = backendOf(
      { operations: { renameAuthenticator: { request: 'POST /name' } } },
      new Response(null, { status: 204 }),
    );
    expect(
      await backend.renameAuthenticator?.({ authenticatorId: 'a1', name: 'Tablet' }),
    ).to.deep.equal({ id: 'a1', method: 'totp', name: 'Tablet' });
  });

  it('sends a generated secret and returns the same one', async () => {
    const { backend, sent } = backendOf(
      {
        variables: { newSecret: { generate: 'secret' } },
        operations: {
          startEnrollment: {
            request: 'POST /start',
            body: { key: '{newSecret}' },
            result: { secret: '{newSecret}' },
          },
        },
      },
      json({}),
    );
    const { secret } = (await backend.startEnrollment?.()) ?? {};
    expect(sent[0]?.body).to.deep.equal({ key: secret });
  });
});

describe('a captured value', () => {
  const rotating: BackendDefinition = {
    headers: { 'X-Session': '{session}' },
    variables: { session: { page: 'the session of the sign-in', optional: true } },
    capture: { session: { $first: ['$.meta.session', { $header: 'X-New-Session' }] } },
    operations: {
      status: { request: 'GET /s' },
      verify: { request: 'POST /v', errors: [{ kind: 'invalid-code' }] },
    },
  };

  it('stays for later operations and is replaced by every response, success or not', async () => {
    const { fetcher, sent } = answeringServer(
      json({ meta: { session: 's2' } }, 401),
      json({}, 401, { 'X-New-Session': 's3' }),
      json({}, 401),
      json({}, 401),
    );
    const variables = { session: 's1' };
    const backend = createHttpBackend({ baseUrl, definition: rotating, fetcher, variables });
    for (let tries = 0; tries < 4; tries++) await kindOf(backend.verify?.({ code: '1' }));
    const sessions = sent.map(({ headers }) => headers.get('X-Session'));
    expect(sessions).to.deep.equal(['s1', 's2', 's3', 's3']);
  });

  it('is deleted by forget()', async () => {
    const { fetcher, sent } = answeringServer(
      json({ meta: { session: 's2' } }, 401),
      json({}, 401),
    );
    const variables = { session: 's1' };
    const backend = createHttpBackend({ baseUrl, definition: rotating, fetcher, variables });
    await kindOf(backend.verify?.({ code: '1' }));
    backend.forget?.();
    await kindOf(backend.verify?.({ code: '1' }));
    expect(sent[1]?.headers.get('X-Session')).to.equal('s1');
  });

  it('of one of several steps is deleted when the operation ends', async () => {
    const { backend, sent } = backendOf(
      {
        variables: { codes: { page: 'none', optional: true } },
        operations: {
          generateRecoveryCodes: {
            steps: [{ request: 'POST /new', capture: { codes: '$' } }, { request: 'POST /keep' }],
            result: '{codes}',
          },
          status: { request: 'POST /s', body: { codes: '{codes}' }, result: { state: 'verified' } },
        },
      },
      json(['a', 'b']),
      json({}),
      json({}),
    );
    expect(await backend.generateRecoveryCodes?.()).to.deep.equal(['a', 'b']);
    await backend.status?.();
    expect(sent[2]?.body).to.deep.equal({});
  });

  it('of the operation itself stays', async () => {
    const { backend, sent } = backendOf(
      {
        operations: {
          stepUp: { request: 'POST /verify', body: '{password}', capture: { proof: '$.id' } },
          unlinkAuthenticator: { request: 'DELETE /x', headers: { 'X-Proof': '{proof}' } },
        },
      },
      json({ id: 'p1' }),
      json({}),
    );
    await backend.stepUp?.({ password: 'welkom' });
    await backend.unlinkAuthenticator?.({ authenticatorId: 'x' });
    expect(sent[1]?.headers.get('X-Proof')).to.equal('p1');
  });

  const enrolling: BackendDefinition = {
    operations: {
      startEnrollment: {
        request: 'POST /start',
        capture: { handle: '$.handle', codes: '$.codes' },
        result: { secret: '$.secret' },
      },
      confirmEnrollment: {
        request: 'POST /confirm',
        body: { handle: '{handle}', secret: '{secret}', code: '{code}' },
        result: { authenticator: { id: 'totp' }, recoveryCodes: '{codes}' },
        errors: [{ status: 400, kind: 'invalid-code' }],
      },
    },
  };
  const confirmation = { enrollmentId: 'current', secret: SECRET, code: '012345' };

  it('is deleted when the enrollment is canceled, even if no request is sent', async () => {
    const { backend, sent } = backendOf(
      enrolling,
      json({ secret: SECRET, handle: 'h1', codes: ['aaaa'] }),
      json({}),
    );
    await backend.startEnrollment?.();
    await backend.cancelEnrollment?.({ enrollmentId: 'current' });
    expect(sent).to.have.length(1);
    const confirmed = await backend.confirmEnrollment?.(confirmation);
    expect(sent[1]?.body).to.deep.equal({ secret: SECRET, code: '012345' });
    expect(confirmed).to.not.have.property('recoveryCodes');
  });

  it('of an enrollment stays until the correct code, and is then deleted', async () => {
    const { backend, sent } = backendOf(
      enrolling,
      json({ secret: SECRET, handle: 'h1', codes: ['aaaa', 'bbbb'] }),
      json({}, 400),
      json({}),
      json({}),
    );
    await backend.startEnrollment?.();
    expect(await kindOf(backend.confirmEnrollment?.(confirmation))).to.equal('invalid-code');
    expect(await backend.confirmEnrollment?.(confirmation)).to.deep.equal({
      authenticator: { id: 'totp', method: 'totp' },
      recoveryCodes: ['aaaa', 'bbbb'],
    });
    await backend.confirmEnrollment?.(confirmation);
    expect(sent.slice(1).map(({ body }) => body)).to.deep.equal([
      { handle: 'h1', secret: SECRET, code: '012345' },
      { handle: 'h1', secret: SECRET, code: '012345' },
      { secret: SECRET, code: '012345' },
    ]);
  });
});

describe('a proof that is sent with the operation itself', () => {
  const definition: BackendDefinition = {
    operations: {
      unlinkAuthenticator: {
        request: 'POST /disable',
        body: { password: '{password}' },
        requires: ['password'],
        errors: [
          { status: 400, kind: 'invalid-password' },
          { status: 503, kind: 'unavailable' },
        ],
      },
      stepUp: { capture: { password: '{password}' } },
    },
  };
  const unlink = (backend: ReturnType<typeof backendOf>['backend']) =>
    backend.unlinkAuthenticator?.({ authenticatorId: 'totp' });

  it('is required before a request is sent', async () => {
    const { backend, sent } = backendOf(definition);
    const error = await errorOf(unlink(backend));
    expect(error.kind).to.equal('step-up-required');
    expect(error.facts.stepUp).to.deep.equal(['password']);
    expect(sent).to.be.empty;
  });

  it('is sent once', async () => {
    const { backend, sent } = backendOf(definition, json({}));
    await backend.stepUp?.({ password: 'welkom' });
    await unlink(backend);
    expect(sent[0]?.body).to.deep.equal({ password: 'welkom' });
    expect(await kindOf(unlink(backend))).to.equal('step-up-required');
  });

  it('is required again if the server refuses it', async () => {
    const { backend } = backendOf(definition, json({}, 400));
    await backend.stepUp?.({ password: 'fout' });
    const error = await errorOf(unlink(backend));
    expect(error.kind).to.equal('invalid-password');
    expect(error.facts.stepUp).to.deep.equal(['password']);
    expect(await kindOf(unlink(backend))).to.equal('step-up-required');
  });

  it('may be provided by the page', async () => {
    const { fetcher, sent } = answeringServer(json({}));
    const variables = { password: () => Promise.resolve('van de pagina') };
    const backend = createHttpBackend({ baseUrl, definition, fetcher, variables });
    await unlink(backend);
    expect(sent[0]?.body).to.deep.equal({ password: 'van de pagina' });
  });
});

describe('a navigation to a page of the server', () => {
  const leaving = (definition: BackendDefinition, isLeaving: boolean, ...responses: Response[]) => {
    const departures: unknown[] = [];
    let noticeLeaving: (value?: unknown) => void = () => undefined;
    const left = new Promise((resolve) => (noticeLeaving = resolve));
    const { fetcher } = answeringServer(...responses);
    const backend = createHttpBackend({
      baseUrl,
      definition,
      fetcher,
      page: {
        leave: (departure) => {
          departures.push(departure);
          noticeLeaving();
          return isLeaving;
        },
      },
    });
    return { backend, departures, left };
  };

  it('has its variables filled in, and does not settle while the page unloads', async () => {
    const { backend, departures, left } = leaving(
      { operations: { unlinkAuthenticator: { navigate: '/auth{?authenticatorId}' } } },
      true,
    );
    const controller = new AbortController();
    const unlinked = backend.unlinkAuthenticator?.({ authenticatorId: 'a b' }, controller);
    await left;
    controller.abort(new Error('aborted'));
    expect(await unlinked?.catch((reason: Error) => reason.message)).to.equal('aborted');
    expect(departures).to.deep.equal([
      { url: `${baseUrl}/auth?authenticatorId=a%20b`, method: 'GET', fields: {} },
    ]);
  });

  it('rejects if the page does not unload', async () => {
    const { backend } = leaving({ operations: { startEnrollment: { navigate: '/x' } } }, false);
    expect(await kindOf(backend.startEnrollment?.())).to.equal('redirect-required');
  });

  it('may submit a form with its fields', async () => {
    const { backend, departures } = leaving(
      {
        variables: { csrf: 'c1' },
        operations: { verify: { form: 'POST /login', body: { otp: '{code}', _csrf: '{csrf}' } } },
      },
      false,
    );
    await kindOf(backend.verify?.({ code: '012345' }));
    expect(departures).to.deep.equal([
      { url: `${baseUrl}/login`, method: 'POST', fields: { otp: '012345', _csrf: 'c1' } },
    ]);
  });

  it('may use variables in an error rule of the whole definition', async () => {
    const { backend, departures } = leaving(
      {
        variables: { login: '/login' },
        operations: { status: { steps: [{ request: 'GET /s' }] } },
        errors: [{ status: 401, kind: 'redirect-required', redirectTo: '{login}?next=/' }],
      },
      false,
      json({}, 401),
    );
    expect(await kindOf(backend.status?.())).to.equal('redirect-required');
    expect(departures).to.deep.equal([
      { url: 'https://portaal.example/login?next=/', method: 'GET', fields: {} },
    ]);
  });

  it('may follow from an error rule', async () => {
    const { backend, departures } = leaving(
      {
        operations: {
          unlinkAuthenticator: {
            request: 'DELETE /totp',
            errors: [{ status: 403, kind: 'redirect-required', redirectTo: '$.to' }],
          },
        },
      },
      false,
      json({ to: 'https://login.example/again' }, 403),
    );
    const unlinked = backend.unlinkAuthenticator?.({ authenticatorId: 'x' });
    expect(await kindOf(unlinked)).to.equal('redirect-required');
    expect(departures).to.deep.equal([
      { url: 'https://login.example/again', method: 'GET', fields: {} },
    ]);
  });
});

describe('a URL from a response', () => {
  const definition: BackendDefinition = {
    credentials: 'include',
    origins: ['https://listed.example'],
    headers: { Authorization: 'Bearer geheim' },
    variables: { csrf: 'c1' },
    operations: {
      cancelEnrollment: {
        steps: [
          { request: 'GET /flow', capture: { action: '$.action' } },
          {
            request: 'POST {+action}',
            headers: { 'X-CSRF': '{csrf}', 'X-Constant': 'yes' },
            body: { csrf: '{csrf}' },
          },
        ],
      },
    },
  };
  const follow = async (action: unknown) => {
    const { backend, sent } = backendOf(definition, json({ action }), json({}));
    const canceled = backend.cancelEnrollment?.({ enrollmentId: 'e' });
    return {
      kind: await canceled?.then(
        () => 'done',
        ({ kind }) => kind as string,
      ),
      sent,
    };
  };

  for (const [action, url] of [
    ['https://portaal.example/flows/1?x=a%20b', 'https://portaal.example/flows/1?x=a%20b'],
    ['/flows/2', 'https://portaal.example/flows/2'],
    ['flows/3', 'https://portaal.example/api/flows/3'],
  ] as const) {
    it(`is followed on the server's own origin: ${action}`, async () => {
      const { kind, sent } = await follow(action);
      expect(kind).to.equal('done');
      expect(sent[1]?.url).to.equal(url);
      expect(sent[1]?.headers.get('Authorization')).to.equal('Bearer geheim');
      expect(sent[1]?.init.credentials).to.equal('include');
    });
  }

  it('is requested without credentials at a listed origin', async () => {
    const { kind, sent } = await follow('https://listed.example/x');
    expect(kind).to.equal('done');
    expect(sent[1]?.init.credentials).to.equal('omit');
    expect([...(sent[1]?.headers ?? [])]).to.deep.equal([
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
      ['x-constant', 'yes'],
    ]);
  });

  for (const action of [
    'https://evil.example/x',
    '//evil.example/x',
    '\\\\evil.example',
    'http://portaal.example/x',
    'https://portaal.example.evil/x',
    'https://listed.example:444/x',
    'https://user@portaal.example/x',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://portaal.example/x',
    '',
    { a: 1 },
    undefined,
  ]) {
    it(`is not followed to ${JSON.stringify(action)}`, async () => {
      const { kind, sent } = await follow(action);
      expect(kind).to.be.oneOf(['unexpected', 'misconfigured']);
      expect(sent).to.have.length(1);
    });
  }
});

describe('an observer', () => {
  it('receives every request, the variables without a value, and the end of the operation', async () => {
    const { fetcher } = answeringServer(json({ a: 1 }, 418));
    const exchanges: ObservedExchange[] = [];
    const ended: unknown[] = [];
    const backend = createHttpBackend({
      baseUrl,
      fetcher,
      definition: {
        variables: { csrf: { meta: 'csrf-token' } },
        headers: { 'X-CSRF': '{csrf}' },
        operations: { status: { request: 'GET /s' } },
      },
      observer: {
        exchanged: (exchange) => exchanges.push(exchange),
        ended: ({ operation, error, hasRule }) => ended.push([operation, error?.kind, hasRule]),
      },
    });
    await kindOf(backend.status?.());
    expect(
      exchanges.map(({ operation, missing, response }) => [operation, missing, response?.status]),
    ).to.deep.equal([['status', ['csrf'], 418]]);
    expect(ended).to.deep.equal([['status', 'unexpected', false]]);
  });

  it('does not receive the end of an aborted operation', async () => {
    const ended: unknown[] = [];
    const controller = new AbortController();
    const backend = createHttpBackend({
      baseUrl,
      fetcher: () => new Promise(() => controller.abort(new Error('aborted'))),
      definition: { operations: { status: { request: 'GET /s' } } },
      observer: { ended: (operation) => ended.push(operation) },
    });
    await backend.status?.(controller).catch(() => undefined);
    expect(ended).to.be.empty;
  });
});

describe('a definition that was not checked', () => {
  const garbage: unknown[] = [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { operations: null },
    { operations: [] },
    { operations: { status: null } },
    { operations: { status: 'GET /x' } },
    { operations: { status: { request: 7 } } },
    { operations: { status: { request: 'GET' } } },
    { operations: { status: { steps: 7 } } },
    { operations: { status: { steps: [null] } } },
    { operations: { status: { request: 'GET /x', result: { $each: 7 } } } },
    { operations: { status: { request: 'GET /x', result: { $first: 7 } } } },
    { operations: { status: { request: 'GET /x', success: { path: '$', matches: '(' } } } },
    { operations: { status: { request: 'GET /x', errors: 7, success: { status: 1 } } } },
    { operations: { status: { request: 'GET /x', result: '$..x' } } },
    { operations: { status: { request: 'GET /x' } }, headers: 7, variables: 7, before: {} },
    { operations: { status: { request: 'GET /x' } }, timeout: 'x' },
  ];
  for (const [index, definition] of garbage.entries()) {
    it(`rejects with an MfaError and nothing else (${index})`, async () => {
      const { fetcher } = answeringServer(json({ state: 'verified' }));
      let error: unknown;
      try {
        const backend = createHttpBackend({
          baseUrl,
          definition: definition as BackendDefinition,
          fetcher,
        });
        await backend.status?.();
      } catch (thrown) {
        error = thrown;
      }
      // The mistake may be in a part that this operation does not use.
      if (error === undefined) return;
      expect(error).to.be.instanceOf(MfaError);
      expect((error as MfaError).kind).to.be.oneOf(['misconfigured', 'unexpected']);
    });
  }
});
