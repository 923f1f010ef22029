import type { MfaOperation } from './backend.js';
import type { BackendDefinition } from './definition/definition.js';
import { own } from './own.js';
import { MfaError } from './mfa-error.js';
import { OPERATIONS } from './operations.js';

/** The values of the `*-url` attributes of an element, by operation: see {@link applyUrlAttributes}. */
export type UrlAttributes = Readonly<Partial<Record<MfaOperation, string>>>;

const REQUEST = /^(?:(?<method>GET|POST|PUT|PATCH|DELETE) +)?(?<path>\/(?!\/)\S*)$/;
/** Two slashes would name another host, and so would a slash and a backslash. */
const PATH = /^(?:[^{}\\#]|\{[A-Za-z_]\w*\}|\{[?&][A-Za-z_]\w*(?:,[A-Za-z_]\w*)*\})*$/;
const USES_ID = /\{[?&]?(?:\w+,)*id(?:,\w+)*\}/;

type Described = NonNullable<BackendDefinition['operations'][MfaOperation]>;

/**
 * Returns the definition with some request URLs replaced, for a backend that differs from it in
 * addresses only.
 *
 * @param attributes By operation an RFC 6570 template of a path, such as `/apps/{id}`, optionally after
 *   a method: `PUT /apps/{id}`. Without one, the method of the definition stays. `{id}` is the id of
 *   the enrollment or the authenticator. If it is empty, the backend does not have the operation.
 * @throws MfaError `misconfigured`, naming the attribute, for anything else, and if the operation is
 *   not a single request in the definition.
 */
export function applyUrlAttributes(
  definition: BackendDefinition,
  attributes: UrlAttributes,
): BackendDefinition {
  // The definition may be anything here; createHttpBackend reports what is wrong with it.
  const operations: Record<string, Described> = own({
    ...(definition as Partial<BackendDefinition> | null)?.operations,
  });
  for (const [name, text] of Object.entries(attributes)) {
    const operation = name as MfaOperation;
    if (text.trim() === '') Reflect.deleteProperty(operations, operation);
    else operations[operation] = replaceRequest(operation, operations[operation], text.trim());
  }
  return { ...definition, operations };
}

function replaceRequest(
  operation: MfaOperation,
  described: Described | undefined,
  text: string,
): Described {
  if (typeof described?.request !== 'string') {
    refuse(
      operation,
      `cannot be used here: "${operation}" is not a single request of this backend, so describe it in a definition`,
    );
  }
  const { method = methodOf(described.request), path = '' } = REQUEST.exec(text)?.groups ?? {};
  if (!PATH.test(path) || path === '') {
    refuse(operation, 'must be a path such as "/apps", or "PUT /apps" with another method');
  }
  if (method === 'GET' && described.body !== undefined) {
    refuse(operation, 'cannot use GET because the operation sends a body');
  }
  return { ...described, request: `${method} ${withId(operation, path)}` };
}

const methodOf = (request: string): string => request.slice(0, request.indexOf(' '));

function withId(operation: MfaOperation, path: string): string {
  const { id } = OPERATIONS[operation];
  const named = id ? path.replaceAll('{id}', `{${id}}`) : path;
  if (!USES_ID.test(named)) return named;
  return refuse(
    operation,
    id
      ? 'contains an {id} in a list: write ?id={id}'
      : 'contains {id}, but this operation has no id',
  );
}

function refuse(operation: MfaOperation, problem: string): never {
  throw new MfaError('misconfigured', `${OPERATIONS[operation].urlAttribute} ${problem}.`);
}
