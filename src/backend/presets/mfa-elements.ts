import type { BackendDefinition } from '../definition/definition.js';

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
const WAIT = [{ path: '$.retryAfter' }, { header: 'Retry-After' }] as const;

/** The project's own contract, which holds when a page names no other backend. JSON values only. */
export const definition = {
  name: 'mfa-elements',
  capabilities: {
    rememberDevice: true,
    recoveryCodeAlphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ',
    tellsLastUse: true,
  },
  operations: {
    status: {
      request: 'GET /status',
      result: { state: '$.state', methods: '$.methods', account: '$.account', issuer: '$.issuer' },
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
      result: {
        authenticator: {
          id: '$.authenticator.id',
          method: '$.authenticator.method',
          name: '$.authenticator.name',
          createdAt: '$.authenticator.createdAt',
          lastUsedAt: '$.authenticator.lastUsedAt',
        },
        recoveryCodes: '$.recoveryCodes',
        redirectTo: '$.redirectTo',
      },
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
      result: {
        $each: '$.authenticators',
        $as: {
          id: '$.id',
          method: '$.method',
          name: '$.name',
          createdAt: '$.createdAt',
          lastUsedAt: '$.lastUsedAt',
        },
      },
    },
    renameAuthenticator: {
      request: 'PATCH /authenticators/{authenticatorId}',
      body: { name: '{name}' },
      success: { status: 200, path: '$.authenticator.id' },
      result: {
        id: '$.authenticator.id',
        method: '$.authenticator.method',
        name: '$.authenticator.name',
        createdAt: '$.authenticator.createdAt',
        lastUsedAt: '$.authenticator.lastUsedAt',
      },
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
      result: { left: '$.left', total: '$.total', createdAt: '$.createdAt' },
    },
    generateRecoveryCodes: {
      request: 'POST /recovery-codes',
      success: { status: MADE, path: '$.recoveryCodes[0]' },
      result: '$.recoveryCodes',
    },
  },
  errors: [
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:invalid-code',
      kind: 'invalid-code',
      attemptsLeft: '$.attemptsLeft',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:code-reused',
      kind: 'code-reused',
      attemptsLeft: '$.attemptsLeft',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:invalid-password',
      kind: 'invalid-password',
      attemptsLeft: '$.attemptsLeft',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:invalid-recovery-code',
      kind: 'invalid-recovery-code',
      attemptsLeft: '$.attemptsLeft',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:rate-limited',
      kind: 'rate-limited',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:locked',
      kind: 'locked',
      retryAfter: WAIT,
    },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:enrollment-expired',
      kind: 'enrollment-expired',
    },
    { path: '$.type', equals: 'urn:mfa-elements:problem:login-expired', kind: 'login-expired' },
    { path: '$.type', equals: 'urn:mfa-elements:problem:signed-out', kind: 'signed-out' },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:step-up-required',
      kind: 'step-up-required',
      stepUp: '$.stepUp',
    },
    { path: '$.type', equals: 'urn:mfa-elements:problem:already-linked', kind: 'already-linked' },
    { path: '$.type', equals: 'urn:mfa-elements:problem:not-found', kind: 'not-found' },
    { path: '$.type', equals: 'urn:mfa-elements:problem:limit-reached', kind: 'limit-reached' },
    { path: '$.type', equals: 'urn:mfa-elements:problem:forbidden', kind: 'forbidden' },
    { path: '$.type', equals: 'urn:mfa-elements:problem:csrf', kind: 'csrf' },
    {
      path: '$.type',
      equals: 'urn:mfa-elements:problem:unavailable',
      kind: 'unavailable',
      retryAfter: WAIT,
    },
  ],
} as const satisfies BackendDefinition;
