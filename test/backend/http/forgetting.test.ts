import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { answeringServer, json, kindOf } from './fake-server.js';

const baseUrl = 'https://portaal.example/api';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const confirmation = { enrollmentId: 'current', secret: SECRET, code: '012345' };

function backendOf(definition: BackendDefinition, ...responses: readonly Response[]) {
  const { fetcher, sent } = answeringServer(...responses);
  const backend = createHttpBackend({ baseUrl, definition, fetcher, issuer: 'Portaal' });
  return { backend, sent };
}

describe('a captured value after forget()', () => {
  const definition: BackendDefinition = {
    headers: { 'X-Session': '{session}' },
    capture: { session: '$.session' },
    operations: { status: { request: 'GET /s', result: { state: 'verified' } } },
  };

  it('does not come back with a response that arrives later', async () => {
    let arrive: (response: Response) => void = () => undefined;
    const sessions: (string | null)[] = [];
    const backend = createHttpBackend({
      baseUrl,
      definition,
      fetcher: (_url, { headers }) => {
        sessions.push(new Headers(headers).get('X-Session'));
        return new Promise((resolve) => (arrive = resolve));
      },
    });
    const asked = async () => {
      const answered = backend.status?.();
      await Promise.resolve(sessions);
      return answered;
    };
    const first = asked();
    await untilSent(() => sessions.length === 1);
    backend.forget?.();
    arrive(json({ session: 'van-daarvoor' }));
    await first;
    const second = asked();
    await untilSent(() => sessions.length === 2);
    arrive(json({}));
    await second;
    expect(sessions).to.deep.equal([null, null]);
  });
});

/** A request is sent within a few turns of the event loop. */
async function untilSent(isSent: () => boolean): Promise<void> {
  while (!isSent()) await new Promise((resolve) => setTimeout(resolve));
}

describe('a captured value of an enrollment', () => {
  const definition: BackendDefinition = {
    variables: { codes: { page: 'none', optional: true } },
    operations: {
      startEnrollment: {
        steps: [
          { request: 'POST /codes', capture: { codes: '$.codes' } },
          { request: 'POST /start' },
        ],
        result: { secret: '$.secret' },
      },
      confirmEnrollment: {
        request: 'POST /confirm',
        body: { codes: '{codes}' },
        result: { authenticator: { id: 'totp' } },
      },
    },
  };
  const secret = () => json({ secret: SECRET });

  it('is deleted when another enrollment starts, even if that one does not capture it again', async () => {
    const { backend, sent } = backendOf(
      definition,
      json({ codes: ['oud'] }),
      secret(),
      json({}),
      secret(),
      json({}),
    );
    await backend.startEnrollment?.();
    await backend.startEnrollment?.();
    await backend.confirmEnrollment?.(confirmation);
    expect(sent[4]?.body).to.deep.equal({});
  });

  it('stays if another enrollment cannot start, and no value of that other one is stored', async () => {
    const { backend, sent } = backendOf(
      definition,
      json({ codes: ['goed'] }),
      secret(),
      json({ codes: ['half'] }),
      json({}, 503),
      json({}),
    );
    await backend.startEnrollment?.();
    await kindOf(backend.startEnrollment?.());
    await backend.confirmEnrollment?.(confirmation);
    expect(sent[4]?.body).to.deep.equal({ codes: ['goed'] });
  });

  it('stays if the confirmation was aborted before it was sent', async () => {
    const { backend, sent } = backendOf(definition, json({ codes: ['goed'] }), secret(), json({}));
    await backend.startEnrollment?.();
    const signal = AbortSignal.abort(new Error('aborted'));
    await backend.confirmEnrollment?.(confirmation, { signal }).catch(() => undefined);
    await backend.confirmEnrollment?.(confirmation);
    expect(sent[2]?.body).to.deep.equal({ codes: ['goed'] });
  });
});

describe('the step-up proof', () => {
  const definition: BackendDefinition = {
    operations: {
      startEnrollment: { request: 'POST /start', result: { secret: '$.secret' } },
      confirmEnrollment: {
        requires: ['password'],
        request: 'POST /confirm',
        body: { code: '{code}', password: '{password}' },
        result: { authenticator: { id: 'totp' } },
      },
      unlinkAuthenticator: {
        requires: ['password'],
        request: 'POST /disable',
        body: { password: '{password}' },
      },
      stepUp: { capture: { password: '{password}' } },
    },
    errors: [
      { status: 400, kind: 'invalid-code' },
      { status: 401, kind: 'invalid-password' },
    ],
  };
  const unlink = ({ backend }: ReturnType<typeof backendOf>) =>
    kindOf(backend.unlinkAuthenticator?.({ authenticatorId: 'totp' }));
  const confirm = ({ backend }: ReturnType<typeof backendOf>) =>
    kindOf(backend.confirmEnrollment?.(confirmation));

  it('is deleted if the response is lost', async () => {
    const asked = backendOf(definition);
    await asked.backend.stepUp?.({ password: 'welkom' });
    expect(await unlink(asked)).to.equal('unknown-outcome');
    expect(await unlink(asked)).to.equal('step-up-required');
    expect(asked.sent).to.have.length(1);
  });

  it('is deleted if the server fails', async () => {
    const asked = backendOf(definition, json({}, 503));
    await asked.backend.stepUp?.({ password: 'welkom' });
    expect(await unlink(asked)).to.equal('unknown-outcome');
    expect(await unlink(asked)).to.equal('step-up-required');
  });

  it('is sent with the next code of the same enrollment, and with nothing else', async () => {
    const asked = backendOf(definition, json({}, 400), json({}, 400));
    await asked.backend.stepUp?.({ password: 'welkom' });
    expect(await confirm(asked)).to.equal('invalid-code');
    expect(await confirm(asked)).to.equal('invalid-code');
    expect(asked.sent[1]?.body).to.deep.equal({ code: '012345', password: 'welkom' });
    expect(await unlink(asked)).to.equal('step-up-required');
    expect(await confirm(asked)).to.equal('step-up-required');
  });

  it('does not outlive the enrollment that it was sent with', async () => {
    const asked = backendOf(definition, json({}, 400), json({ secret: SECRET }));
    await asked.backend.stepUp?.({ password: 'welkom' });
    expect(await confirm(asked)).to.equal('invalid-code');
    await asked.backend.startEnrollment?.();
    expect(await confirm(asked)).to.equal('step-up-required');
  });

  it('is required again once the server refuses it', async () => {
    const asked = backendOf(definition, json({}, 400), json({}, 401));
    await asked.backend.stepUp?.({ password: 'welkom' });
    expect(await confirm(asked)).to.equal('invalid-code');
    expect(await confirm(asked)).to.equal('invalid-password');
    expect(await confirm(asked)).to.equal('step-up-required');
  });

  it('is waited for no longer than the operation may take, if the page provides it', async () => {
    const never = () => new Promise<string>(() => undefined);
    const late = createHttpBackend({
      baseUrl,
      definition: { ...definition, timeout: 5 },
      fetcher: () => Promise.resolve(json({})),
      variables: { password: never },
    });
    expect(await kindOf(late.unlinkAuthenticator?.({ authenticatorId: 'totp' }))).to.equal(
      'timeout',
    );
  });
});
