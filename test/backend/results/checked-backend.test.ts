import { expect } from '@open-wc/testing';
import type { RequestOptions } from '../../../src/backend/backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import {
  developmentHooks,
  setDevelopmentHooks,
} from '../../../src/backend/http/development-hooks.js';
import { checkedBackend } from '../../../src/backend/results/checked-backend.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { callOperation } from '../../support/call-operation.js';
import { errorOf } from '../http/fake-server.js';

const checked = (backend: object) => checkedBackend(backend, {});
const rejecting = (thrown: unknown) => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- any value may be thrown
  const reject = () => Promise.reject(thrown);
  return checked({ status: reject, verify: reject });
};
const code = { code: '012345' };

describe('a custom backend', () => {
  it('has the operations that are functions, and its capabilities', () => {
    const capabilities = { rememberDevice: true };
    const backend = checked({ verify: () => undefined, stepUp: 'a text', capabilities });
    expect(backend).to.have.all.keys('verify', 'capabilities');
    expect(backend.capabilities).to.equal(capabilities);
    expect(checked({})).to.not.have.property('capabilities');
  });

  it('is called as it is, with its input and a signal that follows that of the caller', async () => {
    const given: unknown[] = [];
    let signal: AbortSignal | undefined;
    const backend = {
      verify(input: unknown, options: RequestOptions) {
        given.push(this, input);
        ({ signal } = options);
        return Promise.resolve({ redirectTo: '/portaal', secret: 'x' });
      },
    };
    const caller = new AbortController();
    expect(await checked(backend).verify?.(code, { signal: caller.signal })).to.deep.equal({
      redirectTo: '/portaal',
    });
    expect(given).to.deep.equal([backend, code]);
    caller.abort('left');
    expect(signal?.reason).to.equal('left');
  });

  const CHANGES = [
    'verify',
    'unlinkAuthenticator',
    'renameAuthenticator',
    'stepUp',
    'cancelEnrollment',
  ] as const;
  /** Makes a change with a backend that resolves to a value, whatever its type. */
  const changed = (change: (typeof CHANGES)[number], value: unknown) =>
    callOperation[change](checked({ [change]: () => Promise.resolve(value) }));
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const realm = frame.contentWindow as Window & typeof globalThis;
  after(() => frame.remove());
  // The frame of a simulated document has no classes of its own.
  const ofFrame = <Name extends 'Error' | 'Response'>(name: Name) =>
    (name in realm ? realm : globalThis)[name];
  const [FrameError, FrameResponse] = [ofFrame('Error'), ofFrame('Response')];

  for (const [what, result] of Object.entries({
    'an error in a member': { error: 'Nee' },
    'an Error': new Error('Nee'),
    'an MfaError': new MfaError('invalid-code', 'Nee'),
    'a DOMException': new DOMException('Nee', 'AbortError'),
    'an Error of a frame': new FrameError('Nee'),
    'a response that nobody has read': new Response(null, { status: 500 }),
    'a response that nobody has read, of a frame': new FrameResponse(),
    'an object whose class says that it failed': Object.create({ success: false }) as object,
    'a settled promise that was rejected': { status: 'rejected', reason: new Error('Nee') },
    'the response of a client': { status: 200, data: { success: false } },
    'a web page': '<!doctype html><form>Log in</form>',
    'the response of a client that is a web page': {
      status: 200,
      data: '\uFEFF\n<!doctype html><form>Log in</form>',
      headers: { 'content-type': 'text/html' },
    },
    'a list': [{ id: 'a' }],
    'an empty list': [],
    'a function': () => true,
    'a text': 'error',
    'the text OK': 'OK',
    'a text of spaces': ' ',
    'the status of a response': 204,
    false: false,
    '0': 0,
    NaN: Number.NaN,
  })) {
    it(`has not done a change if it resolves to ${what}`, async () => {
      for (const change of CHANGES) {
        const error = await errorOf(changed(change, result));
        expect(error.kind, change).to.equal('unknown-outcome');
        expect(error.cause?.kind, change).to.equal('unexpected');
      }
    });
  }

  it('has not taken a code that is not valid', async () => {
    expect((await errorOf(changed('verify', { valid: false }))).kind).to.equal('unknown-outcome');
  });

  for (const result of [
    ...[undefined, null, true, {}, { ok: true }, { data: null, error: null }],
    ...[
      { data: 'OK' },
      { data: '1 < 2' },
      { data: {} },
      { data: ['<p>'] },
      { message: '<b>Done</b>' },
    ],
  ]) {
    it(`has unlinked an app if it resolves to ${JSON.stringify(result)}`, async () => {
      expect(await changed('unlinkAuthenticator', result)).to.equal(undefined);
    });
  }

  it('has unlinked an app whatever a getter of its result does', async () => {
    const result = Object.defineProperty({}, 'data', {
      get: () => {
        throw new Error('Not yet.');
      },
    });
    expect(await changed('unlinkAuthenticator', result)).to.equal(undefined);
  });

  it('has made a change if it resolves to the empty text of a client for a response without a body', async () => {
    for (const change of CHANGES) {
      expect(await changed(change, ''), change).to.deep.equal(await changed(change, undefined));
    }
  });

  it('has read nothing, linked no app and made no codes if it resolves to an empty text', async () => {
    const empty = () => Promise.resolve('');
    const backend = checked({
      status: empty,
      listAuthenticators: empty,
      confirmEnrollment: empty,
      generateRecoveryCodes: empty,
    });
    for (const operation of ['status', 'listAuthenticators'] as const) {
      expect((await errorOf(callOperation[operation](backend))).kind).to.equal('unexpected');
    }
    for (const operation of ['confirmEnrollment', 'generateRecoveryCodes'] as const) {
      expect((await errorOf(callOperation[operation](backend))).kind).to.equal('unknown-outcome');
    }
  });

  it('has unlinked an app whatever it says of proofs', async () => {
    const backend = { unlinkAuthenticator: () => Promise.resolve({ valid: false } as never) };
    const unlinked = checked(backend).unlinkAuthenticator?.({ authenticatorId: 'a' });
    expect(await unlinked).to.equal(undefined);
  });

  it('rejects with the reason of the caller that aborts it', async () => {
    const caller = new AbortController();
    const backend = { verify: () => new Promise<never>(() => undefined) };
    const verified = checked(backend).verify?.(code, { signal: caller.signal });
    const reason = new Error('left');
    caller.abort(reason);
    expect(await verified?.catch((thrown: unknown) => thrown)).to.equal(reason);
  });

  it('may leave to the page what the page knows already', async () => {
    const { secret } = SAMPLE;
    const backend = checkedBackend(
      {
        renameAuthenticator: () => Promise.resolve(undefined as never),
        startEnrollment: () => Promise.resolve({ secret } as never),
      },
      { issuer: 'Profi', account: 'klant' },
    );
    expect(
      await backend.renameAuthenticator?.({ authenticatorId: '1', name: 'Werk' }),
    ).to.deep.equal({ id: '1', method: 'totp', name: 'Werk' });
    expect(await backend.startEnrollment?.()).to.have.property(
      'otpauthUri',
      `otpauth://totp/Profi:klant?secret=${secret}&issuer=Profi`,
    );
  });

  it('tells development what it threw that is no MfaError, if that listens', async () => {
    const told: unknown[] = [];
    const hooks = developmentHooks();
    const thrown = new Error('why');
    try {
      for (const observer of [{}, { threw: (...given: unknown[]) => told.push(given) }]) {
        setDevelopmentHooks({ check: () => undefined, observer });
        for (const one of [thrown, new MfaError('timeout', 'late')]) {
          const error = await errorOf(rejecting(one).verify?.(code));
          expect(error.kind).to.equal('unknown-outcome');
        }
      }
    } finally {
      setDevelopmentHooks(hooks);
    }
    expect(told).to.deep.equal([['verify', thrown]]);
  });

  it('tells development what is wrong with its result', async () => {
    const told: unknown[] = [];
    const hooks = developmentHooks();
    let error: MfaError | undefined;
    try {
      const observer = { threw: (...given: unknown[]) => told.push(...given) };
      setDevelopmentHooks({ check: () => undefined, observer });
      const backend = checked({ verify: () => Promise.resolve({ redirectTo: 1 }) });
      error = await errorOf(backend.verify?.(code));
    } finally {
      setDevelopmentHooks(hooks);
    }
    expect(told).to.deep.equal(['verify', error.cause]);
  });

  it('decides with an MfaError', async () => {
    const refused = new MfaError('invalid-code', '');
    expect(await errorOf(rejecting(refused).verify?.(code))).to.equal(refused);
    expect(await errorOf(rejecting(refused).status?.())).to.equal(refused);
  });

  for (const [kind, status] of [
    ['timeout', undefined],
    ['timeout', 504],
    ['unavailable', undefined],
    ['unavailable', 500],
    ['unavailable', 502],
    ['unexpected', undefined],
    ['unexpected', 200],
    ['unexpected', 399],
    ['unexpected', 500],
  ] as const) {
    it(`leaves a change unknown with "${kind}" and ${status ? `status ${status}` : 'no status'} (C49)`, async () => {
      const failed = new MfaError(kind, 'The gateway failed.', { status, retryAfter: 30 });
      const error = await errorOf(rejecting(failed).verify?.(code));
      expect(error.kind).to.equal('unknown-outcome');
      expect(error.cause).to.equal(failed);
      expect(error.facts).to.deep.equal(failed.facts);
      expect(await errorOf(rejecting(failed).status?.())).to.equal(failed);
    });
  }

  for (const [kind, status] of [
    ['timeout', 408],
    ['unavailable', 400],
    ['unexpected', 499],
    ['invalid-code', 500],
    ['rate-limited', 503],
    ['offline', undefined],
  ] as const) {
    it(`has not made a change with "${kind}" and ${status ? `status ${status}` : 'no status'}`, async () => {
      const refused = new MfaError(kind, '', { status });
      expect(await errorOf(rejecting(refused).verify?.(code))).to.equal(refused);
    });
  }

  it('refuses the proof that was sent, and keeps what the server said of it', async () => {
    const facts = { attemptsLeft: 2, retryAfter: 30 };
    const refuse = () => Promise.reject(new MfaError('invalid-code', 'why', facts));
    const backend = checked({
      verifyRecoveryCode: refuse,
      stepUp: refuse,
      generateRecoveryCodes: refuse,
    });
    const refusals = await Promise.all([
      errorOf(backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD-1234' })),
      errorOf(backend.stepUp?.({ password: 'geheim' })),
      errorOf(backend.stepUp?.({ code: '012345' })),
      errorOf(backend.generateRecoveryCodes?.()),
    ]);
    expect(refusals.map(({ kind }) => kind)).to.deep.equal([
      'invalid-recovery-code',
      'invalid-password',
      'invalid-code',
      'invalid-code',
    ]);
    for (const { message, facts: kept } of refusals) {
      expect(message).to.equal('why');
      expect(kept).to.deep.include(facts);
    }
  });

  it('decides nothing with anything else, and what it threw is repeated nowhere (C4, C49)', async () => {
    for (const thrown of [new Error('012345'), '012345', undefined, { kind: 'invalid-code' }]) {
      const backend = rejecting(thrown);
      const error = await errorOf(backend.verify?.(code));
      expect(error.kind).to.equal('unknown-outcome');
      expect(error.cause?.kind).to.equal('unexpected');
      expect([error.message, error.cause?.message].join()).to.not.include('012345');
      expect((await errorOf(backend.status?.())).kind).to.equal('unexpected');
    }
  });

  it('decides nothing with a result that cannot be read (C49)', async () => {
    const backend = checked({
      verify: () => Promise.resolve({ redirectTo: 1 }),
      status: () => Promise.resolve({ state: 'unknown' }),
    });
    expect((await errorOf(backend.verify?.(code))).kind).to.equal('unknown-outcome');
    expect((await errorOf(backend.status?.())).kind).to.equal('unexpected');
  });
});
