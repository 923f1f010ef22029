import { isPlain } from '../own.js';

/** A request to read, to make a change, or to make one with a code or a password as its proof. */
export type Asked = 'read' | 'change' | 'proof';

type Says = (value: unknown) => boolean;
/** Names of members, in lower case and without `is`, `has`, `_` and `-`, and what in them says that it failed. */
type Sign = readonly [names: readonly string[], says: Says];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Returns a value as text in lower case. An object has none, and a method says nothing. */
const textOf = (value: unknown): string =>
  isObject(value) || typeof value === 'function' ? '' : String(value).trim().toLowerCase();

const isNo: Says = (value) => ['false', '0', 'no'].includes(textOf(value));

/** Matches what servers put in place of an error if there is none. */
const NO_ERROR = /^(?:0*|false|no|none|no[ _-]?errors?|n\/?a|nan|null|undefined|ok|success)$/;

/** An object of a class, such as an Error, may have no members of its own. */
const isData = (value: object): boolean => Array.isArray(value) || isPlain(value);

const isFilled: Says = (value) =>
  isObject(value) ? !isData(value) || Object.keys(value).length > 0 : !NO_ERROR.test(textOf(value));

const isError: Says = (value) =>
  isObject(value) && isData(value) ? Object.values(value).some(isFilled) : isFilled(value);

/** The words of JSend and its relatives. Only a whole text is one: `error_free` is not. */
const FAILED = ['error', 'fail', 'failed', 'failure'];
const REFUSED = [
  ...['false', 'unauthorized', 'unauthorised', 'unauthenticated', 'forbidden'],
  ...['denied', 'rejected', 'refused', 'declined', 'invalid', 'incorrect', 'wrong'],
];

/** A code such as `INVALID_TOTP_ERROR`, and not `NO_ERROR`. */
const ERROR_CODE = /(?:^|_)(?!(?:NO|WITHOUT)_)[A-Z\d]+_ERROR$/;
/** Troubles, of which `false` says that there are none. */
const TROUBLE = /error|fail|lock|pending|requir/i;

/** Any other number may be one of the server's own, which says that it was done. */
const isErrorStatus: Says = (value) => /^[45]\d\d$/.test(textOf(value));
const isFailed: Says = (value) => FAILED.includes(textOf(value));
const isRefused: Says = (value) =>
  isFailed(value) ||
  REFUSED.includes(textOf(value)) ||
  (typeof value === 'string' && ERROR_CODE.test(value));

const isFalse: Says = (value) => value === false;

/** An object that says no more than that it was not done, by whatever name. */
function holdsOnlyFalse(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const [first, ...others] = Object.entries(value) as readonly (readonly [string, unknown])[];
  if (first === undefined || others.length > 0) return false;
  const [name, only] = first;
  return isFalse(only) && !TROUBLE.test(name);
}

const SUCCESS = ['success', 'succeeded', 'successful', 'ok'];

/** In what is wrapped, the rest may be about the account. */
const OF_WRAPPED: readonly Sign[] = [[SUCCESS, (value) => textOf(value) === 'false']];
/** In what is read too: a session that is not authenticated can be read. */
const OF_READS: readonly Sign[] = [
  [SUCCESS, isNo],
  [['error', 'errors', 'errortype'], isError],
  [['status'], isFailed],
  [['status'], isErrorStatus],
];
const OF_CHANGES: readonly Sign[] = [
  ...OF_READS,
  [['status', 'result'], isRefused],
  [['statuscode'], isErrorStatus],
  [['data'], isFalse],
];
const OF_PROOFS: readonly Sign[] = [
  ...OF_CHANGES,
  [['verified', 'valid', 'authenticated', 'authorized', 'signedin', 'loggedin'], isNo],
];

/** The signs with which servers commonly say that they did not do what was asked. */
const SIGNS: Readonly<Record<Asked, readonly Sign[]>> = {
  read: OF_READS,
  change: OF_CHANGES,
  proof: OF_PROOFS,
};

/**
 * Returns true for an object that says in a common way that what was asked failed: `"success": false`,
 * `"error": …`, `"status": "fail"`, whatever the case.
 *
 * After a change it may be within `data` or `result`, or one level deeper by the name of what was asked, as in
 * GraphQL. What is there may be about the account, so only `"success": false` and the like count, and `false` if
 * there is nothing else.
 */
export const saysFailure = (said: unknown, asked: Asked): boolean =>
  hasSign(said, SIGNS[asked]) ||
  (asked !== 'read' &&
    isObject(said) &&
    wrappedIn(said).some((one) => hasSign(one, OF_WRAPPED) || holdsOnlyFalse(one)));

function hasSign(said: unknown, signs: readonly Sign[]): boolean {
  if (!isObject(said)) return false;
  const wanted = signs.flatMap(([names]) => names);
  return membersOf(said, wanted).some(([name, value]) =>
    signs.some(([names, says]) => names.includes(name) && says(value)),
  );
}

function wrappedIn(said: object): readonly unknown[] {
  return membersOf(said, ['data', 'result'])
    .map(([, value]) => value)
    .filter((value): value is object => isObject(value) && !Array.isArray(value))
    .flatMap((value) => {
      const inner = Object.values(value) as readonly unknown[];
      return inner.length === 1 ? [value, ...inner] : [value];
    });
}

/** Returns the members with these names. No other is read, because a getter may do anything. */
const membersOf = (
  said: object,
  wanted: readonly string[],
): readonly (readonly [string, unknown])[] =>
  namesIn(said)
    .map((name) => [plainName(name), name] as const)
    .filter(([plain]) => wanted.includes(plain))
    .map(([plain, name]) => [plain, read(said, name)]);

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[_-]/g, '')
    .replace(/^(?:is|has)/, '');

/** Returns the value of a member. A getter that throws says nothing. */
function read(said: object, name: string): unknown {
  try {
    return Reflect.get(said, name);
  } catch {
    return undefined;
  }
}

/** The names of its members, also of the getters of its class, which are not enumerable. */
function namesIn(said: object): readonly string[] {
  const above = Object.getPrototypeOf(said) as object | null;
  const inherited = above === null || above === Object.prototype ? [] : namesIn(above);
  return [...Object.getOwnPropertyNames(said), ...inherited];
}
