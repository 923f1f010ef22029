import type { MfaOperation } from './backend.js';
import type { BackendDefinition } from './definition/definition.js';
import { MfaError } from './mfa-error.js';

/** What an operation is asked with, as an attribute of a tag says it: see {@link applyUrlAttributes}. */
export type UrlAttributes = Readonly<Partial<Record<MfaOperation, string>>>;

const ATTRIBUTES: Readonly<Record<MfaOperation, string>> = {
  status: 'status-url',
  startEnrollment: 'start-url',
  confirmEnrollment: 'confirm-url',
  cancelEnrollment: 'cancel-url',
  verify: 'verify-url',
  verifyRecoveryCode: 'recovery-url',
  listAuthenticators: 'list-url',
  renameAuthenticator: 'rename-url',
  unlinkAuthenticator: 'unlink-url',
  stepUp: 'step-up-url',
  recoveryCodesStatus: 'recovery-codes-url',
  generateRecoveryCodes: 'generate-url',
};

/** What `{id}` is there. */
const ID_VARIABLES: Readonly<Partial<Record<MfaOperation, string>>> = {
  confirmEnrollment: 'enrollmentId',
  cancelEnrollment: 'enrollmentId',
  renameAuthenticator: 'authenticatorId',
  unlinkAuthenticator: 'authenticatorId',
};

const REQUEST = /^(?:(?<method>GET|POST|PUT|PATCH|DELETE) +)?(?<path>\/(?!\/)\S*)$/;
/** Two slashes would name another host, and so would a slash and a backslash. */
const PATH = /^(?:[^{}\\#]|\{[A-Za-z_]\w*\}|\{[?&][A-Za-z_]\w*(?:,[A-Za-z_]\w*)*\})*$/;
const USES_ID = /\{[?&]?(?:\w+,)*id(?:,\w+)*\}/;

type Described = NonNullable<BackendDefinition['operations'][MfaOperation]>;

/**
 * A definition of which some requests are others: for a backend that differs in addresses only.
 *
 * @param overrides By operation an RFC 6570 template of a path, such as `/apps/{id}`, perhaps after a
 *   method: `PUT /apps/{id}`. Without one, the method stays. `{id}` is the enrollment or the
 *   authenticator that it is about. Empty: the backend does not have the operation.
 * @throws MfaError `misconfigured`, naming the attribute, for anything else, and where there is no
 *   one request to replace.
 */
export function applyUrlAttributes(
  definition: BackendDefinition,
  overrides: UrlAttributes,
): BackendDefinition {
  // What is given as a definition may be anything; createHttpBackend says what is wrong with it.
  const operations: Record<string, Described> = {
    ...(definition as Partial<BackendDefinition> | null)?.operations,
  };
  for (const [name, text] of Object.entries(overrides)) {
    const operation = name as MfaOperation;
    if (text.trim() === '') Reflect.deleteProperty(operations, operation);
    else operations[operation] = override(operation, operations[operation], text.trim());
  }
  return { ...definition, operations };
}

function override(
  operation: MfaOperation,
  described: Described | undefined,
  text: string,
): Described {
  if (typeof described?.request !== 'string') {
    wrong(
      operation,
      `cannot be used here: "${operation}" is not one request of this backend, so describe it in a definition`,
    );
  }
  const { method = methodOf(described.request), path = '' } = REQUEST.exec(text)?.groups ?? {};
  if (!PATH.test(path) || path === '') {
    wrong(operation, 'is no path such as "/apps", or "PUT /apps" with another method');
  }
  if (method === 'GET' && described.body !== undefined) {
    wrong(operation, 'cannot be of the method GET, because a body goes along');
  }
  return { ...described, request: `${method} ${withId(operation, path)}` };
}

const methodOf = (request: string): string => request.slice(0, request.indexOf(' '));

function withId(operation: MfaOperation, path: string): string {
  const variable = ID_VARIABLES[operation];
  const named = variable ? path.replaceAll('{id}', `{${variable}}`) : path;
  if (!USES_ID.test(named)) return named;
  return wrong(
    operation,
    variable
      ? 'has an {id} in a list: write ?id={id}'
      : 'has an {id}, and is about nothing that has',
  );
}

function wrong(operation: MfaOperation, what: string): never {
  throw new MfaError('misconfigured', `${ATTRIBUTES[operation]} ${what}.`);
}
