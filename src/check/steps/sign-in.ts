import type { CheckRun } from '../check-run.js';
import { CheckStopped } from '../check-stopped.js';
import type { TotpApp } from '../totp-app.js';
import type { Visitor } from '../visitor.js';

/** Gives the password. Resolves to `undefined` if it is refused. */
export async function signIn(
  run: CheckRun,
  check: string,
  visitor = run.options.openVisitor(),
): Promise<Visitor | undefined> {
  const step = { operation: 'signIn', check } as const;
  if (!visitor.signIn) {
    const reason = `${visitor.signInAdvice} The check continues with what was given.`;
    run.skip(visitor, step, reason);
    return visitor;
  }
  const { passed } = await run.expectSuccess(visitor, { ...step, call: visitor.signIn });
  return passed ? visitor : undefined;
}

/**
 * Signs in for the first time, with a code if the account has an app, and lists what is linked.
 *
 * @returns `undefined` if the account is not signed in.
 * @throws CheckStopped if the account has an app whose secret was not given.
 */
export async function signInFirst(run: CheckRun): Promise<Visitor | undefined> {
  run.skipReason = 'The sign-in failed.';
  const visitor = await signIn(run, 'accepts the password');
  if (!visitor) return undefined;
  const { value: status } = await run.expectSuccess(visitor, {
    operation: 'status',
    check: 'reports the next step',
    always: true,
    call: (backend) => backend.status(),
    inspect: ({ state }) =>
      visitor.signIn && state === 'signed-out'
        ? { problem: 'The password was accepted, and "state" is "signed-out".' }
        : {},
  });
  if (status?.state === 'signed-out') {
    run.skipReason = `The account is not signed in. ${visitor.signInAdvice}`.trim();
    return undefined;
  }
  if (status?.state === 'code-required' && !(await verifyCode(run, visitor))) return undefined;
  run.skipReason = '';
  run.signedInVisitor = visitor;
  // Most servers refuse the list before the first enrollment. It is empty then.
  if (status?.state === 'enrollment-required') {
    run.existingIds = [];
    return visitor;
  }
  const { value: apps } = await run.expectSuccess(visitor, {
    operation: 'listAuthenticators',
    check: 'lists the apps',
    always: true,
    call: (backend) => backend.listAuthenticators(),
  });
  run.existingIds = apps?.map(({ id }) => id);
  if (apps?.length && run.canCheck('startEnrollment', visitor)) requireExistingApp(run);
  return visitor;
}

async function verifyCode(run: CheckRun, visitor: Visitor): Promise<boolean> {
  const app = requireExistingApp(run);
  run.skipReason = 'The code of the linked app was not accepted.';
  const { passed } = await run.expectSuccess(visitor, {
    operation: 'verify',
    check: 'accepts a code of the app linked before',
    always: true,
    call: async (backend) => backend.verify({ code: await app.unusedCode() }),
  });
  return passed;
}

function requireExistingApp({ existingApp }: CheckRun): TotpApp {
  if (existingApp) return existingApp;
  throw new CheckStopped(
    'unusable-account',
    'The account already has an app. Use a test account without one, or give its secret in MFA_SECRET.',
  );
}
