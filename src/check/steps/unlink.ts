import type { Authenticator } from '../../backend/backend.js';
import type { CheckRun } from '../check-run.js';
import type { TotpApp } from '../totp-app.js';
import type { Visitor } from '../visitor.js';
import { APP_NAME } from './enroll.js';
import { signIn } from './sign-in.js';

const LEFT = `The account still has the app "${APP_NAME}". Unlink it by hand: its secret is lost.`;

const ENDED = 'The server ended the session when the app was unlinked.';

/**
 * Leaves the account as it was: unlinks the app that the run linked, and nothing else. If that fails,
 * signs in anew and tries once more.
 *
 * @returns What is left behind; `undefined` if nothing is.
 */
export async function unlinkApp(run: CheckRun): Promise<string | undefined> {
  await cancelPendingEnrollment(run);
  const { linked, signedInVisitor } = run;
  if (!linked) return undefined;
  if (signedInVisitor && (await unlink(run, signedInVisitor, 'unlinks the new app'))) {
    return checkUnlinked(run, signedInVisitor);
  }
  const visitor = run.options.openVisitor();
  if (!visitor.signIn || !(await signIn(run, 'accepts the password, to unlink', visitor))) {
    return LEFT;
  }
  const { backend } = visitor;
  const status = await run.callUnreported(() => backend.status?.());
  if (status?.state === 'enrollment-required') return undefined;
  if (status?.state !== 'verified') await verify(run, visitor, run.existingApp ?? linked.app);
  if (linked.id === undefined) {
    const apps = await run.callUnreported(() => backend.listAuthenticators?.());
    run.linked = { ...linked, id: run.findNewAuthenticatorId(apps) };
  }
  const isUnlinked = await unlink(run, visitor, 'unlinks the new app, tried again');
  return isUnlinked ? checkUnlinked(run, visitor) : LEFT;
}

async function verify(run: CheckRun, visitor: Visitor, app: TotpApp): Promise<void> {
  await run.expectSuccess(visitor, {
    operation: 'verify',
    check: 'accepts a code, to unlink',
    always: true,
    call: async (backend) => backend.verify({ code: await app.unusedCode() }),
  });
}

async function unlink(run: CheckRun, visitor: Visitor, check: string): Promise<boolean> {
  const authenticatorId = run.linked?.id;
  if (authenticatorId === undefined) return false;
  const { passed } = await run.expectSuccess(visitor, {
    operation: 'unlinkAuthenticator',
    check,
    always: true,
    call: (backend) => backend.unlinkAuthenticator({ authenticatorId }),
  });
  return passed;
}

async function checkUnlinked(run: CheckRun, visitor: Visitor): Promise<string | undefined> {
  const isLeft = (apps: readonly Authenticator[]) => apps.some(({ id }) => id === run.linked?.id);
  const { value: listed = [] } = await run.expectSuccess(visitor, {
    operation: 'listAuthenticators',
    check: 'no longer lists it',
    excuses: { 'signed-out': ENDED, 'login-expired': ENDED },
    call: (backend) => backend.listAuthenticators(),
    inspect: (apps) =>
      isLeft(apps) ? { problem: 'The app that was unlinked is still in the list.' } : {},
  });
  return isLeft(listed) ? LEFT : undefined;
}

/** Does not report a failure: the server cancels the enrollment in time. */
async function cancelPendingEnrollment(run: CheckRun): Promise<void> {
  const { pending, linked } = run;
  if (!pending || linked) return;
  const { visitor, enrollmentId } = pending;
  await run.callUnreported(() => visitor.backend.cancelEnrollment?.({ enrollmentId }));
}
