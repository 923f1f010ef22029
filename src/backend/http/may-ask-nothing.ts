import type { MfaOperation } from '../backend.js';

/** The operations of which a page may know, keep or drop by itself what they are about. The others ask. */
export const MAY_ASK_NOTHING: readonly MfaOperation[] = [
  'status',
  'startEnrollment',
  'cancelEnrollment',
  'listAuthenticators',
  'stepUp',
  'recoveryCodesStatus',
];
