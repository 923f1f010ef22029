import { expect } from '@open-wc/testing';
import type { BackendDefinition } from '../../src/backend/definition/definition.js';
import schema from '../../src/backend/definition/schema.json' with { type: 'json' };
import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import type { MfaError } from '../../src/backend/mfa-error.js';
import { OPERATION_NAMES } from '../../src/backend/operations.js';
import { own } from '../../src/backend/own.js';
import { definition as contract } from '../../src/backend/presets/mfa-elements.js';
import { checkedBackend } from '../../src/backend/results/checked-backend.js';
import { callOperation } from '../support/call-operation.js';

/** Every key that the schema of definitions has, at any depth. */
function keysOfSchema(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { properties } = part as { readonly properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(part).flatMap(keysOfSchema)];
}

/** Members that a browser reads from the options of a request, and names of options of ours. */
const OPTIONS =
  `method mode cache redirect referrer referrerPolicy integrity keepalive signal duplex
  priority window attributionReporting targetAddressSpace baseUrl fetcher observer definition issuer
  account instead clockSkew retryAfter isSameOrigin init url fields captured declared`.split(/\s+/);

const KEYS = [...new Set([...keysOfSchema(schema), ...OPTIONS])];

/** What an attacker may add to `Object.prototype`: values of every type that JSON has. */
const STEP = {
  request: 'POST {+evil}',
  body: { stolen: '{code}', password: '{password}' },
  headers: { 'X-Stolen': '{code}' },
};
const POISONS: readonly unknown[] = [
  'https://evil.example',
  ['https://evil.example'],
  { stolen: '{code}', 'X-Stolen': '{code}', evil: 'https://evil.example/' },
  STEP,
  [STEP],
  true,
  7,
];

/** The least that a definition can be: everything optional is absent. */
const LEAST: BackendDefinition = {
  operations: {
    verify: { request: 'POST /verify', body: { code: '{code}' } },
    stepUp: { request: 'POST /step-up', body: { password: '{password}' } },
    listAuthenticators: { request: 'GET /apps', result: { $each: '$.apps' } },
    status: { request: 'GET /status', result: { state: { $first: ['$.none', '$.state'] } } },
    unlinkAuthenticator: {
      request: 'DELETE /apps/{authenticatorId}',
      errors: [{ status: 403, kind: 'rate-limited' }],
    },
  },
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/status': { state: 'code-required' },
  '/enrollments': { id: 'e', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', account: 'a' },
  '/enrollments/e/confirmation': { authenticator: { id: 'a' } },
  '/authenticators': { authenticators: [{ id: 'a' }] },
  '/apps': { apps: [{ id: 'a' }] },
  '/authenticators/a': { authenticator: { id: 'a' } },
  '/recovery-codes': { left: 3, recoveryCodes: ['a-b'] },
};

const jsonType = () => new Headers([['Content-Type', 'application/json']]);

/** Calls every operation, and returns all that was sent and all that came back, as text. */
async function journey(): Promise<string> {
  const log: unknown[] = [];
  const fetcher = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const { method, mode, credentials, redirect, referrerPolicy, cache, keepalive } = request;
    const traits = [method, mode, credentials, redirect, referrerPolicy, cache, keepalive];
    log.push([request.url, ...traits, ...request.headers, await request.text()]);
    const { pathname } = new URL(url);
    const answer = ANSWERS[pathname.replace('/api', '')];
    if (method === 'DELETE') return new Response('{}', own({ status: 403, headers: jsonType() }));
    return answer === undefined
      ? new Response(null, own({ status: 204 }))
      : new Response(JSON.stringify(answer), own({ status: 200, headers: jsonType() }));
  };
  for (const definition of [contract, LEAST]) {
    const backend = createHttpBackend(
      own({ baseUrl: 'https://site.example/api', definition, fetcher, account: 'me' }),
    );
    // The results of a custom backend pass through another door.
    const used = definition === LEAST ? checkedBackend(backend, own({})) : backend;
    for (const operation of OPERATION_NAMES) {
      try {
        const result: unknown = await callOperation[operation](used);
        log.push([operation, result, members(result)]);
      } catch (thrown) {
        const error = thrown as MfaError;
        log.push([operation, error.message, error.kind, members(error.facts)]);
      }
    }
    log.push(members(backend), members(backend.capabilities));
  }
  return log.map((entry) => JSON.stringify(entry)).join('\n');
}

/** The members that reading the objects in a value may find, inherited ones too. */
function members(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.map(members);
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const found: unknown[] = [];
  for (const name in value) found.push(name, members((value as Record<string, unknown>)[name]));
  return found;
}

async function polluted(key: string, value: unknown): Promise<string> {
  const prototype = Object.prototype as Record<string, unknown>;
  prototype[key] = value;
  try {
    return await journey();
  } catch (error) {
    return String(error);
  } finally {
    Reflect.deleteProperty(prototype, key);
  }
}

describe('a page whose Object.prototype has members', () => {
  it('knows every key of a definition', () => {
    expect(KEYS).to.include.members(['origins', 'before', 'steps', 'headers', 'tokens', '$as']);
    expect(KEYS.length).to.be.above(100);
  });

  for (const poison of POISONS) {
    it(`sends and returns the same, whichever key is ${JSON.stringify(poison)} (C30, D15)`, async function () {
      this.timeout(60_000);
      const clean = await journey();
      const different: string[] = [];
      for (const key of KEYS) {
        const result = await polluted(key, poison);
        if (result !== clean) different.push(`${key}: ${firstDifference(clean, result)}`);
      }
      expect(different).to.deep.equal([]);
    });
  }
});

function firstDifference(clean: string, other: string): string {
  const lines = clean.split('\n');
  return other.split('\n').find((line, index) => line !== lines[index]) ?? '(shorter)';
}
