import { expect } from '@open-wc/testing';
import type { MfaBackend, MfaOperation } from '../../../src/backend/backend.js';
import { createContractBackend } from '../../../src/backend/contract/contract-backend.js';
import { createHttpBackend, type Fetcher } from '../../../src/backend/http/http-backend.js';
import { MFA_ERROR_KINDS, MfaError } from '../../../src/backend/mfa-error.js';
import { OPERATION_NAMES, OPERATIONS } from '../../../src/backend/operations.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { callOperation } from '../../support/call-operation.js';
import { seededRandom } from '../../support/seeded-random.js';
import { json, problem } from '../http/fake-server.js';
import { pick, randomJson, type Random } from '../http/random-json.js';
import { randomResponse } from '../http/random-response.js';

const SETTINGS = {
  baseUrl: 'https://portaal.example/api/mfa/',
  issuer: 'Profi Portaal',
  account: () => 'sanne',
};
const ROUNDS = 1000;

type Call = (backend: MfaBackend) => Promise<unknown> | undefined;
type Respond = () => Response | Promise<Response>;

/** Says that the definition, which the contract does not have, says nothing of a response. */
const ADVICE = ' No error rule of the definition matches it.';

function describeError(error: unknown): unknown {
  if (!(error instanceof MfaError)) throw error;
  const { kind, facts, cause } = error;
  const message = error.message.replace(ADVICE, '');
  return { kind, facts: { ...facts }, message, cause: cause && describeError(cause) };
}

/** Returns everything that can be seen of an operation: its request, and its result or error. */
async function seen(create: (fetcher: Fetcher) => MfaBackend, call: Call, respond: Respond) {
  const sent: unknown[] = [];
  const backend = create(async (url, { headers, signal, ...init }) => {
    sent.push({ url, ...init, headers: [...new Headers(headers)], hasSignal: Boolean(signal) });
    return respond();
  });
  try {
    return { sent, result: await call(backend) };
  } catch (error) {
    return { sent, error: describeError(error) };
  }
}

/** Both clients of the contract, with the same server. */
async function expectSame(call: Call, respond: Respond, about: string): Promise<boolean> {
  const own = await seen(
    (fetcher) => createContractBackend({ ...SETTINGS, fetcher }),
    call,
    respond,
  );
  const interpreted = await seen(
    (fetcher) => createHttpBackend({ ...SETTINGS, definition, fetcher }),
    call,
    respond,
  );
  expect(own, about).to.deep.equal(interpreted);
  return 'result' in own;
}

/** Calls it as a page in JavaScript may: with input of any kind. */
const withInput =
  (operation: MfaOperation, input: object): Call =>
  (backend) =>
    (backend[operation] as (input: object) => Promise<unknown>)(input);

const VALUES = ['492039', '', '.', '..', 'a b/é?', "!'()*", '\ud800', 7, true, null, {}];

function randomInput(random: Random, operation: MfaOperation): object {
  const names = Object.keys(OPERATIONS[operation].input ?? {}).filter(() => random() < 0.8);
  return Object.fromEntries(
    names.map((name) => [name, random() < 0.1 ? undefined : pick<unknown>(random, VALUES)]),
  );
}

describe('the contract, as the elements speak it', function () {
  // On a busy machine, the rounds take longer than the default timeout.
  this.timeout(60_000);

  it('has the operations and the features of its definition', () => {
    const own = createContractBackend(SETTINGS);
    const interpreted = createHttpBackend({ ...SETTINGS, definition });
    expect(own.capabilities).to.deep.equal(interpreted.capabilities);
    for (const operation of OPERATION_NAMES) {
      expect(typeof own[operation], operation).to.equal(typeof interpreted[operation]);
    }
  });

  it('sends and understands the same as its definition in 1,000 random conversations', async () => {
    const random = seededRandom(15);
    let succeeded = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const operation = pick(random, OPERATION_NAMES);
      const response = randomResponse(random);
      const isSame = expectSame(callOperation[operation], () => response.clone(), operation);
      if (await isSame) succeeded += 1;
    }
    expect(succeeded).to.be.within(ROUNDS / 20, ROUNDS - ROUNDS / 10);
  });

  it('sends the same for 1,000 random inputs', async () => {
    const random = seededRandom(16);
    for (let round = 0; round < ROUNDS; round += 1) {
      const operation = pick(
        random,
        OPERATION_NAMES.filter((name) => OPERATIONS[name].input),
      );
      const input = randomInput(random, operation);
      const respond = () => problem('invalid-code', 422, { attemptsLeft: 2, retryAfter: 9 });
      await expectSame(withInput(operation, input), respond, JSON.stringify([operation, input]));
    }
  });

  for (const operation of OPERATION_NAMES) {
    it(`understands every problem in the same way: ${operation}`, async () => {
      const headers = { 'Retry-After': '40', Date: new Date().toUTCString() };
      const expectSameProblem = (kind: string, status: number, facts: object) =>
        expectSame(
          callOperation[operation],
          () => problem(kind, status, facts, headers),
          JSON.stringify([kind, status, facts]),
        );
      for (const kind of [...MFA_ERROR_KINDS, 'unknown']) {
        await expectSameProblem(kind, 422, { retryAfter: 9, attemptsLeft: 2, stepUp: ['code'] });
      }
      for (const status of [200, 302, 400, 401, 403, 404, 409, 410, 419, 428, 429, 500, 503]) {
        await expectSameProblem('invalid-code', status, {});
        await expectSameProblem('unknown', status, {});
      }
      for (const facts of [
        { retryAfter: '12', attemptsLeft: '0', stepUp: ['code', 'password', 'other'] },
        { retryAfter: -1, attemptsLeft: -1, stepUp: 'code' },
        { retryAfter: null, attemptsLeft: 1.5, stepUp: [] },
      ]) {
        for (const kind of ['invalid-code', 'locked', 'step-up-required', 'unknown']) {
          await expectSameProblem(kind, 403, facts);
        }
      }
    });

    it(`understands every success in the same way: ${operation}`, async () => {
      const random = seededRandom(operation.length);
      const bodies: object[] = [
        { redirectTo: '/thuis' },
        { recoveryCodesLeft: 3 },
        { redirectTo: null, recoveryCodesLeft: null },
        { authenticator: { id: 'a', method: 'totp', createdAt: '2026-11-22T10:00:00Z' } },
        { authenticator: {} },
        { authenticators: [{ id: 'a', method: 'totp' }, null] },
        { authenticators: 'none' },
        { recoveryCodes: ['ABCD-EFGH'] },
        { recoveryCodes: [] },
        { recoveryCodes: [null, 'ABCD-EFGH'] },
        { id: 'e', method: 'totp', secret: 'JBSWY3DPEHPK3PXP', algorithm: 'SHA512', digits: 8 },
        { state: 'verified', left: 3 },
        [],
        [{ id: 'a' }],
      ];
      const statements: object[] = [
        {},
        ...[true, false, 'false', null].map((success) => ({ success })),
        ...['wrong', false, null, {}].map((error) => ({ error })),
        ...[200, 500, 'ok', 'OK', 'Success', 'fail', 'not ok', null].map((status) => ({ status })),
      ];
      const expectSameResponse = (status: number, body: object) =>
        expectSame(
          callOperation[operation],
          () => (status === 205 ? empty(status) : json(body, status)),
          JSON.stringify([status, body]),
        );
      for (const body of bodies) {
        for (const status of [200, 201, 202, 203, 205, 206]) await expectSameResponse(status, body);
      }
      const all = Object.assign(
        {},
        ...bodies.filter((body) => !Array.isArray(body)).reverse(),
      ) as object;
      for (const statement of statements) {
        for (const status of [200, 201]) {
          await expectSameResponse(status, { ...all, ...statement });
        }
      }
      const rest = [
        () => empty(204),
        () => empty(200),
        () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
        () => new Response('{', { headers: { 'Content-Type': 'application/json' } }),
        () => new Response('done', { headers: { 'Content-Type': 'text/plain' }, status: 201 }),
        () => json({ redirectTo: '/' }, 200, { 'Content-Type': 'application/problem+json' }),
        () => json(randomJson(random)),
        () => json(null),
        () => json({ authenticator: null }, 201),
        () => json(null, 422),
        () => Object.defineProperty(empty(204), 'redirected', { value: true }),
        () => Response.error(),
        () => Promise.reject(new TypeError('Failed to fetch')),
        () => undefined as unknown as Response,
      ];
      for (const respond of rest) {
        await expectSame(callOperation[operation], respond, respond.toString());
      }
    });
  }

  for (const [name, value] of Object.entries({
    ...{
      id: 'x',
      sends: ['code'],
      isDone: (): boolean => true,
      read: () => ({ state: 'verified' }),
    },
    ...{ waits: 'next-try', refuses: 'code', changes: 'never', method: 'PUT', body: 'x' },
    ...{ headers: { a: 'b' }, credentials: 'include', success: {}, result: 'x', kind: 'locked' },
  })) {
    it(`is the same if another script has added "${name}" to Object.prototype (C30)`, async () => {
      const responses = [
        () => json({ state: 'verified', authenticators: [], redirectTo: '/' }),
        () => json({ authenticators: [] }, 500),
        () => problem('forbidden', 403, { attemptsLeft: 2, retryAfter: 5 }),
        () => empty(204),
      ];
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      try {
        for (const operation of OPERATION_NAMES) {
          for (const respond of responses) {
            await expectSame(callOperation[operation], respond, operation);
          }
        }
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    });
  }

  it('is not spoken by a base URL that cannot be one', () => {
    for (const baseUrl of ['', '/api', 'https://a:b@portaal.example', 'javascript:alert(1)']) {
      expect(() => createContractBackend({ baseUrl })).to.throw(MfaError, 'The base URL must be');
    }
  });

  it('is over as soon as its caller aborts it', async () => {
    const controller = new AbortController();
    const backend = createContractBackend({
      ...SETTINGS,
      fetcher: () => new Promise(() => undefined),
    });
    const verified = backend.verify?.({ code: '492039' }, { signal: controller.signal });
    const reason = new Error('Left.');
    controller.abort(reason);
    expect(await verified?.catch((error: unknown) => error)).to.equal(reason);
  });
});

const empty = (status: number): Response => new Response(null, { status });
