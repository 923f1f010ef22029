import { MfaError } from '../../src/index.js';

/** Errors with the facts that a person is told. */
export const lastTry = new MfaError('invalid-code', 'Story', { attemptsLeft: 1 });
export const tooManyTries = new MfaError('rate-limited', 'Story', { retryAfter: 30 });
export const lockedForAWhile = new MfaError('locked', 'Story', { retryAfter: 15 * 60 });

const proofAsked = (...stepUp: ('password' | 'code')[]) =>
  new MfaError('step-up-required', 'Story', { stepUp });
export const passwordAsked = proofAsked('password');
export const codeAsked = proofAsked('code');
export const eitherAsked = proofAsked('password', 'code');

/** The password that went along with what was asked was not right. */
export const wrongPassword = new MfaError('invalid-password', 'Story', { stepUp: ['password'] });
