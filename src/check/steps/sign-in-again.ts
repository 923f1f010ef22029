import type { MfaStatus } from '../../backend/backend.js';
import { arrive } from '../sign-in.js';
import type { Checker } from '../checker.js';
import type { Ledger } from '../ledger.js';
import type { Row } from '../row.js';
import type { Judgment } from '../rows.js';
import type { Visitor, WalkOptions } from '../walk-options.js';

/** Signs in anew with an app linked: with a wrong code, with the right one, with a recovery code. */
export async function* signInAgain(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row> {
  const wanted = CHECKS.filter(({ operation }) => checker.takes(operation, visitor));
  if (wanted.length === 0) return;
  if (!visitor.signIn) {
    const { signInAdvice = 'Give --sign-in.' } = options;
    for (const step of wanted) yield* checker.skip(visitor, step, signInAdvice);
    return;
  }
  yield* signInWithCode(checker, options, ledger, visitor);
  yield* signInWithRecoveryCode(checker, options, ledger, visitor);
}

const CHECKS = [
  { operation: 'verify', check: 'takes the right code' },
  { operation: 'verifyRecoveryCode', check: 'takes a recovery code' },
] as const;

async function* signInWithCode(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
  earlier: Visitor,
): AsyncGenerator<Row> {
  const app = ledger.existing ?? ledger.linked?.app;
  if (!app || !checker.takes('verify', earlier)) return;
  const visitor = yield* arrive(checker, options, 'takes the password again');
  if (!visitor) return;
  yield* checker.expectGood(
    visitor,
    { operation: 'status', check: 'asks for a code', ask: (backend) => backend.status() },
    judgeStatus,
  );
  const verify = (check: string, codeOf: () => string | Promise<string>) =>
    ({
      operation: 'verify',
      check,
      ask: async (backend: Required<Visitor['backend']>) =>
        backend.verify({ code: await codeOf() }),
    }) as const;
  const others = ledger.linked ? [ledger.linked.app] : [];
  const refused = yield* checker.expectRefusal(
    visitor,
    verify('refuses a wrong code', () => app.wrongCode(others)),
    'invalid-code',
  );
  const right = verify('takes the right code', () => app.unusedCode());
  const entered = yield* checker.expectGood(visitor, right);
  if (entered.value ?? refused.value) ledger.inside = visitor;
}

async function* signInWithRecoveryCode(
  checker: Checker,
  options: WalkOptions,
  ledger: Ledger,
  earlier: Visitor,
): AsyncGenerator<Row> {
  const step = { operation: 'verifyRecoveryCode', check: 'takes a recovery code' } as const;
  const [recoveryCode] = ledger.recoveryCodes;
  if (recoveryCode === undefined) {
    yield* checker.skip(earlier, step, 'No recovery codes were given.');
    return;
  }
  if (!checker.takes(step.operation, earlier)) return;
  const visitor = yield* arrive(checker, options, 'takes the password again');
  if (!visitor) return;
  const entered = yield* checker.expectGood(visitor, {
    ...step,
    ask: (backend) => backend.verifyRecoveryCode({ recoveryCode }),
  });
  if (entered.value) ledger.inside = visitor;
}

function judgeStatus({ state }: MfaStatus): Judgment {
  if (state === 'code-required') return {};
  return { problem: `"state" is "${state}" with an app linked: no code would be asked.` };
}
