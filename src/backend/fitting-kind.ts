import { ERROR_KINDS, type MfaErrorKind } from './error-kinds.js';

/** The error kinds of a refused proof that is no one-time code, by its field. */
const REFUSALS = { recoveryCode: 'invalid-recovery-code', password: 'invalid-password' } as const;

const isOther = (name: string): name is keyof typeof REFUSALS => Object.hasOwn(REFUSALS, name);

/**
 * Returns the error kind that is true of what was sent. Many servers refuse a recovery code or a password as
 * an "invalid code" too, and a person who typed one must not be sent to the app for another code.
 *
 * @param kind What the server says.
 * @param sent The names of what was sent; those of proofs count.
 */
export function fittingKind(kind: MfaErrorKind, sent: readonly string[]): MfaErrorKind {
  if (ERROR_KINDS[kind].refuses !== 'code' || sent.includes('code')) return kind;
  const proof = sent.find(isOther);
  return proof ? REFUSALS[proof] : kind;
}
