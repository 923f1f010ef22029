import type { MfaOperation } from '../backend.js';
import type { OperationDefinition } from '../definition/definition.js';
import { parseJsonPath } from '../definition/json-path.js';
import type { StatusFields } from '../definition/result-types.js';
import { isJsonObject } from './json-schema.js';
import { pointTo, quote, type Mistake } from './mistake.js';
import { missingKey } from './unknown-names.js';
import type { Typed } from './walk-schema.js';

/** The fields that a result needs. */
interface Requirement {
  /** The name of the type in the schema. */
  readonly type?: string;
  /** One of these is enough. */
  readonly keys?: readonly string[];
}

/** The fields that the result of each operation needs; `undefined` if it may be omitted. */
const REQUIRED: Readonly<Record<MfaOperation, Requirement | undefined>> = {
  status: { type: 'StatusFields', keys: ['state'] },
  startEnrollment: { type: 'EnrollmentFields', keys: ['secret', 'otpauthUri'] },
  confirmEnrollment: undefined,
  cancelEnrollment: undefined,
  verify: undefined,
  verifyRecoveryCode: undefined,
  listAuthenticators: { type: 'AuthenticatorFields', keys: ['id'] },
  renameAuthenticator: undefined,
  unlinkAuthenticator: undefined,
  stepUp: undefined,
  recoveryCodesStatus: { type: 'RecoveryCodesStatusFields', keys: ['left'] },
  generateRecoveryCodes: {},
};

const requiredAt = (pointer: string): Requirement | undefined =>
  REQUIRED[pointer.split('/')[2] as MfaOperation];

/** Reports an operation that needs a result and has none. */
export function* missingResults(
  { result, navigate, form }: OperationDefinition<unknown>,
  pointer: string,
): Iterable<Mistake> {
  const leaves = navigate !== undefined || form !== undefined;
  if (!leaves && result === undefined && requiredAt(pointer)) {
    yield { pointer, message: missingKey('result') };
  }
}

/** Reports required fields that a part of a result lacks. */
export function* resultMistakes({ type, pointer, value }: Typed): Iterable<Mistake> {
  const required = requiredAt(pointer);
  const keys = required?.type === type ? required.keys : undefined;
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
