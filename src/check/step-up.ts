import type { MfaError } from '../backend/mfa-error.js';
import type { Checker, Proven } from './checker.js';
import type { Ledger } from './ledger.js';
import type { Row } from './row.js';
import type { Visitor, WalkOptions } from './walk-options.js';

const STEP = { operation: 'stepUp', always: true } as const;

/** Gives the proof that the server asks for: the password where it will do, else a code. */
export async function* proveWhoIsThere(
  checker: Checker,
  { password, leaving }: WalkOptions,
  ledger: Ledger,
  visitor: Visitor,
  { facts: { stepUp: proofs = ['password', 'code'] } }: MfaError,
): AsyncGenerator<Row, Proven> {
  if (!visitor.backend.stepUp) return { isProven: false };
  const place = leaving.get('stepUp');
  if (place !== undefined) return { isProven: false, missing: `Leaves the page for ${place}.` };
  const app = ledger.existing ?? ledger.linked?.app;
  if (proofs.includes('password') && password !== undefined) {
    const step = { ...STEP, check: 'takes the password' };
    const proven = yield* checker.expectGood(visitor, {
      ...step,
      ask: (backend) => backend.stepUp({ password }),
    });
    return { isProven: proven.outcome === 'passed' };
  }
  if (proofs.includes('code') && app) {
    const proven = yield* checker.expectGood(visitor, {
      ...STEP,
      check: 'takes a code',
      ask: async (backend) => backend.stepUp({ code: await app.unusedCode() }),
    });
    return { isProven: proven.outcome === 'passed' };
  }
  const missing = proofs.includes('password')
    ? 'The server asks for the password again: give MFA_PASSWORD.'
    : 'The server asks for a code, and no app is linked: give MFA_SECRET.';
  yield* checker.skip(visitor, { ...STEP, check: 'takes a proof' }, missing);
  return { isProven: false, missing };
}
