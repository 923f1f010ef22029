import type { MfaBackend, MfaOperation, RequestOptions } from '../backend.js';
import { ERROR_KINDS, type MfaErrorKind } from '../error-kinds.js';
import { readBaseUrl } from '../http/base-url.js';
import { Exchange, OPERATION_TIMEOUT, type Fetcher } from '../http/exchange.js';
import { readCount, refusal, type StatedRefusal } from '../http/refusal.js';
import { isRead } from '../http/is-read.js';
import { requestInit } from '../http/request-init.js';
import type { ParsedResponse } from '../http/response.js';
import { readRetryAfter } from '../http/retry-after.js';
import { pathSegment } from '../http/url-value.js';
import { MFA_ERROR_KINDS, MfaError } from '../mfa-error.js';
import { createOperations, OPERATION_NAMES, OPERATIONS } from '../operations.js';
import type { OperationResult } from '../operations.js';
import { own } from '../own.js';
import { nameOf, type AccountNames } from '../results/account-names.js';
import { asChecked } from '../results/checked-operations.js';
import { parseResult } from '../results/parse-result.js';
import { isRefusalStatus } from '../unknown-outcome.js';
import { CAPABILITIES } from './capabilities.js';
import { CONTRACT, member } from './contract-operations.js';

interface ContractSettings extends AccountNames {
  /** The absolute URL that the paths of the contract are relative to. */
  readonly baseUrl: string;
  /** Called instead of `fetch`. */
  readonly fetcher?: Fetcher;
}

/**
 * Creates a backend with the project's own contract (openapi.json).
 *
 * It does what `createHttpBackend` does with the preset `mfa-elements`, without what interprets a definition: most
 * pages name no other backend, and need not download that.
 *
 * @throws MfaError `misconfigured` if the base URL is wrong.
 */
export function createContractBackend(settings: ContractSettings): MfaBackend {
  const { fetcher, issuer, account } = own(settings);
  const baseUrl = readBaseUrl(settings.baseUrl);
  const names = { issuer: () => nameOf(issuer), account: () => nameOf(account) };

  const perform = async <Op extends MfaOperation>(
    operation: Op,
    given: object = {},
    { signal }: RequestOptions = own({}),
  ): Promise<OperationResult<Op>> => {
    const input = own(given);
    const exchange = new Exchange(operation, OPERATION_TIMEOUT, signal, fetcher);
    try {
      const raw = await run(operation, input, baseUrl, exchange);
      const result = await exchange.until(parseResult(operation, raw, own({ ...names, input })));
      signal?.throwIfAborted();
      return result;
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      throw exchange.errorFrom(thrown);
    }
  };

  return own({
    ...asChecked(createOperations(OPERATION_NAMES, perform)),
    capabilities: CAPABILITIES,
  });
}

/**
 * @returns The result, not validated yet.
 * @throws MfaError if the response is a refusal, or cannot be read.
 */
async function run(
  operation: MfaOperation,
  input: object,
  baseUrl: string,
  exchange: Exchange,
): Promise<unknown> {
  const { read, isDone } = CONTRACT[operation];
  const request = requestOf(operation, input, baseUrl);
  const response = await exchange.send(request, OPERATIONS[operation].changes !== 'never');
  const { status, body, redirected, instead } = response;
  const isSuccess = isDone ? !redirected && isDone(status, body) : isRead(response);
  if (!isSuccess) {
    const stated = readProblem(response);
    const error = refusal(
      { operation, hasStepUp: true, sent: Object.keys(input) },
      response,
      stated,
    );
    throw stated.kind || isRefusalStatus(response) ? exchange.refused(error) : error;
  }
  if (read && instead !== undefined && instead !== 'no body') {
    throw new MfaError('unexpected', `${operation} received ${instead} instead of JSON.`, {
      status,
    });
  }
  return read?.(body);
}

function requestOf(operation: MfaOperation, input: object, baseUrl: string) {
  const { method, path, sends } = CONTRACT[operation];
  const { id } = OPERATIONS[operation];
  const segment = id ? pathSegment(id, member(input, id)) : '';
  const headers = new Headers({ Accept: 'application/json' });
  if (sends) headers.set('Content-Type', 'application/json');
  const body = sends && Object.fromEntries(sends.map((name) => [name, member(input, name)]));
  return {
    url: new URL(baseUrl + path(segment)).href,
    init: requestInit({
      method,
      headers,
      body: body && JSON.stringify(body),
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    }),
  };
}

/** The type of a problem (RFC 9457) ends with its error kind. */
const PROBLEM = 'urn:mfa-elements:problem:';

/** Kinds that only this device can know. */
const OWN_KINDS: readonly MfaErrorKind[] = [
  'redirect-required',
  'offline',
  'timeout',
  'unknown-outcome',
  'misconfigured',
  'unexpected',
];

function readProblem({ body, headers }: ParsedResponse): StatedRefusal {
  const type = member(body, 'type');
  const kind = MFA_ERROR_KINDS.find((name) => type === PROBLEM + name && !OWN_KINDS.includes(name));
  const date = headers.get('Date');
  // A page on another origin may not be able to read the header.
  const inBody = kind && readRetryAfter(member(body, 'retryAfter'), date);
  return {
    kind,
    retryAfter: inBody ?? readRetryAfter(headers.get('Retry-After'), date),
    // The try that was refused may have been the last one for now.
    attemptsLeft:
      kind && ERROR_KINDS[kind].waits === 'next-try'
        ? readCount(member(body, 'attemptsLeft'))
        : undefined,
    stepUp: kind && member(body, 'stepUp'),
  };
}
