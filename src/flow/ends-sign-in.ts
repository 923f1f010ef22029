import type { MfaError, MfaErrorKind } from '../backend/mfa-error.js';

const ENDING_KINDS: readonly MfaErrorKind[] = ['signed-out', 'login-expired', 'misconfigured'];

/** Whether trying again from here is of no use: the person has to sign in again, or cannot go on. */
export const endsSignIn = (error: MfaError): boolean => ENDING_KINDS.includes(error.kind);
