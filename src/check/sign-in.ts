import type { MfaStatus } from '../backend/backend.js';
import type { AuthenticatorApp } from './totp-app.js';
import type { Checker } from './checker.js';
import type { Ledger } from './ledger.js';
import { listIds } from './list-ids.js';
import type { Row } from './row.js';
import type { Judgment } from './rows.js';
import type { Visitor, WalkOptions } from './walk-options.js';
import { WalkStopped } from './walk-stopped.js';

/** Opens a browser and gives the password. `undefined`: it was not taken. */
export async function* arrive(
  checker: Checker,
  options: WalkOptions,
  check: string,
): AsyncGenerator<Row, Visitor | undefined> {
  const visitor = options.openBrowser();
  const step = { operation: 'signIn', check } as const;
  if (!visitor.signIn) {
    const { signInAdvice = 'Give --sign-in.' } = options;
    yield* checker.skip(visitor, step, `${signInAdvice} The walk goes on with what was given.`);
    return visitor;
  }
  const signedIn = yield* checker.expectGood(visitor, { ...step, ask: visitor.signIn });
  return signedIn.outcome === 'passed' ? visitor : undefined;
}

/**
 * Comes in for the first time, past the code of an app that the account has already, and finds out
 * what is linked.
 *
 * @returns `undefined` where nobody got in.
 * @throws WalkStopped where the account has an app of which no secret was given.
 */
export async function* arriveFirst(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
): AsyncGenerator<Row, Visitor | undefined> {
  const visitor = yield* arrive(checker, options, 'takes the password');
  ledger.obstacle = 'Nobody could sign in.';
  if (!visitor) return undefined;
  const asked = yield* checker.expectGood(
    visitor,
    {
      operation: 'status',
      check: 'says what is due',
      always: true,
      ask: (backend) => backend.status(),
    },
    judgeStatus(visitor),
  );
  const state = asked.value?.state;
  if (state === 'signed-out') {
    ledger.obstacle = `Nobody is signed in. ${options.signInAdvice ?? ''}`.trim();
    return undefined;
  }
  if (state === 'code-required' && !(yield* passCode(checker, visitor, ledger))) return undefined;
  ledger.obstacle = '';
  ledger.inside = visitor;
  // Who has yet to link an app may not see the list, on most servers: it is empty.
  if (state === 'enrollment-required') {
    ledger.before = [];
    return visitor;
  }
  const list = { operation: 'listAuthenticators', check: 'lists the apps', always: true } as const;
  const listed = yield* checker.expectGood(visitor, { ...list, ask: listIds });
  if (listed.value) ledger.before = listed.value;
  if (listed.value?.length && checker.takes('startEnrollment', visitor)) requireSecret(ledger);
  return visitor;
}

function judgeStatus({ signIn }: Visitor): (status: MfaStatus) => Judgment {
  const problem = 'The password was taken, and "state" is "signed-out".';
  return ({ state }) => (signIn && state === 'signed-out' ? { problem } : {});
}

async function* passCode(
  checker: Checker,
  visitor: Visitor,
  ledger: Ledger,
): AsyncGenerator<Row, boolean> {
  const app: AuthenticatorApp = requireSecret(ledger);
  ledger.obstacle = 'The code of the app that is linked was not taken.';
  const passed = yield* checker.expectGood(visitor, {
    operation: 'verify',
    check: 'takes a code of the app linked before',
    always: true,
    ask: async (backend) => backend.verify({ code: await app.unusedCode() }),
  });
  return passed.outcome === 'passed';
}

function requireSecret({ existing }: Ledger): AuthenticatorApp {
  if (existing) return existing;
  throw new WalkStopped(
    'unusable-account',
    'The account has an app already. Take a test account without one, or give its secret in MFA_SECRET.',
  );
}
