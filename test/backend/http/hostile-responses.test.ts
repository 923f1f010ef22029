import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import type { Departure } from '../../../src/backend/http/page-access.js';
import { answeringServer, errorOf, json, kindOf } from './fake-server.js';

const baseUrl = 'https://portaal.example/api';

function backendOf(definition: BackendDefinition, ...responses: readonly Response[]) {
  const { fetcher, sent } = answeringServer(...responses);
  const tokens: unknown[] = [];
  const departures: Departure[] = [];
  const backend = createHttpBackend({
    baseUrl,
    definition,
    fetcher,
    variables: { fixed: 'vast' },
    page: {
      storeAuthTokens: (given) => tokens.push(given),
      leave: (departure) => departures.push(departure) === 0,
    },
  });
  return { backend, sent, tokens, departures };
}

describe('tokens', () => {
  const definition: BackendDefinition = {
    capture: { session: '$.session' },
    operations: {
      verify: {
        request: 'POST /verify',
        body: { session: '{session}', earlier: '{earlier}' },
        capture: { earlier: '$.earlier' },
        tokens: { access: '$.access', refresh: '$.refresh', expiresIn: '$.expiresIn' },
        result: { recoveryCodesLeft: '$.left' },
      },
    },
  };

  it('are passed to the page if the response can be read', async () => {
    const { backend, tokens } = backendOf(definition, json({ access: 'a', expiresIn: 60 }));
    await backend.verify?.({ code: '012345' });
    expect(tokens).to.deep.equal([{ access: 'a', expiresIn: '60' }]);
  });

  it('are neither passed to the page nor stored if the rest of the response is refused', async () => {
    const { backend, sent, tokens } = backendOf(
      definition,
      json({ access: 'a', earlier: 'e', left: 'veel' }),
      json({ access: 'b' }),
    );
    expect(await kindOf(backend.verify?.({ code: '012345' }))).to.equal('unknown-outcome');
    expect(tokens).to.deep.equal([]);
    await backend.verify?.({ code: '012345' });
    expect(tokens).to.deep.equal([{ access: 'b' }]);
    expect(sent[1]?.body).to.deep.equal({});
  });

  it('are texts; neither null nor an object is a token', async () => {
    const { backend, tokens } = backendOf(
      definition,
      json({ access: null, refresh: { a: 1 }, expiresIn: 60 }),
      json({ access: null }),
    );
    await backend.verify?.({ code: '012345' });
    expect(await kindOf(backend.verify?.({ code: '012345' }))).to.equal('unknown-outcome');
    expect(tokens).to.deep.equal([{ expiresIn: '60' }]);
  });

  it('may have any name', async () => {
    const named = JSON.parse('{ "__proto__": "$.access", "constructor": "$.access" }') as object;
    const { backend, tokens } = backendOf(
      { operations: { verify: { request: 'POST /v', tokens: { ...named } } } },
      json({ access: 'a' }),
    );
    await backend.verify?.({ code: '012345' });
    expect(Object.entries(tokens[0] ?? {})).to.deep.equal([
      ['__proto__', 'a'],
      ['constructor', 'a'],
    ]);
    expect(({} as { a?: unknown }).a).to.equal(undefined);
  });

  it('are not passed to the page once the operation is aborted, at any moment', async () => {
    const turns = 60;
    let handedOver = 0;
    for (let turn = 0; turn < turns; turn++) {
      const { backend, tokens } = backendOf({
        variables: { fixed: { page: 'something fixed' } },
        operations: { stepUp: { tokens: { access: '{fixed}' } } },
      });
      const controller = new AbortController();
      const proved = backend.stepUp?.({ code: '1' }, controller).catch(() => undefined);
      for (let passed = 0; passed < turn; passed++) await Promise.resolve();
      const before = tokens.length;
      controller.abort(new Error('aborted'));
      await proved;
      expect(tokens.length, `after ${turn} turns`).to.equal(before);
      handedOver += before;
    }
    expect(handedOver, 'some runs were aborted before and some after').to.be.within(1, turns - 1);
  });
});

describe('a form to an address from a response', () => {
  const definition: BackendDefinition = {
    origins: ['https://listed.example'],
    operations: {
      stepUp: {
        steps: [{ request: 'GET /flow', capture: { action: '$.action' } }],
        form: 'POST {+action}',
        body: { password: '{password}' },
      },
    },
  };
  const postTo = async (action: string) => {
    const { backend, departures } = backendOf(definition, json({ action }));
    const kind = await kindOf(backend.stepUp?.({ password: 'welkom' }));
    return { kind, departures };
  };

  for (const action of ['/flow/1', 'https://portaal.example/x', 'https://listed.example/x']) {
    it(`goes to ${action}`, async () => {
      const { departures } = await postTo(action);
      expect(departures).to.have.length(1);
    });
  }

  for (const action of [
    'https://evil.example/x',
    '//evil.example/x',
    '\\\\evil.example/x',
    '/\t/evil.example',
    'https://portaal.example:444/x',
    'http://portaal.example/x',
    'https://portaal.example@evil.example/x',
    'https://portaal.exampl\u0435/x',
    'blob:https://portaal.example/x',
    'javascript:alert(1)',
  ]) {
    it(`never submits its fields to ${JSON.stringify(action)}`, async () => {
      const { kind, departures } = await postTo(action);
      expect(departures).to.deep.equal([]);
      expect(kind).to.equal('unexpected');
    });
  }
});

describe('the message of an error', () => {
  it('does not contain the name of a header that came from a response', async () => {
    const { backend } = backendOf(
      {
        operations: {
          cancelEnrollment: {
            steps: [
              { request: 'GET /csrf', capture: { header: '$.header' } },
              { request: 'POST /cancel', headers: { '{header}': 'x' } },
            ],
          },
        },
      },
      json({ header: 'geheim\r\nX-Evil: 1' }),
    );
    const error = await errorOf(backend.cancelEnrollment?.({ enrollmentId: 'e' }));
    expect(error.kind).to.equal('misconfigured');
    expect(error.message).to.include('{header}');
    expect(error.message).to.not.include('geheim');
  });
});

describe('a request before every operation', () => {
  const definition: BackendDefinition = {
    before: [{ request: 'GET /csrf' }],
    operations: {
      verify: { request: 'POST /verify', errors: [{ status: 400, kind: 'invalid-code' }] },
    },
    errors: [{ status: 401, kind: 'signed-out' }],
  };

  it('that is refused does not mean a wrong code, because the code was not sent', async () => {
    const { backend, sent } = backendOf(definition, json({}, 400));
    expect(await kindOf(backend.verify?.({ code: '012345' }))).to.equal('unexpected');
    expect(sent).to.have.length(1);
  });

  it('that is refused follows the error rules of the whole definition', async () => {
    const { backend } = backendOf(definition, json({}, 401));
    expect(await kindOf(backend.verify?.({ code: '012345' }))).to.equal('signed-out');
  });
});
