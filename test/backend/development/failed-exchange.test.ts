import { expect } from '@open-wc/testing';
import { gatherEvidence } from '../../../src/backend/development/failed-exchange.js';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import type { ObservedExchange } from '../../../src/backend/http/observer.js';

const SECRET = 'geheim-91';

function evidenceOf(
  exchange: Partial<ObservedExchange>,
  definition: Partial<BackendDefinition> = {},
) {
  return gatherEvidence(
    {
      definition: { operations: {}, ...definition },
      operation: 'verify',
      step: { request: 'POST /users/{user}/verify' },
      url: `https://api.example/mfa/users/${SECRET}/verify`,
      credentials: 'include',
      missing: [],
      response: undefined,
      ...exchange,
    },
    'https://portaal.example',
  );
}

const response = (status: number, headers: Record<string, string> = {}, body: unknown = {}) => ({
  status,
  headers: new Headers(headers),
  body,
  redirected: false,
});

describe('what is known of an exchange that failed', () => {
  it('has the template of the request and its base URL, without the values in it', () => {
    const evidence = evidenceOf({});
    expect(evidence.request).to.equal('POST /users/{user}/verify');
    expect(evidence.base).to.equal('https://api.example/mfa');
    expect(JSON.stringify(evidence)).to.not.include(SECRET);
  });

  it('has only the origin if the whole address came from a response', () => {
    const url = `https://api.example/${SECRET}`;
    expect(evidenceOf({ step: { request: 'POST {+next}' }, url }).base).to.equal(
      'https://api.example',
    );
  });

  it('has only the origin if the address is not that of the template', () => {
    expect(evidenceOf({ url: `https://api.example/${SECRET}` }).base).to.equal(
      'https://api.example',
    );
  });

  it('names the variables without a value, with each place that they come from', () => {
    const missing = ['code', 'csrf', 'user', 'fixed'];
    const variables = { csrf: [{ cookie: 'XSRF' }, { meta: 'csrf' }], fixed: 'x' };
    expect(evidenceOf({ missing }, { variables }).missing).to.deep.equal([
      '{csrf} (cookie: XSRF, meta: csrf)',
      '{user}',
      '{fixed}',
    ]);
  });

  it('knows whether another origin was asked, and nothing of it without a page', () => {
    expect(evidenceOf({}).isOtherOrigin).to.be.true;
    expect(evidenceOf({ url: 'https://portaal.example/mfa/users/a/verify' }).isOtherOrigin).to.be
      .false;
  });

  it('names the headers that the definition reads and another origin hides', () => {
    const step = {
      request: 'POST /users/{user}/verify',
      errors: [
        { header: 'X-Reason', equals: 'late', kind: 'code-expired' },
        { all: [{ header: 'X-Other', exists: true }], kind: 'locked' },
      ],
      capture: { session: { $header: 'X-Session' } },
    } as unknown as ObservedExchange['step'];
    const hidden = (given: ReturnType<typeof response>, url?: string) =>
      evidenceOf({ step, response: given, ...(url && { url }) }).response?.hiddenHeaders;
    expect(hidden(response(429, { 'X-Session': 's' }))).to.deep.equal([
      'X-Reason',
      'X-Other',
      'Retry-After',
      'Date',
    ]);
    expect(hidden(response(400))).to.deep.equal(['X-Reason', 'X-Other', 'X-Session', 'Date']);
    expect(hidden(response(429), 'https://portaal.example/users/a/verify')).to.deep.equal([]);
  });

  it('names the paths that select nothing, and not those that are optional', () => {
    const step = {
      request: 'POST /x',
      capture: { session: '$.session', other: '$.there' },
      result: {
        $when: { path: '$.when' },
        redirectTo: { $first: ['$.a', '$.b'] },
        left: ['$.left', 3],
      },
    } as unknown as ObservedExchange['step'];
    const given = evidenceOf({ step, response: response(200, {}, { there: 1 }) });
    expect(given.response?.emptyPaths).to.deep.equal(['$.session', '$.left']);
  });
});
