import { arriveFirst } from './sign-in.js';
import { AuthenticatorApp } from './totp-app.js';
import { Checker } from './checker.js';
import type { Ledger } from './ledger.js';
import { linkApp } from './steps/enroll.js';
import { manageApp } from './steps/manage.js';
import { proveWhoIsThere } from './step-up.js';
import type { Row } from './row.js';
import { signInAgain } from './steps/sign-in-again.js';
import { unlinkApp } from './steps/unlink.js';
import { unwalkedRows } from './unwalked-rows.js';
import type { WalkOptions } from './walk-options.js';
import { WalkStopped } from './walk-stopped.js';

/** How a walk ended. */
export interface WalkEnd {
  /** What it left behind in the account, as a sentence. */
  readonly left: string | undefined;
  /** Why it ended early. */
  readonly stopped: WalkStopped | undefined;
}

/**
 * Walks a live backend with a test account, as a person would go through the tags, and tells of each
 * step how it went. What it links it unlinks again, also when something fails on the way.
 */
export async function* walk(options: WalkOptions): AsyncGenerator<Row, WalkEnd> {
  const { existingApp, clock } = options;
  const ledger: Ledger = {
    existing: existingApp && new AuthenticatorApp(existingApp, clock),
    recoveryCodes: [],
    obstacle: '',
  };
  const checker: Checker = new Checker(options, (visitor, refused) =>
    proveWhoIsThere(checker, options, ledger, visitor, refused),
  );
  let stopped: WalkStopped | undefined;
  let broken: { readonly thrown: unknown } | undefined;
  try {
    yield* goThrough(checker, options, ledger);
  } catch (thrown) {
    if (thrown instanceof WalkStopped) stopped = thrown;
    else broken = { thrown };
  }
  checker.beginCleanUp();
  const left = yield* unlinkApp(checker, options, ledger);
  if (broken) throw broken.thrown;
  const { backend } = options.openBrowser();
  const obstacle = stopped?.message ?? ledger.obstacle;
  yield* unwalkedRows({ ...options, backend, reported: checker.reported, obstacle });
  return { left, stopped };
}

async function* goThrough(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
): AsyncGenerator<Row> {
  const visitor = yield* arriveFirst(checker, options, ledger);
  if (!visitor) return;
  if (checker.takes('startEnrollment', visitor)) yield* linkApp(checker, options, ledger, visitor);
  if (ledger.linked) yield* manageApp(checker, ledger, visitor);
  if (ledger.linked || ledger.existing) yield* signInAgain(checker, options, ledger, visitor);
}
