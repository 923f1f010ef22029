import { expect } from '@open-wc/testing';
import { setDevelopmentHooks } from '../../src/backend/http/development-hooks.js';
import { messagePattern } from '../support/message.js';
import { tracesIn } from '../support/planted-secrets.js';
import { TYPED, type Outcome, type RecordedExchange, type Scenario } from './recording.js';
import { recording } from './recordings/mfa-elements.js';
import { walk } from './walk.js';
import { WalkRecord } from './walk-record.js';

/** Milliseconds: short, because the outcome never shows. */
const TIMEOUT = 1500;

const source = 'demo/server/openapi.json';

const answered = (status: number, type: string): RecordedExchange['response'] => ({
  status,
  body: { type: `urn:mfa-elements:problem:${type}` },
});

const challenge = (change: Partial<RecordedExchange> = {}): RecordedExchange => ({
  request: 'POST /challenge',
  body: { code: TYPED.rightCode },
  response: { status: 200, body: { redirectTo: '/portaal' } },
  source,
  ...change,
});

/** A code at sign-in. */
const signingIn = (exchanges: readonly RecordedExchange[], then: Outcome): Scenario => ({
  name: 'signing in',
  tag: 'mfa-challenge',
  steps: [
    { act: 'open', exchanges: [], then: 'code asked' },
    { act: 'right code', exchanges, then },
  ],
});

const opening = (
  tag: Scenario['tag'],
  request: string,
  body: unknown,
  then: Outcome,
): Scenario => ({
  name: 'opening',
  tag,
  steps: [{ act: 'open', exchanges: [{ request, response: { status: 200, body }, source }], then }],
});

const leaving: Outcome = { leavesFor: '/portaal' };

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const enrollment = {
  id: '1',
  method: 'totp',
  secret,
  otpauthUri: `otpauth://totp/P:a?secret=${secret}`,
};

/** Scenarios that differ from what happens, and the message of each failure. */
const WRONG: Readonly<Record<string, readonly [Scenario, RegExp]>> = {
  'another body': [
    signingIn([challenge({ body: { code: TYPED.rightCode, trust: true } })], leaving),
    /sent:.*recorded:.*"trust": true/s,
  ],
  'another path': [
    signingIn([challenge({ request: 'POST /challenges' })], leaving),
    /recorded:.*POST \/challenges/s,
  ],
  'a header that is not sent': [
    signingIn([challenge({ headers: { 'X-CSRF-Token': 'abc' } })], leaving),
    /recorded:.*"X-CSRF-Token": "abc"/s,
  ],
  'a header that must not be sent': [
    signingIn([challenge({ headers: { 'Content-Type': null } })], leaving),
    /sent:.*"Content-Type": "application\/json"/s,
  ],
  'a request that was not recorded': [
    signingIn([], leaving),
    /POST \/challenge was sent, and nothing more was recorded/,
  ],
  'a request that is not sent': [
    signingIn([challenge(), challenge()], leaving),
    /Not sent: POST \/challenge/,
  ],
  'another place to go': [
    signingIn([challenge()], { leavesFor: '/profiel' }),
    /The page is left for .*\/portaal/,
  ],
  'an error of another kind': [
    signingIn([challenge({ response: answered(422, 'code-reused') })], { error: 'invalid-code' }),
    /The error is code-reused/,
  ],
  'an error of another operation': [
    signingIn([challenge({ response: answered(422, 'invalid-code') })], {
      error: 'invalid-code',
      operation: 'status',
    }),
    /It was verify that failed/,
  ],
  'another wait': [
    signingIn(
      [
        challenge({
          response: { ...answered(429, 'rate-limited'), headers: { 'Retry-After': '9' } },
        }),
      ],
      { error: 'rate-limited', retryAfter: 10 },
    ),
    /The wait is 9/,
  ],
  'another secret': [
    opening('mfa-enrollment', 'POST /enrollments', enrollment, {
      qrCode: { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
    }),
    /The QR code is of JBSWY3DP/,
  ],
  'another list': [
    opening(
      'mfa-authenticators',
      'GET /authenticators',
      { authenticators: [{ id: '1', method: 'totp', name: 'Telefoon' }] },
      { listed: ['Tablet'] },
    ),
    /The list has: Telefoon/,
  ],
  'another number of recovery codes': [
    opening(
      'mfa-recovery-codes',
      'GET /recovery-codes',
      { left: 7, total: 10 },
      { recoveryCodesLeft: 8 },
    ),
    messagePattern('recovery-codes.left.of-total', 7, 10),
  ],
};

describe('a walk', () => {
  const record = new WalkRecord();

  async function failure(scenario: Scenario, changes: object = {}): Promise<string> {
    setDevelopmentHooks({ check: () => undefined, observer: record.observer });
    return walk({ ...recording, ...changes }, scenario, record, TIMEOUT).then(
      () => 'It went well.',
      (error: unknown) => String(error),
    );
  }

  afterEach(() => setDevelopmentHooks(undefined));

  it('that goes as recorded goes well', async () => {
    expect(await failure(signingIn([challenge()], leaving))).to.equal('It went well.');
    expect(record.coverage.get('verify')).to.equal('fulfilled');
  });

  for (const [name, [scenario, complaint]] of Object.entries(WRONG)) {
    it(`fails for ${name}`, async () => {
      expect(await failure(scenario)).to.match(complaint);
    });
  }

  it('fails for tokens that the page does not get', async () => {
    const scenario = signingIn([challenge()], leaving);
    const steps = scenario.steps.map((step) => ({ ...step, tokens: { access: 'abc-def-ghi' } }));
    expect(await failure({ ...scenario, steps })).to.match(/tokens: expected undefined/);
  });

  it('fails for a secret in an attribute', async () => {
    const changes = { account: TYPED.password };
    expect(await failure(signingIn([challenge()], leaving), changes)).to.match(/in an attribute/);
  });

  it('looks for no secret that could be in the name of a file by chance', () => {
    expect(() => tracesIn('/chunks/chunk-ST2POEMH.js', ['st-2'])).to.throw(/too short/);
  });

  it('that does not come to its end is not counted', async () => {
    const counted = record.scenarios;
    await failure(signingIn([], leaving));
    expect(record.scenarios).to.equal(counted);
  });
});
