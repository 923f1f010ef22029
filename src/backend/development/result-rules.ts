import type { MfaOperation } from '../backend.js';
import type { OperationDefinition } from '../definition/definition.js';
import { parseJsonPath } from '../definition/json-path.js';
import type { StatusFields } from '../definition/result-types.js';
import { isJsonObject } from './json-schema.js';
import { pointTo, quote, type Mistake } from './mistake.js';
import { missingKey } from './unknown-names.js';
import type { Typed } from './walk-schema.js';

/** The fields that a result needs, by the name of their type in the schema: one of the keys is enough. */
type Requirements = Readonly<Record<string, readonly string[]>>;

/** The fields that the result of each operation needs; `undefined` if nothing is read from it. */
const REQUIRED: Readonly<Record<MfaOperation, Requirements | undefined>> = {
  status: { StatusFields: ['state'] },
  startEnrollment: { EnrollmentFields: ['secret', 'otpauthUri'] },
  confirmEnrollment: { ConfirmationFields: ['authenticator'], AuthenticatorFields: ['id'] },
  cancelEnrollment: undefined,
  verify: undefined,
  verifyRecoveryCode: undefined,
  listAuthenticators: { AuthenticatorFields: ['id'] },
  renameAuthenticator: { AuthenticatorFields: ['id', 'name'] },
  unlinkAuthenticator: undefined,
  stepUp: undefined,
  recoveryCodesStatus: { RecoveryCodesStatusFields: ['left'] },
  generateRecoveryCodes: {},
};

/** The operation that may do without a result: then the app is as it was requested. */
const OMITTABLE = 'renameAuthenticator';

const operationAt = (pointer: string): MfaOperation => pointer.split('/')[2] as MfaOperation;

const NAME_THE_APP =
  'Say which app was linked: "result": { "authenticator": { "id": "$.id" } }, or a constant if there is only one.';

/** Reports an operation that needs a result and has none. */
export function* missingResults(
  { result, navigate, form }: OperationDefinition<unknown>,
  pointer: string,
): Iterable<Mistake> {
  const leaves = navigate !== undefined || form !== undefined;
  const operation = operationAt(pointer);
  if (leaves || result !== undefined || !REQUIRED[operation] || operation === OMITTABLE) return;
  const message = missingKey('result');
  yield {
    pointer,
    message: operation === 'confirmEnrollment' ? `${message} ${NAME_THE_APP}` : message,
  };
}

/** Reports required fields that a part of a result lacks. */
export function* resultMistakes({ type, pointer, value }: Typed): Iterable<Mistake> {
  const keys = REQUIRED[operationAt(pointer)]?.[type];
  if (keys && isJsonObject(value) && keys.every((key) => value[key] === undefined)) {
    const [only = '', other] = keys;
    const message =
      other === undefined
        ? missingKey(only)
        : `One of ${quote(only)} and ${quote(other)} is missing.`;
    yield { pointer, message };
  }
  if (type.startsWith('Listed')) yield* listMistakes(value, pointer);
  if (type === 'StatusFields') {
    yield* listMistakes((value as StatusFields).methods, pointTo(pointer, 'methods'));
  }
}

/** Reports a path that selects several nodes where a list is expected: only the first would be used. */
function* listMistakes(value: unknown, pointer: string): Iterable<Mistake> {
  if (typeof value !== 'string' || !value.startsWith('$') || !findsSeveral(value)) return;
  const each = JSON.stringify({ $each: value }).replace(':', ': ');
  yield { pointer, message: `Only the first match would be used. For a list of all: ${each}.` };
}

/** A name after a filter may select one list; a wildcard, or a filter at the end, selects its items. */
function findsSeveral(path: string): boolean {
  const selectors = parseJsonPath(path);
  const isWildcard = selectors.some((one) => Array.isArray(one) && one.length === 0);
  return isWildcard || Array.isArray(selectors.at(-1));
}
