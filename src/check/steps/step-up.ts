import type { StepUp } from '../check-run.js';
import { leavesPageFor } from '../row.js';

const STEP = { operation: 'stepUp', always: true } as const;

/** Gives the proof that the server requires: the password if it will do, else a code. */
export const stepUp: StepUp = async (run, visitor, { facts }) => {
  const { stepUp: proofs = ['password', 'code'] } = facts;
  const { leavingOperations, command } = run.options;
  const { password } = command;
  const { app } = run;
  if (!visitor.backend.stepUp) return { passed: false };
  const url = leavingOperations.get('stepUp');
  if (url !== undefined) return { passed: false, missing: leavesPageFor(url) };
  if (proofs.includes('password') && password !== undefined) {
    return run.expectSuccess(visitor, {
      ...STEP,
      check: 'accepts the password',
      call: (backend) => backend.stepUp({ password }),
    });
  }
  if (proofs.includes('code') && app) {
    return run.expectSuccess(visitor, {
      ...STEP,
      check: 'accepts a code',
      call: async (backend) => backend.stepUp({ code: await app.unusedCode() }),
    });
  }
  const missing = proofs.includes('password')
    ? 'The server requires the password again: give MFA_PASSWORD.'
    : 'The server requires a code, and no app is linked: give MFA_SECRET.';
  run.skip(visitor, { ...STEP, check: 'accepts a proof' }, missing);
  return { passed: false, missing };
};
