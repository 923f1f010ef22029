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
const NO_ERROR = /^(?:0*|false|no|none|nan|null|undefined|ok|success)$/;

/** An object of a class, such as an Error, may have no members of its own. */
const isEmpty = (value: object): boolean =>
  (Array.isArray(value) || isPlain(value)) && Object.keys(value).length === 0;

const isError: Says = (value) =>
  isObject(value) ? !isEmpty(value) : !NO_ERROR.test(textOf(value));

/** The words of JSend and its relatives. */
const FAILED = ['error', 'fail', 'failed', 'failure'];
const REFUSED = [
  ...FAILED,
  ...['false', 'unauthorized', 'unauthorised', 'unauthenticated', 'forbidden'],
  ...['denied', 'rejected', 'refused', 'declined', 'invalid', 'incorrect', 'wrong'],
];

const isFailed: Says = (value) => FAILED.includes(textOf(value));
/** Also `access_denied` and `INVALID_CODE`. */
const isRefused: Says = (value) =>
  textOf(value)
    .split(/[^a-z]+/)
    .some((part) => REFUSED.includes(part));
const isErrorStatus: Says = (value) => Number(textOf(value)) >= 400;
/** Any other number may be a code of the server's own, which says that it was done. */
const isErrorCode: Says = (value) => /^[45]\d\d$/.test(textOf(value));

/** In what is read, the rest may be about the account: a session that is not authenticated can be read. */
const OF_READS: readonly Sign[] = [
  [['success', 'succeeded', 'successful', 'ok'], isNo],
  [['error', 'errors'], isError],
  [['status'], isFailed],
  [['status'], isErrorStatus],
];
const OF_CHANGES: readonly Sign[] = [
  ...OF_READS,
  [['status', 'result'], isRefused],
  [['statuscode'], isErrorStatus],
  [['code'], isErrorCode],
  [['errorcode', 'errormessage', 'errordescription'], isError],
];
const OF_PROOFS: readonly Sign[] = [
  ...OF_CHANGES,
  [['verified', 'valid', 'authenticated', 'authorized'], isNo],
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
 * After a change it may be within `data` or `result`, or one level deeper by the name of what was asked, as in GraphQL. What is
 * there may be about the account, so only the signs of reads count.
 */
export const saysFailure = (said: unknown, asked: Asked): boolean =>
  hasSign(said, SIGNS[asked]) ||
  (asked !== 'read' && wrappedIn(said).some((wrapped) => hasSign(wrapped, SIGNS.read)));

function hasSign(said: unknown, signs: readonly Sign[]): boolean {
  return membersOf(
    said,
    signs.flatMap(([names]) => names),
  ).some(([name, value]) => signs.some(([names, says]) => names.includes(name) && says(value)));
}

function wrappedIn(said: unknown): readonly unknown[] {
  return membersOf(said, ['data', 'result'])
    .filter(([, value]) => isObject(value) && !Array.isArray(value))
    .flatMap(([, value]) => {
      const inner = Object.values(value as object) as readonly unknown[];
      return inner.length === 1 ? [value, ...inner] : [value];
    });
}

/** Returns the members with these names. No other is read, because a getter may do anything. */
function membersOf(
  said: unknown,
  wanted: readonly string[],
): readonly (readonly [string, unknown])[] {
  if (!isObject(said)) return [];
  return namesIn(said).flatMap((name) => {
    const plain = name
      .toLowerCase()
      .replaceAll(/[_-]/g, '')
      .replace(/^(?:is|has)/, '');
    return wanted.includes(plain) ? [[plain, Reflect.get(said, name)] as const] : [];
  });
}

/** The names of its members, also of the getters of its class, which are not enumerable. */
function namesIn(said: object): readonly string[] {
  const above = Object.getPrototypeOf(said) as object | null;
  const inherited = above === null || above === Object.prototype ? [] : namesIn(above);
  return [...Object.getOwnPropertyNames(said), ...inherited];
}
