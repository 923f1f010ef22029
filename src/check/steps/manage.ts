import type { Authenticator } from '../../backend/backend.js';
import type { CheckRun } from '../check-run.js';
import type { CheckResult } from '../row.js';
import type { Visitor } from '../visitor.js';
import { APP_NAME } from './enroll.js';

const NEW_NAME = `${APP_NAME} (2)`;

/** Lists and renames the linked app, and generates recovery codes. */
export async function manageApp(run: CheckRun, visitor: Visitor): Promise<void> {
  await findInList(run, visitor);
  const authenticatorId = run.linked?.id;
  if (authenticatorId !== undefined) {
    await run.expectSuccess(visitor, {
      operation: 'renameAuthenticator',
      check: 'renames it',
      call: (backend) => backend.renameAuthenticator({ authenticatorId, name: NEW_NAME }),
      inspect: ({ name = NEW_NAME }) =>
        name === NEW_NAME
          ? {}
          : { problem: 'The response has another name than the one that was sent.' },
    });
  }
  const given = run.recoveryCodes.length;
  await run.expectSuccess(visitor, {
    operation: 'recoveryCodesStatus',
    check: 'reports how many are left',
    call: (backend) => backend.recoveryCodesStatus(),
    inspect: ({ left }) =>
      given === 0 || left === given
        ? {}
        : { problem: `The server returned ${given} codes, and "left" is ${left}.` },
  });
  const generated = await run.expectSuccess(visitor, {
    operation: 'generateRecoveryCodes',
    check: 'returns new codes',
    call: (backend) => backend.generateRecoveryCodes(),
    inspect: inspectCodes,
  });
  if (generated.value) run.recoveryCodes = generated.value;
}

/** Checks that the list has the new app under the id that it was linked with. */
async function findInList(run: CheckRun, visitor: Visitor): Promise<void> {
  const { linked } = run;
  if (!linked) return;
  const isLinked = ({ id }: Authenticator) => id === linked.id;
  const { value: listed = [] } = await run.expectSuccess(visitor, {
    operation: 'listAuthenticators',
    check: 'lists the new app',
    call: (backend) => backend.listAuthenticators(),
    inspect: (apps) => {
      if (linked.id === undefined || apps.some(isLinked)) return {};
      const problem =
        run.findNewAuthenticatorId(apps) === undefined
          ? 'The app that was just linked is not in the list.'
          : 'The list has the new app under another id than "confirmEnrollment" gave.';
      return { problem };
    },
  });
  const id = listed.find(isLinked)?.id ?? run.findNewAuthenticatorId(listed);
  if (id !== undefined) run.linked = { ...linked, id };
}

function inspectCodes(codes: readonly string[]): CheckResult {
  if (codes.length === 0) return { problem: 'The response has no codes.' };
  return new Set(codes).size === codes.length ? {} : { problem: 'The response has a code twice.' };
}
