import { APP_NAME } from '../app-name.js';
import { arrive } from '../sign-in.js';
import type { Checker, Taken } from '../checker.js';
import type { Ledger } from '../ledger.js';
import { findNewcomer } from '../find-newcomer.js';
import { listIds } from '../list-ids.js';
import type { Row } from '../row.js';
import type { Visitor, WalkOptions } from '../walk-options.js';

/**
 * Leaves the account as it was: takes away what the walk linked, and nothing else. Where that fails it
 * is tried once more by a visitor who has just signed in.
 *
 * @returns What is left behind, as a sentence; `undefined`: nothing.
 */
export async function* unlinkApp(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
): AsyncGenerator<Row, string | undefined> {
  await forgetPending(ledger, options);
  if (!ledger.linked) return undefined;
  const { inside } = ledger;
  const first = inside && (yield* unlink(checker, ledger, inside, 'takes the new app away'));
  if (inside && first?.outcome === 'passed') return yield* seeItGone(checker, ledger, inside);
  const visitor = yield* enterAgain(checker, options, ledger);
  if (visitor === 'nothing linked') return undefined;
  if (!visitor) return LEFT;
  const second = yield* unlink(checker, ledger, visitor, 'takes the new app away, tried again');
  if (second?.outcome !== 'passed') return LEFT;
  return yield* seeItGone(checker, ledger, visitor);
}

const LEFT = `The account still has the app "${APP_NAME}". Unlink it by hand: nobody has its secret.`;

const ENDED = 'The server ended the session with the link.';

async function* unlink(
  checker: Checker,
  { linked }: Ledger,
  visitor: Visitor,
  check: string,
): AsyncGenerator<Row, Taken<void> | undefined> {
  const authenticatorId = linked?.id;
  if (authenticatorId === undefined) return undefined;
  return yield* checker.expectGood(visitor, {
    operation: 'unlinkAuthenticator',
    check,
    always: true,
    ask: (backend) => backend.unlinkAuthenticator({ authenticatorId }),
  });
}

/** Another sign-in, with a code of the app that has to go; finds its id where nobody knows it. */
async function* enterAgain(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
): AsyncGenerator<Row, Visitor | 'nothing linked' | undefined> {
  const { linked, existing } = ledger;
  if (!linked) return 'nothing linked';
  const visitor = options.openBrowser();
  if (!visitor.signIn) return undefined;
  const arrived = yield* arrive(checker, options, 'takes the password, to unlink');
  if (!arrived) return undefined;
  const { backend } = arrived;
  const state = await backend.status?.().then(
    (status) => status.state,
    () => undefined,
  );
  options.witness.take();
  if (state === 'enrollment-required') return 'nothing linked';
  const app = existing ?? linked.app;
  if (state !== 'verified') {
    yield* checker.expectGood(arrived, {
      operation: 'verify',
      check: 'takes a code, to unlink',
      always: true,
      ask: async (asked) => asked.verify({ code: await app.unusedCode() }),
    });
  }
  if (linked.id === undefined) {
    const id = await findNewcomer(ledger, arrived);
    options.witness.take();
    ledger.linked = { ...linked, id };
  }
  return arrived;
}

async function* seeItGone(
  checker: Checker,
  { linked }: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row, string | undefined> {
  const isThere = (ids: readonly string[]) => linked?.id !== undefined && ids.includes(linked.id);
  const problem = 'The app that was unlinked is still in the list.';
  const listed = yield* checker.expectGood(
    visitor,
    {
      operation: 'listAuthenticators',
      check: 'has it no more',
      excuses: { 'signed-out': ENDED, 'login-expired': ENDED },
      ask: listIds,
    },
    (ids) => (isThere(ids) ? { problem } : {}),
  );
  return listed.value && isThere(listed.value) ? LEFT : undefined;
}

/** Nobody waits for how it goes: it is over by itself, sooner or later. */
async function forgetPending({ pending, linked }: Ledger, { witness }: WalkOptions): Promise<void> {
  if (!pending || linked) return;
  const { visitor, enrollmentId } = pending;
  await visitor.backend.cancelEnrollment?.({ enrollmentId }).catch(() => undefined);
  witness.take();
}
