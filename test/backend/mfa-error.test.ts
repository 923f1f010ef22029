import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../src/backend/http/http-backend.js';
import { MfaError, type MfaErrorKind } from '../../src/backend/mfa-error.js';
import { challengeFlow } from '../../src/flow/challenge.js';

describe('the facts of an error', () => {
  it('are the given ones, and cannot be changed', () => {
    const facts = { retryAfter: 30, attemptsLeft: 0, clockSkew: -4, stepUp: ['code'] } as const;
    const error = new MfaError('locked', '', facts);
    expect(error.facts).to.deep.equal(facts);
    expect(Object.isFrozen(error.facts)).to.equal(true);
  });

  for (const number of [Number.NaN, Infinity, -Infinity]) {
    it(`do not contain ${number}`, () => {
      const facts = { retryAfter: number, clockSkew: number, attemptsLeft: 2 };
      expect(new MfaError('locked', '', facts).facts).to.deep.equal({ attemptsLeft: 2 });
    });
  }

  for (const [given, read] of [
    ['120', 120],
    ['', undefined],
    [' ', undefined],
    [1.5, 2],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    [{}, undefined],
    [[3], undefined],
    [true, undefined],
    [null, undefined],
  ] as const) {
    it(`are whole numbers: ${JSON.stringify(given)} is ${read}`, () => {
      const facts = { retryAfter: given as number };
      expect(new MfaError('locked', '', facts).facts).to.deep.equal(
        read === undefined ? {} : { retryAfter: read },
      );
    });
  }

  it('name only proofs that there are', () => {
    const stepUp = ['password', 'passkey'] as unknown as readonly 'password'[];
    expect(new MfaError('step-up-required', '', { stepUp }).facts.stepUp).to.deep.equal([
      'password',
    ]);
    const text = 'password' as unknown as readonly 'password'[];
    expect(new MfaError('step-up-required', '', { stepUp: text }).facts).to.deep.equal({});
  });
});

describe('the cause of an unknown outcome', () => {
  const causeOf = (cause: unknown) =>
    new MfaError('unknown-outcome', 'Why.', { status: 502 }, cause as MfaError).cause;

  it('is the given error', () => {
    const offline = new MfaError('offline', '');
    expect(causeOf(offline)).to.equal(offline);
  });

  for (const [what, cause] of Object.entries({
    'the error of fetch': new TypeError('Failed to fetch'),
    'an object like an MfaError': { kind: 'offline', message: '', facts: {} },
    'a text': 'offline',
    null: null,
    nothing: undefined,
  })) {
    it(`is that the server could not be reached, if it is given as ${what}`, () => {
      const read = causeOf(cause);
      expect(read).to.be.instanceOf(MfaError);
      expect(read).to.include({ kind: 'unavailable', message: 'Why.' });
      expect(read?.facts).to.deep.equal({ status: 502 });
    });
  }

  it('has no doubt itself', () => {
    const offline = new MfaError('offline', '');
    const doubted = new MfaError('unknown-outcome', '', {}, offline);
    expect(causeOf(doubted)).to.equal(offline);
    expect(causeOf(new MfaError('unknown-outcome', '', {}, doubted))).to.equal(offline);
  });

  it('is nothing else with another kind either', () => {
    const cause = new TypeError('012345') as unknown as MfaError;
    expect(new MfaError('unexpected', '', {}, cause).cause).to.equal(undefined);
  });
});

describe('an error kind that is not in the list (D14)', () => {
  const error = new MfaError('wrong-code' as MfaErrorKind, 'A custom backend has a typo.');

  for (const kind of ['wrong-code', '', 'constructor', '__proto__', undefined, null]) {
    it(`counts as unexpected: ${kind}`, () => {
      expect(new MfaError(kind as MfaErrorKind, '').kind).to.equal('unexpected');
    });
  }

  it('ends the request of a flow, as any other', () => {
    const verifying = { step: 'verifying', proof: 'code', code: '123456' } as const;
    const next = challengeFlow.transition(verifying, { type: 'failed', error });
    expect(next).to.deep.include({ step: 'asking', error });
  });

  it('counts as unexpected in a definition too, which nothing checks in production', async () => {
    const backend = createHttpBackend({
      baseUrl: 'https://portal.example/api',
      definition: {
        operations: { status: { request: 'GET /s', result: { state: '$.state' } } },
        errors: [{ status: 400, kind: 'wrong-code' as MfaErrorKind }],
      },
      fetcher: () => Promise.resolve(new Response('{}', { status: 400 })),
    });
    const failed = await backend.status?.().then(
      () => undefined,
      (thrown: unknown) => MfaError.from(thrown),
    );
    expect([failed?.kind, failed?.facts.status]).to.deep.equal(['unexpected', 400]);
  });
});
