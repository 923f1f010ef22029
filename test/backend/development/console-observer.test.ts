import { expect } from '@open-wc/testing';
import { checkedBackend } from '../../../src/backend/results/checked-backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
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

/** What is printed while something runs. */
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

function backend(answer: () => Response, definition: Partial<BackendDefinition> = {}) {
  return createHttpBackend({
    baseUrl: `${location.origin}/api`,
    definition: {
      operations: {
        verify: { request: 'POST /verify{?code}', body: { otp: '{code}' } },
        stepUp: { request: 'POST /step-up', body: { password: '{password}' } },
      },
      ...definition,
    },
    fetcher: () => Promise.resolve(answer()),
  });
}

const verify = (answer: () => Response) =>
  backend(answer)
    .verify?.({ code: PLANTED.code })
    .catch(() => undefined) ?? Promise.resolve();

describe('importing mfa-elements/development', () => {
  afterEach(() => setDevelopmentHooks(hooks));

  it('checks every definition before it is used', () => {
    expect(() => backend(() => json({}), { timeout: 0 })).to.throw('"/timeout"');
  });

  it('finds the name that was meant, and where a text stops being JSON', () => {
    expect(hooks?.nearestNames?.('verfy', ['status', 'verify'])).to.deep.equal([
      'verify',
      'status',
    ]);
    expect(hooks?.findJsonError?.('{"a": x}')).to.equal('line 1, column 7');
  });

  it('tells in the console why something failed, in text alone, and each cause once', async () => {
    const answer = () => json({ code: PLANTED.secret }, 422);
    const lines = await printed(() => verify(answer));
    expect(lines).to.have.length(5);
    expect(lines[1]).to.equal('mfa-elements: verify failed (unexpected, status 422)');
    expect(lines[3])
      .to.be.a('string')
      .that.includes('No error rule matches')
      .and.includes('{ code: text(32) }');
    expect(await printed(() => verify(answer))).to.be.empty;
    const stepUp = () => backend(answer).stepUp?.({ password: PLANTED.password });
    expect(await printed(() => stepUp()?.catch(() => undefined) ?? Promise.resolve())).to.not.be
      .empty;
  });

  it("shows what a backend of the page's own threw, and what of its answers does not fit", async () => {
    const mistake = new TypeError('of the page');
    const own = checkedBackend(
      { status: () => Promise.reject(mistake), verify: () => Promise.resolve({ redirectTo: '/' }) },
      {},
    );
    const status = own.status?.().catch(() => undefined) ?? Promise.resolve();
    expect(await printed(() => status)).to.include(mistake);
    expect(await printed(() => own.verify?.({ code: '1' }) ?? Promise.resolve())).to.be.empty;
  });

  it('says nothing of what went well or as foreseen', async () => {
    expect(await printed(() => verify(() => json({})))).to.be.empty;
    expect(await printed(() => verify(() => json({}, 429)))).to.be.empty;
  });

  it('prints no secret', async () => {
    const lines = await printed(() => verify(() => json([PLANTED, { [PLANTED.code]: 1 }], 404)));
    expect(lines).to.not.be.empty;
    expect(tracesIn(lines.join('\n'))).to.be.empty;
  });
});
