import { CheckRun, type CheckRunOptions } from './check-run.js';
import { CheckStopped } from './check-stopped.js';
import { enrollApp } from './steps/enroll.js';
import { manageApp } from './steps/manage.js';
import { signInFirst } from './steps/sign-in.js';
import { signInAgain } from './steps/sign-in-again.js';
import { stepUp } from './steps/step-up.js';
import { unlinkApp } from './steps/unlink.js';

/** How a check ended. */
export interface CheckEnd {
  /** Says what the check left behind in the account; `undefined` if it left nothing. */
  readonly left: string | undefined;
  /** Why the check ended early. */
  readonly stopped: CheckStopped | undefined;
}

/**
 * Checks a live backend with a test account: calls the operations in the order in which the elements
 * call them for a person, and reports a row for each step. Unlinks what it linked, also if a step fails.
 *
 * @example
 * ```ts
 * const { left, stopped } = await checkBackend({
 *   command: readCommand(args, process.env),
 *   environment,
 *   openVisitor,
 *   recorder,
 *   leavingOperations: new Map(),
 *   onRow: (row) => console.log(row.outcome, row.operation, row.check),
 * });
 * ```
 */
export async function checkBackend(options: CheckRunOptions): Promise<CheckEnd> {
  const run = new CheckRun(options, stepUp);
  let stopped: CheckStopped | undefined;
  let left: string | undefined;
  try {
    await runSteps(run);
  } catch (error) {
    if (!(error instanceof CheckStopped)) throw error;
    stopped = error;
  } finally {
    run.beginCleanUp();
    left = await unlinkApp(run);
  }
  run.reportUnchecked(stopped?.message ?? run.skipReason);
  return { left, stopped };
}

async function runSteps(run: CheckRun): Promise<void> {
  const visitor = await signInFirst(run);
  if (!visitor) return;
  if (run.canCheck('startEnrollment', visitor)) await enrollApp(run, visitor);
  if (run.linked) await manageApp(run, visitor);
  if (run.app) await signInAgain(run, visitor);
}
