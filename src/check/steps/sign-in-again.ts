import type { CheckRun } from '../check-run.js';
import type { Visitor } from '../visitor.js';
import { signIn } from './sign-in.js';

const CODE = { operation: 'verify', check: 'accepts the right code' } as const;
const RECOVERY_CODE = {
  operation: 'verifyRecoveryCode',
  check: 'accepts a recovery code',
} as const;

/** Signs in anew with an app linked: with a wrong code, with the right one, with a recovery code. */
export async function signInAgain(run: CheckRun, visitor: Visitor): Promise<void> {
  if (visitor.signIn) {
    await signInWithCode(run, visitor);
    await signInWithRecoveryCode(run, visitor);
    return;
  }
  for (const step of [CODE, RECOVERY_CODE]) run.skip(visitor, step, visitor.signInAdvice);
}

async function signInWithCode(run: CheckRun, earlier: Visitor): Promise<void> {
  const { app, linked } = run;
  if (!app || !run.canCheck('verify', earlier)) return;
  const visitor = await signIn(run, 'accepts the password again');
  if (!visitor) return;
  await run.expectSuccess(visitor, {
    operation: 'status',
    check: 'requires a code',
    call: (backend) => backend.status(),
    inspect: ({ state }) =>
      state === 'code-required'
        ? {}
        : {
            problem: `"state" is "${state}" although an app is linked, so no code would be required.`,
          },
  });
  const refused = await run.expectError(
    visitor,
    {
      operation: 'verify',
      check: 'refuses a wrong code',
      call: (backend) => backend.verify({ code: app.wrongCode(linked?.app) }),
    },
    'invalid-code',
  );
  const verified = await run.expectSuccess(visitor, {
    ...CODE,
    call: async (backend) => backend.verify({ code: await app.unusedCode() }),
  });
  if (verified.value ?? refused.value) run.signedInVisitor = visitor;
}

async function signInWithRecoveryCode(run: CheckRun, earlier: Visitor): Promise<void> {
  const [recoveryCode] = run.recoveryCodes;
  if (recoveryCode === undefined) {
    run.skip(earlier, RECOVERY_CODE, 'The server returned no recovery codes.');
    return;
  }
  if (!run.canCheck('verifyRecoveryCode', earlier)) return;
  const visitor = await signIn(run, 'accepts the password again');
  if (!visitor) return;
  const verified = await run.expectSuccess(visitor, {
    ...RECOVERY_CODE,
    call: (backend) => backend.verifyRecoveryCode({ recoveryCode }),
  });
  if (verified.value) run.signedInVisitor = visitor;
}
