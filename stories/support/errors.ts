import { MfaError } from '../../src/index.js';

/** Errors with the facts that are shown to the user. */
export const lastTry = new MfaError('invalid-code', 'Story', { attemptsLeft: 1 });
export const lastTryForNow = new MfaError('invalid-code', 'Story', { attemptsLeft: 0 });
export const lastTryAndWait = new MfaError('invalid-code', 'Story', {
  attemptsLeft: 0,
  retryAfter: 30,
});
export const tooManyTries = new MfaError('rate-limited', 'Story', { retryAfter: 30 });
export const lockedForAWhile = new MfaError('locked', 'Story', { retryAfter: 15 * 60 });

const stepUpRequired = (...stepUp: ('password' | 'code')[]) =>
  new MfaError('step-up-required', 'Story', { stepUp });
export const passwordRequired = stepUpRequired('password');
export const codeRequired = stepUpRequired('code');
export const eitherRequired = stepUpRequired('password', 'code');

/** The password that was sent with the operation was wrong. */
export const wrongPassword = new MfaError('invalid-password', 'Story', { stepUp: ['password'] });
