import type { Enrollment, MfaOperation } from '../../src/backend/backend.js';
import { MFA_ERROR_KINDS, MfaError } from '../../src/backend/mfa-error.js';
import type { OperationResult } from '../../src/backend/operations.js';
import { SAMPLE } from '../../src/testing/index.js';
import { PLANTED, plantedEnrollment } from './planted-secrets.js';
import type { RandomChoice } from './random-choice.js';

const app = (id: string, name?: string) =>
  ({ ...SAMPLE.authenticator, id, ...(name !== undefined && { name }) }) as const;

const OTHER_SECRET = `${PLANTED.secret}KANARIE2`;

/** Another secret, in which a search for the first finds itself: the server forgot the first. */
const otherEnrollment: Enrollment = {
  ...plantedEnrollment,
  secret: OTHER_SECRET,
  otpauthUri: plantedEnrollment.otpauthUri.replace(PLANTED.secret, OTHER_SECRET),
};

type Answers = {
  readonly [Op in MfaOperation]: (random: RandomChoice) => OperationResult<Op>;
};

/** What a server may say when it does what it is asked for. Every secret in it is a planted one. */
const ANSWERS: Answers = {
  status: (random) => ({
    state: random.of(['enrollment-required', 'code-required', 'verified', 'signed-out']),
    methods: ['totp'],
    ...random.of([{}, { issuer: SAMPLE.issuer, account: SAMPLE.account }]),
  }),
  startEnrollment: (random) => {
    const given = random.oneIn(6) ? otherEnrollment : plantedEnrollment;
    return random.oneIn(2)
      ? given
      : { ...given, expiresAt: new Date(Date.now() + random.of([30, 120, 600]) * 1000) };
  },
  confirmEnrollment: (random) => ({
    authenticator: app('app-2', random.of([undefined, 'Telefoon'])),
    ...random.of([{}, { recoveryCodes: PLANTED.recoveryCodes }]),
    ...random.of([{}, { redirectTo: '/portaal' }]),
  }),
  cancelEnrollment: () => undefined,
  verify: (random) => random.of([{}, { redirectTo: '/portaal' }]),
  verifyRecoveryCode: (random) =>
    random.of([
      {},
      { recoveryCodesLeft: 9 },
      { recoveryCodesLeft: 1 },
      { recoveryCodesLeft: 0 },
      { recoveryCodes: PLANTED.recoveryCodes },
    ]),
  listAuthenticators: (random) =>
    random.of([[], [app('app-1')], [app('app-1'), app('app-2', 'Telefoon')], [app('app-2')]]),
  renameAuthenticator: () => app('app-1', 'Werk'),
  unlinkAuthenticator: () => undefined,
  stepUp: () => undefined,
  recoveryCodesStatus: (random) =>
    random.of([
      { left: 0, total: 0 },
      { left: 2, total: 10 },
      { left: 8, total: 10, createdAt: SAMPLE.authenticator.createdAt },
    ]),
  generateRecoveryCodes: () => PLANTED.recoveryCodes,
};

/** Returns a result of an operation that succeeded. */
export const randomResult = (operation: MfaOperation, random: RandomChoice): unknown =>
  ANSWERS[operation](random);

/** The kinds that a server can cause. */
const KINDS = MFA_ERROR_KINDS.filter((kind) => kind !== 'misconfigured');

/** Returns an error of any kind, except a mistake in the set-up of the page. */
export const randomError = (random: RandomChoice): MfaError =>
  new MfaError(random.of(KINDS), 'The server of the walk refuses.', {
    ...random.of([
      {},
      { stepUp: ['password'] },
      { stepUp: ['password'] },
      { stepUp: ['password', 'code'] },
      { stepUp: [] },
    ]),
    ...random.of([{}, {}, { retryAfter: random.of([0, 5, 90]) }]),
    ...random.of([{}, {}, { attemptsLeft: random.below(4) }]),
    ...random.of([{}, {}, { clockSkew: random.of([-700, -20, 0, 90]) }]),
  });
