import { firstSignal } from '../../internal/first-signal.js';
import { parseUrl } from '../../internal/parse-url.js';
import type { MfaBackend, MfaOperation, RequestOptions } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import { buildRequest, type BuiltRequest } from './build-request.js';
import { checkDefinition } from './check-definition.js';
import { matches } from './condition.js';
import type { BackendDefinition, OperationDefinition } from './definition.js';
import type { AccountNames } from './enrollment-material.js';
import { errorFromAnswer } from './error-rules.js';
import { OPERATION_NAMES } from './operation-names.js';
import { readAnswer, type Answer } from './read-answer.js';
import { mapResult } from './result-mapping.js';
import { RESULTS, type ResultOf } from './results.js';
import { untilAborted } from './until-aborted.js';
import type { Variables } from './variables.js';

/** Used in place of `fetch`, with the same arguments: for tokens, tests, and pages that wrap it. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** What a backend over HTTP is made of. */
export interface HttpBackendOptions extends AccountNames {
  /** Absolute URL below which the paths of the definition lie. Its query and fragment are dropped. */
  readonly baseUrl: string;
  readonly definition: BackendDefinition;
  readonly fetcher?: Fetcher;
  /** What the definition may ask of the page, such as a token. */
  readonly variables?: Variables;
}

/** Milliseconds for a whole exchange (C52). */
const DEFAULT_TIMEOUT = 15_000;

/**
 * A backend that speaks HTTP as a definition describes it. The one door to the network.
 *
 * Every call is sent at most once. A call that changes something and whose answer got lost rejects
 * with `unknown-outcome`: the server may have done it (ARCHITECTURE.md, decision 5).
 *
 * @throws MfaError `misconfigured` when the definition or the base URL is wrong.
 */
export function createHttpBackend(options: HttpBackendOptions): MfaBackend {
  const { definition } = options;
  checkDefinition(definition);
  const baseUrl = readBaseUrl(options.baseUrl);

  const perform = async <Op extends MfaOperation>(
    operation: Op,
    described: OperationDefinition,
    input: object,
    { signal }: RequestOptions = {},
  ): Promise<ResultOf<Op>> => {
    const exchange = new Exchange(definition.timeout ?? DEFAULT_TIMEOUT, described, signal);
    try {
      const request = await exchange.until(
        buildRequest(baseUrl, definition, operation, described, input, options.variables ?? {}),
      );
      const answer = await exchange.send(request, options.fetcher ?? fetch.bind(globalThis));
      return readResult(operation, definition, described, answer, options);
    } catch (thrown) {
      throw signal?.aborted ? signal.reason : exchange.errorFrom(operation, thrown);
    }
  };

  const operations = OPERATION_NAMES.flatMap((operation) => {
    const described = Object.hasOwn(definition.operations, operation)
      ? definition.operations[operation]
      : undefined;
    if (!described) return [];
    const call = TAKES_NOTHING.includes(operation)
      ? (asked?: RequestOptions) => perform(operation, described, {}, asked)
      : (input: object, asked?: RequestOptions) =>
          perform(operation, described, allowed(input, definition), asked);
    return [[operation, call] as const];
  });
  // Each is built from the description of the operation of that name, and RESULTS sees to its type.
  return {
    ...Object.fromEntries(operations),
    ...(definition.capabilities && { capabilities: definition.capabilities }),
  };
}

/** The operations that are asked with options alone. */
const TAKES_NOTHING: readonly MfaOperation[] = [
  'status',
  'startEnrollment',
  'listAuthenticators',
  'recoveryCodesStatus',
  'generateRecoveryCodes',
];

/** One request and its answer: what is known about it when something goes wrong. */
class Exchange {
  readonly #timeout: AbortSignal;
  readonly #signal: AbortSignal;
  readonly #changesSomething: boolean;
  readonly #beganOffline = !isOnline();
  #sent = false;
  #answered = false;

  constructor(timeout: number, described: OperationDefinition, signal: AbortSignal | undefined) {
    this.#timeout = AbortSignal.timeout(timeout);
    this.#signal = signal ? firstSignal([signal, this.#timeout]) : this.#timeout;
    this.#changesSomething = !described.request.startsWith('GET ');
  }

  /** Waits no longer than the exchange may last, whether or not what is waited for listens. */
  until<T>(promise: Promise<T>): Promise<T> {
    return untilAborted(promise, this.#signal);
  }

  async send({ url, init }: BuiltRequest, fetcher: Fetcher): Promise<Answer> {
    this.#signal.throwIfAborted();
    this.#sent = true;
    const signal = this.#signal;
    const sentAt = Date.now();
    const answer = await this.until(
      fetcher(url, { ...init, signal }).then((response) =>
        readAnswer(response, { sentAt, receivedAt: Date.now() }),
      ),
    );
    this.#answered = true;
    return answer;
  }

  errorFrom(operation: MfaOperation, thrown: unknown): MfaError {
    if (thrown instanceof MfaError) return thrown;
    if (this.#answered)
      return new MfaError('unexpected', `${operation}: the answer could not be read.`);
    if (!this.#timeout.aborted && this.#beganOffline) {
      return new MfaError('offline', `${operation}: the device is offline.`);
    }
    if (this.#sent && this.#changesSomething) {
      return new MfaError(
        'unknown-outcome',
        `${operation} was sent and its answer did not arrive.`,
      );
    }
    if (this.#timeout.aborted)
      return new MfaError('timeout', `${operation} got no answer in time.`);
    if (!isOnline()) return new MfaError('offline', `${operation}: the device is offline.`);
    return new MfaError('unavailable', `${operation}: the server could not be reached.`);
  }
}

function readResult<Op extends MfaOperation>(
  operation: Op,
  definition: BackendDefinition,
  described: OperationDefinition,
  answer: Answer,
  names: AccountNames,
): ResultOf<Op> {
  const { status, redirected, instead, body } = answer;
  const good = described.success
    ? matches(described.success, answer)
    : status >= 200 && status < 300;
  if (redirected || !good) {
    const rules = [...(described.errors ?? []), ...(definition.errors ?? [])];
    throw errorFromAnswer(operation, rules, answer);
  }
  // "no body" may be all that a right code is answered with; the reader of the result decides.
  if (described.result !== undefined && instead !== undefined && instead !== 'no body') {
    throw new MfaError(
      'unexpected',
      `${operation} was answered with ${instead} in place of JSON.`,
      {
        status,
      },
    );
  }
  const mapped = described.result === undefined ? undefined : mapResult(described.result, body);
  const read: (raw: unknown, names: AccountNames) => ResultOf<Op> = RESULTS[operation];
  return read(mapped, names);
}

/** What a server that cannot remember a device need not be told. */
function allowed(input: object, definition: BackendDefinition): object {
  if (definition.capabilities?.rememberDevice) return input;
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'rememberDevice'));
}

function readBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new MfaError('misconfigured', 'The base URL is no absolute http(s) URL without a login.');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine !== false;
}
