import { expect } from '@open-wc/testing';
import { diagnose, type Diagnosis } from '../../../src/backend/development/diagnose.js';
import { DIAGNOSES, diagnosisRows } from '../../../src/backend/development/diagnoses.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type {
  BackendDefinition,
  OperationDefinition,
} from '../../../src/backend/definition/definition.js';
import type { ObservedExchange, ObservedOperation } from '../../../src/backend/http/observer.js';
import type { VerificationResult } from '../../../src/backend/definition/result-types.js';
import { PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { json } from '../http/fake-server.js';

const HOME = `${location.origin}/api/mfa`;
const ELSEWHERE = 'https://id.example.com/api/mfa';

type Verify = OperationDefinition<VerificationResult>;

const verify: Verify = { request: 'POST /verify', body: { otp: '{code}' } };
const html = (status = 200) =>
  new Response('<h1>Inloggen</h1>', { status, headers: { 'Content-Type': 'text/html' } });

interface Given extends Partial<Omit<BackendDefinition, 'operations'>> {
  readonly baseUrl?: string;
}

/** Signs in with a code, and returns the diagnosis for the developer. */
async function diagnosed(
  described: Verify,
  respond: () => Response,
  { baseUrl = HOME, ...rest }: Given = {},
): Promise<readonly Diagnosis[]> {
  let exchange: ObservedExchange | undefined;
  const endings: ObservedOperation[] = [];
  const backend = createHttpBackend({
    baseUrl,
    definition: { ...rest, operations: { verify: described } },
    fetcher: () => Promise.resolve().then(respond),
    observer: {
      exchanged: (seen) => (exchange = seen),
      ended: (seen) => endings.push(seen),
    },
  });
  await backend.verify?.({ code: PLANTED.code }).catch(() => undefined);
  const [ended] = endings;
  if (!ended) throw new Error('The operation did not end.');
  return diagnose(exchange, ended);
}

async function idsOf(...given: Parameters<typeof diagnosed>): Promise<readonly string[]> {
  return (await diagnosed(...given)).map(({ id }) => id);
}

const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};

describe('the diagnosis of a failure', () => {
  it('finds nothing after a success or a failure that the definition describes', async () => {
    const errors = [{ status: 400, kind: 'invalid-code' }] as const;
    expect(await idsOf(verify, () => json({}))).to.be.empty;
    expect(await idsOf(verify, () => json({}, 400), { errors })).to.be.empty;
    expect(await idsOf(verify, () => json({}, 429))).to.be.empty;
    expect(await idsOf(verify, () => json({}, 503))).to.be.empty;
    const redirected = [{ redirected: true, kind: 'login-expired' }] as const;
    const redirect = () => new Response(null, { status: 302 });
    expect(await idsOf(verify, redirect, { errors: redirected })).to.be.empty;
    expect(await idsOf(verify, () => html(400), { errors })).to.be.empty;
  });

  for (const [what, id, described, respond, given] of [
    ['a sign-in page in place of JSON', 'web-page', verify, () => html()],
    ['a redirect', 'redirect', verify, () => new Response(null, { status: 302 })],
    [
      'cookies that are not sent to another origin',
      'cookies-left-out',
      verify,
      () => json({}, 401, { Date: 'x' }),
      { baseUrl: ELSEWHERE, errors: [{ status: 401, kind: 'signed-out' }] },
    ],
    [
      'cookies that are never sent',
      'cookies-left-out',
      verify,
      () => json({}, 401),
      { credentials: 'omit', errors: [{ status: 401, kind: 'signed-out' }] },
    ],
    [
      'a cookie of another site that the browser does not send',
      'cookies-refused',
      verify,
      () => json({}, 401, { Date: 'x' }),
      { baseUrl: ELSEWHERE, credentials: 'include', errors: [{ status: 401, kind: 'signed-out' }] },
    ],
    ['no response from another origin', 'cors', verify, lost, { baseUrl: ELSEWHERE }],
    ['no response from the same origin', 'no-response', verify, lost],
    [
      'a time to wait that the page may not read',
      'hidden-header',
      verify,
      () => json({}, 429, { Date: 'x' }),
      { baseUrl: ELSEWHERE },
    ],
    [
      'JSON with the content type of text',
      'other-content-type',
      { ...verify, result: { redirectTo: '$.to' } },
      () => new Response('{}', { headers: { 'Content-Type': 'text/plain' } }),
    ],
    [
      'JSON followed by other text',
      'malformed-json',
      { ...verify, result: { redirectTo: '$.to' } },
      () => new Response('Warning{}', { headers: { 'Content-Type': 'application/json' } }),
    ],
    [
      'a success status for a failure',
      'not-successful',
      { ...verify, success: { path: '$.status', equals: 'OK' } },
      () => json({ status: 'KO' }),
    ],
    [
      'a success status for a failure, where there is no "success"',
      'not-successful',
      verify,
      () => json({ ok: false, reason: 'wrong' }),
    ],
    [
      'a list that came as something else',
      'not-successful',
      { ...verify, result: { recoveryCodes: '$.codes' } },
      () => json('AAAA BBBB'),
    ],
    ['a response that matches no rule', 'no-rule', verify, () => json({ code: 'x' }, 422)],
    [
      'a response without a required field',
      'result-not-found',
      { ...verify, result: { recoveryCodesLeft: '$.left', redirectTo: '$.to' } },
      () => json({ left: 'drie' }),
    ],
  ] as const satisfies readonly (readonly [
    string,
    keyof typeof DIAGNOSES,
    Verify,
    () => Response,
    Given?,
  ])[]) {
    it(`recognizes ${what}`, async () => {
      expect(await idsOf(described, respond, given)).to.deep.equal([id]);
    });
  }

  it('recognizes a wrong URL, and shows it', async () => {
    const [first] = await diagnosed(verify, () => html(404));
    expect(first?.id).to.equal('wrong-address');
    expect(first?.found).to.equal(`POST /verify at ${HOME}`);
  });

  it('recognizes a header that is omitted because its source is empty', async () => {
    const found = await diagnosed(verify, () => json({}, 419), {
      headers: { 'X-CSRF': '{csrf}' },
      variables: { csrf: { cookie: 'staat-er-niet' } },
      errors: [{ status: 419, kind: 'csrf' }],
    });
    expect(found.map(({ id }) => id)).to.deep.equal(['empty-variable']);
    expect(found[0]?.found).to.equal('{csrf} (cookie: staat-er-niet)');
  });

  it('does not report an optional input that has no value', async () => {
    const body = { otp: '{code}', remember: '{rememberDevice}' };
    expect(await idsOf({ ...verify, body }, () => json({}, 400))).to.deep.equal(['no-rule']);
  });

  it('recognizes that the page does not provide a variable', async () => {
    const found = await diagnosed(
      { ...verify, headers: { Authorization: '{token}' } },
      () => json({}),
      {
        variables: { token: { page: 'an access token' } },
      },
    );
    expect(found.map(({ id }) => id)).to.deep.equal(['not-sent']);
    expect(found[0]?.found).to.include('"token"').and.include('an access token');
  });

  it('shows the shape of an unknown response, and a rule to start with', async () => {
    const [found] = await diagnosed(verify, () => json({ code: PLANTED.secret }, 422));
    expect(found?.found).to.equal(
      'Status 422: { code: text(32) }. A rule to start with: {"status": 422, "path": "$.code", "equals": "…", "kind": "…"}',
    );
  });

  it('names the header that another origin does not expose', async () => {
    const capture = { session: { $header: 'X-Session' } };
    const [found] = await diagnosed({ ...verify, capture }, () => json({}, 400), {
      baseUrl: ELSEWHERE,
      errors: [{ status: 400, kind: 'invalid-code' }],
    });
    expect(found?.found).to.equal('X-Session, Date');
  });

  it('names the paths that found nothing', async () => {
    const result = { recoveryCodesLeft: '$.left', redirectTo: '$.next.url' };
    const [found] = await diagnosed({ ...verify, result }, () => json({ left: 'drie' }));
    expect(found?.found).to.equal('$.next.url in { left: text(4) }');
  });

  it('contains no secret, for any request and response', async () => {
    const secrets = { ...PLANTED, all: [PLANTED], [PLANTED.code]: PLANTED.password };
    for (const status of [200, 302, 401, 404, 422]) {
      for (const body of [secrets, [secrets], PLANTED.secret]) {
        const found = await diagnosed(
          {
            request: 'POST /{code}/verify{?code}',
            body: '{code}',
            success: { path: '$.ok', equals: true },
          },
          () => json(body, status),
          { baseUrl: ELSEWHERE },
        );
        expect(found).to.not.be.empty;
        expect(tracesIn(JSON.stringify(found))).to.be.empty;
      }
    }
  });
});

describe('the table of diagnoses', () => {
  it('has in each row the symptom, the cause and the remedy', () => {
    expect(diagnosisRows()).to.have.length(Object.keys(DIAGNOSES).length);
    for (const { sign, cause, remedy } of diagnosisRows()) {
      for (const text of [sign, cause, remedy]) expect(text).to.match(/^[A-Z].{10,}\.$/);
    }
  });
});
