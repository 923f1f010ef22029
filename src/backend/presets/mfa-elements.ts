import { CAPABILITIES } from '../contract/capabilities.js';
import type { BackendDefinition } from '../definition/definition.js';
import type { ErrorRule } from '../definition/error-rule-types.js';
import type { MfaErrorKind } from '../error-kinds.js';

/** Done, and nothing more to say. */
const DONE = { status: 204 } as const;
const MADE = [200, 201] as const;

/** The contract has none of these. A gateway or a framework that states one, states a failure. */
const NO_FAILURE = [
  { not: { path: '$.success', equals: false } },
  { not: { path: '$.error', not: { path: '$.error', equals: false } } },
  {
    not: {
      path: '$.status',
      all: [
        { not: { path: '$.status', equals: 200 } },
        { not: { path: '$.status', matches: '^(?:ok|OK|success|Success|SUCCESS)$' } },
      ],
    },
  },
] as const;

/** An object that names neither says nothing. */
const SIGNED_IN = [
  DONE,
  { status: 200, path: '$.redirectTo', all: NO_FAILURE },
  { status: 200, path: '$.recoveryCodesLeft', all: NO_FAILURE },
] as const;

/** A page on another origin may not be able to read the header. */
const WAITS = { retryAfter: [{ path: '$.retryAfter' }, { header: 'Retry-After' }] } as const;

/** The try that was refused may have been the last one for now. */
const MAY_BE_LAST = { ...WAITS, attemptsLeft: '$.attemptsLeft' } as const;

/** The type of a problem (RFC 9457) ends with the error kind that it means. */
const problem = (kind: MfaErrorKind, facts: Partial<ErrorRule> = {}): ErrorRule => ({
  path: '$.type',
  equals: `urn:mfa-elements:problem:${kind}`,
  kind,
  ...facts,
});

/**
 * The project's own contract, which holds when a page names no other backend. JSON values only.
 *
 * A result names its fields only if the contract has fewer of them than the language.
 */
export const definition = {
  name: 'mfa-elements',
  capabilities: CAPABILITIES,
  operations: {
    status: {
      request: 'GET /status',
      result: '$',
    },
    startEnrollment: {
      request: 'POST /enrollments',
      success: { status: MADE },
      result: {
        id: '$.id',
        method: '$.method',
        secret: '$.secret',
        otpauthUri: '$.otpauthUri',
        expiresAt: '$.expiresAt',
      },
    },
    confirmEnrollment: {
      request: 'POST /enrollments/{enrollmentId}/confirmation',
      body: { code: '{code}', name: '{name}' },
      success: { status: MADE, path: '$.authenticator.id' },
      result: '$',
    },
    cancelEnrollment: { request: 'DELETE /enrollments/{enrollmentId}', success: DONE },
    verify: {
      request: 'POST /challenge',
      body: { code: '{code}', rememberDevice: '{rememberDevice}' },
      success: SIGNED_IN,
      result: { redirectTo: '$.redirectTo' },
    },
    verifyRecoveryCode: {
      request: 'POST /challenge',
      body: { recoveryCode: '{recoveryCode}' },
      success: SIGNED_IN,
      result: { recoveryCodesLeft: '$.recoveryCodesLeft', redirectTo: '$.redirectTo' },
    },
    listAuthenticators: {
      request: 'GET /authenticators',
      result: { $each: '$.authenticators' },
    },
    renameAuthenticator: {
      request: 'PATCH /authenticators/{authenticatorId}',
      body: { name: '{name}' },
      success: { status: 200, path: '$.authenticator.id' },
      result: '$.authenticator',
    },
    unlinkAuthenticator: {
      request: 'DELETE /authenticators/{authenticatorId}',
      success: DONE,
    },
    stepUp: {
      request: 'POST /step-up',
      body: { password: '{password}', code: '{code}' },
      success: DONE,
    },
    recoveryCodesStatus: {
      request: 'GET /recovery-codes',
      result: '$',
    },
    generateRecoveryCodes: {
      request: 'POST /recovery-codes',
      success: { status: MADE, path: '$.recoveryCodes[0]' },
      result: '$.recoveryCodes',
    },
  },
  errors: [
    problem('invalid-code', MAY_BE_LAST),
    problem('code-reused', MAY_BE_LAST),
    problem('invalid-password', MAY_BE_LAST),
    problem('invalid-recovery-code', MAY_BE_LAST),
    problem('rate-limited', WAITS),
    problem('locked', WAITS),
    problem('enrollment-expired'),
    problem('login-expired'),
    problem('signed-out'),
    problem('step-up-required', { stepUp: '$.stepUp' }),
    problem('already-linked'),
    problem('not-found'),
    problem('limit-reached'),
    problem('forbidden'),
    problem('csrf'),
    problem('unavailable', WAITS),
  ],
} as const satisfies BackendDefinition;
