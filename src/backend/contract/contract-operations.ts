import type { MfaOperation } from '../backend.js';
import { ownData } from '../own.js';

/** One operation of the project's own contract (openapi.json). */
interface ContractOperation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** @param id The id of the enrollment or authenticator, encoded. */
  readonly path: (id: string) => string;
  /** The fields of its input that are sent. */
  readonly sends?: readonly string[];
  /** Whether the response says that it was done. Default: a successful one that states no failure. */
  readonly isDone?: (status: number, body: unknown) => boolean;
  /** Reads the result from the body. Not validated. */
  readonly read?: (body: unknown) => unknown;
}

/** Returns the member of an object; `undefined` if it is none, and for members of its prototype. */
export const member = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && Object.hasOwn(given, name)
    ? (given as Readonly<Record<string, unknown>>)[name]
    : undefined;

const isThere = (value: unknown): boolean => value !== undefined && value !== null;

const isNoContent = (status: number): boolean => status === 204;
const isMade = (status: number): boolean => status === 200 || status === 201;

const hasAuthenticator = (body: unknown): boolean =>
  isThere(member(member(body, 'authenticator'), 'id'));

/** The contract has none of these. A gateway or a framework that states one, states a failure. */
function statesFailure(body: unknown): boolean {
  const error = member(body, 'error');
  const status = member(body, 'status');
  return (
    member(body, 'success') === false ||
    (isThere(error) && error !== false) ||
    (isThere(status) && status !== 200 && !isSuccess(status))
  );
}

const isSuccess = (status: unknown): boolean =>
  typeof status === 'string' && /^(?:ok|OK|success|Success|SUCCESS)$/.test(status);

/** An object without `redirectTo` and `recoveryCodesLeft` does not say that it was done. */
const isSignedIn = (status: number, body: unknown): boolean =>
  isNoContent(status) ||
  (status === 200 &&
    ['redirectTo', 'recoveryCodesLeft'].some((name) => isThere(member(body, name))) &&
    !statesFailure(body));

const whole = (body: unknown): unknown => body;

/** Reads the fields that the contract has; a result may have more in other backends. */
const fields =
  (...names: readonly string[]) =>
  (body: unknown): object =>
    Object.fromEntries(names.map((name) => [name, member(body, name)]));

/** Reads the items of a list; `undefined` if it is none. */
const items = (list: unknown): unknown => (Array.isArray(list) ? list.filter(isThere) : undefined);

/** The operations of the project's own contract. As a definition, it is the preset `mfa-elements`. */
export const CONTRACT: Readonly<Record<MfaOperation, ContractOperation>> = ownData({
  status: { method: 'GET', path: () => '/status', read: whole },
  startEnrollment: {
    method: 'POST',
    path: () => '/enrollments',
    isDone: isMade,
    read: fields('id', 'method', 'secret', 'otpauthUri', 'expiresAt'),
  },
  confirmEnrollment: {
    method: 'POST',
    path: (id) => `/enrollments/${id}/confirmation`,
    sends: ['code', 'name'],
    isDone: (status, body) => isMade(status) && hasAuthenticator(body),
    read: whole,
  },
  cancelEnrollment: { method: 'DELETE', path: (id) => `/enrollments/${id}`, isDone: isNoContent },
  verify: {
    method: 'POST',
    path: () => '/challenge',
    sends: ['code', 'rememberDevice'],
    isDone: isSignedIn,
    read: fields('redirectTo'),
  },
  verifyRecoveryCode: {
    method: 'POST',
    path: () => '/challenge',
    sends: ['recoveryCode'],
    isDone: isSignedIn,
    read: fields('recoveryCodesLeft', 'redirectTo'),
  },
  listAuthenticators: {
    method: 'GET',
    path: () => '/authenticators',
    read: (body) => items(member(body, 'authenticators')),
  },
  renameAuthenticator: {
    method: 'PATCH',
    path: (id) => `/authenticators/${id}`,
    sends: ['name'],
    isDone: (status, body) => status === 200 && hasAuthenticator(body),
    read: (body) => member(body, 'authenticator'),
  },
  unlinkAuthenticator: {
    method: 'DELETE',
    path: (id) => `/authenticators/${id}`,
    isDone: isNoContent,
  },
  stepUp: {
    method: 'POST',
    path: () => '/step-up',
    sends: ['password', 'code'],
    isDone: isNoContent,
  },
  recoveryCodesStatus: { method: 'GET', path: () => '/recovery-codes', read: whole },
  generateRecoveryCodes: {
    method: 'POST',
    path: () => '/recovery-codes',
    isDone: (status, body) => {
      const codes = member(body, 'recoveryCodes');
      return isMade(status) && Array.isArray(codes) && isThere(codes[0]);
    },
    read: (body) => member(body, 'recoveryCodes'),
  },
});
