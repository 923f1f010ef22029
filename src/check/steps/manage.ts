import type { Authenticator, RecoveryCodesStatus } from '../../backend/backend.js';
import { APP_NAME } from '../app-name.js';
import type { Checker } from '../checker.js';
import type { Ledger } from '../ledger.js';
import { listIds } from '../list-ids.js';
import type { Row } from '../row.js';
import type { Judgment } from '../rows.js';
import type { Visitor } from '../walk-options.js';

const NEW_NAME = `${APP_NAME} (2)`;

/** What can be done with an app that is linked: it is listed, renamed, and has recovery codes beside it. */
export async function* manageApp(
  checker: Checker,
  ledger: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row> {
  yield* findInList(checker, ledger, visitor);
  const authenticatorId = ledger.linked?.id;
  if (authenticatorId !== undefined) {
    yield* checker.expectGood(
      visitor,
      {
        operation: 'renameAuthenticator',
        check: 'gives it another name',
        ask: (backend) => backend.renameAuthenticator({ authenticatorId, name: NEW_NAME }),
      },
      judgeName,
    );
  }
  yield* checker.expectGood(
    visitor,
    {
      operation: 'recoveryCodesStatus',
      check: 'says how many are left',
      ask: (backend) => backend.recoveryCodesStatus(),
    },
    (status) => judgeStatus(status, ledger),
  );
  const generated = yield* checker.expectGood(
    visitor,
    {
      operation: 'generateRecoveryCodes',
      check: 'gives new codes',
      ask: (backend) => backend.generateRecoveryCodes(),
    },
    judgeCodes,
  );
  if (generated.value) ledger.recoveryCodes = generated.value;
}

/** The new app is in the list, under the id that it was linked with. */
async function* findInList(
  checker: Checker,
  ledger: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row> {
  const { linked, before } = ledger;
  if (!linked) return;
  const newest = (ids: readonly string[]) => ids.find((id) => before && !before.includes(id));
  const listed = yield* checker.expectGood(
    visitor,
    { operation: 'listAuthenticators', check: 'has the new app', ask: listIds },
    (ids) => {
      if (linked.id === undefined || ids.includes(linked.id)) return {};
      const problem =
        newest(ids) === undefined
          ? 'The app that was just linked is not in the list.'
          : 'The list has the new app under another id than "confirmEnrollment" gave.';
      return { problem };
    },
  );
  const ids = listed.value ?? [];
  const id = linked.id !== undefined && ids.includes(linked.id) ? linked.id : newest(ids);
  if (id !== undefined) ledger.linked = { ...linked, id };
}

function judgeName({ name }: Authenticator): Judgment {
  if (name === undefined || name === NEW_NAME) return {};
  return { problem: 'The answer has another name than the one that was given.' };
}

function judgeStatus({ left }: RecoveryCodesStatus, { recoveryCodes }: Ledger): Judgment {
  const given = recoveryCodes.length;
  if (given === 0 || left === given) return {};
  return { problem: `${given} codes were given, and "left" is ${left}.` };
}

function judgeCodes(codes: readonly string[]): Judgment {
  if (codes.length === 0) return { problem: 'There are no codes in the answer.' };
  return new Set(codes).size === codes.length ? {} : { problem: 'Some codes are there twice.' };
}
