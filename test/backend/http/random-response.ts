import { json } from './fake-server.js';
import { pick, randomGarbage, randomJson, type Random } from './random-json.js';

/** The fields of the contract, each with a valid value. A random response replaces some of them. */
const FIELDS: Readonly<Record<string, unknown>> = {
  ...{ state: 'code-required', methods: ['totp'], method: 'totp', id: 'a1', name: 'Telefoon' },
  ...{ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', expiresAt: '2026-11-22T10:00:00Z', left: 3 },
  ...{ authenticators: [{ id: 'a1', method: 'totp' }], recoveryCodes: ['ABCD-EFGH'], total: 8 },
  ...{ authenticator: { id: 'a1', method: 'totp', createdAt: '2026-11-22T10:00:00Z' } },
  ...{ type: 'urn:mfa-elements:problem:step-up-required', stepUp: ['password'], attemptsLeft: 2 },
  ...{ redirectTo: '/thuis', otpauthUri: 'otpauth://totp/x', recoveryCodesLeft: 7 },
};

/** Returns a response of a server that speaks the contract, or nearly. */
export function randomResponse(random: Random): Response {
  const status = pick(random, [200, 200, 200, 201, 204, 302, 400, 401, 403, 423, 429, 500, 503]);
  if (status === 204) return new Response(null, { status });
  const headers = { 'Retry-After': pick(random, ['7', '-1', 'soon', '1e9', '', 'Foo, GMT']) };
  if (random() < 0.1) return new Response(randomGarbage(random), { status, headers });
  const isObject = random() < 0.8;
  const body = isObject
    ? Object.fromEntries(
        Object.entries(FIELDS).map(([name, right]) => [
          name,
          random() < 0.8 ? right : randomJson(random, { hostile: true }),
        ]),
      )
    : randomJson(random, { hostile: true });
  return json(body, status, headers);
}
