import { expect } from '@open-wc/testing';
import { checkedBackend } from '../../../src/backend/results/checked-backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import {
  developmentHooks,
  setDevelopmentHooks,
} from '../../../src/backend/http/development-hooks.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import '../../../src/development.js';
import { PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { json } from '../http/fake-server.js';

const hooks = developmentHooks();
const METHODS = ['groupCollapsed', 'warn', 'groupEnd'] as const;

/** Returns the lines that are printed while a function runs. */
async function printed(run: () => Promise<unknown>): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  const kept = Object.fromEntries(
    METHODS.map((name) => [name, Reflect.get(console, name)] as const),
  );
  for (const method of METHODS) {
    console[method] = (...given: unknown[]) => lines.push(method, ...given);
  }
  try {
    await run();
  } finally {
    Object.assign(console, kept);
  }
  return lines;
}

function backend(respond: () => Response, definition: Partial<BackendDefinition> = {}) {
  return createHttpBackend({
    baseUrl: `${location.origin}/api`,
    definition: {
      operations: {
        verify: { request: 'POST /verify{?code}', body: { otp: '{code}' } },
        stepUp: { request: 'POST /step-up', body: { password: '{password}' } },
      },
      ...definition,
    },
    fetcher: () => Promise.resolve(respond()),
  });
}

const verify = (respond: () => Response) =>
  backend(respond)
    .verify?.({ code: PLANTED.code })
    .catch(() => undefined) ?? Promise.resolve();

describe('importing mfa-elements/development', () => {
  afterEach(() => setDevelopmentHooks(hooks));

  it('checks every definition before it is used', () => {
    expect(() => backend(() => json({}), { timeout: 0 })).to.throw('"/timeout"');
  });

  it('suggests the nearest name, and finds where a text stops being JSON', () => {
    expect(hooks?.nearestNames?.('verfy', ['status', 'verify'])).to.deep.equal([
      'verify',
      'status',
    ]);
    expect(hooks?.findJsonError?.('{"a": x}')).to.equal('line 1, column 7');
  });

  it('logs why an operation failed, as text alone, and each cause once', async () => {
    const respond = () => json({ code: PLANTED.secret }, 422);
    const lines = await printed(() => verify(respond));
    expect(lines).to.have.length(5);
    expect(lines[1]).to.equal('mfa-elements: verify failed (unexpected, status 422)');
    expect(lines[3])
      .to.be.a('string')
      .that.includes('No error rule matches')
      .and.includes('{ code: text(32) }');
    expect(await printed(() => verify(respond))).to.be.empty;
    const stepUp = () => backend(respond).stepUp?.({ password: PLANTED.password });
    expect(await printed(() => stepUp()?.catch(() => undefined) ?? Promise.resolve())).to.not.be
      .empty;
  });

  it('logs the error that a custom backend threw, and the part of its results that does not fit', async () => {
    const mistake = new TypeError('of the page');
    const own = checkedBackend(
      { status: () => Promise.reject(mistake), verify: () => Promise.resolve({ redirectTo: '/' }) },
      {},
    );
    const status = own.status?.().catch(() => undefined) ?? Promise.resolve();
    expect(await printed(() => status)).to.include(mistake);
    expect(await printed(() => own.verify?.({ code: '1' }) ?? Promise.resolve())).to.be.empty;
    const refusing = checkedBackend(
      { verify: () => Promise.reject(new MfaError('invalid-code', 'The code is wrong.')) },
      {},
    );
    const refused = refusing.verify?.({ code: '1' }).catch(() => undefined) ?? Promise.resolve();
    expect(await printed(() => refused)).to.be.empty;
  });

  it('logs nothing about a success or an expected failure', async () => {
    expect(await printed(() => verify(() => json({})))).to.be.empty;
    expect(await printed(() => verify(() => json({}, 429)))).to.be.empty;
  });

  it('logs no secret', async () => {
    const lines = await printed(() => verify(() => json([PLANTED, { [PLANTED.code]: 1 }], 404)));
    expect(lines).to.not.be.empty;
    expect(tracesIn(lines.join('\n'))).to.be.empty;
  });
});
