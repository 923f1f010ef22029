import type { MfaBackend, MfaOperation, RequestOptions } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import { createOperations, OPERATIONS } from '../operations.js';
import type { OperationResult } from '../operations.js';
import { asChecked } from '../results/checked-operations.js';
import { parseResult } from '../results/parse-result.js';
import { own, ownData } from '../own.js';
import { nameOf, type AccountNames } from '../results/account-names.js';
import type { BackendDefinition } from '../definition/definition.js';
import { jsonData } from '../definition/json-data.js';
import { textsOf } from '../definition/template.js';
import { OperationVariables, type Variables } from '../definition/variables.js';
import { CapturedValues } from './captured-values.js';
import { Exchange, OPERATION_TIMEOUT, type Fetcher } from './exchange.js';
import { offeredBy, readOperations } from './described-operations.js';
import { developmentHooks } from './development-hooks.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import type { Observer } from './observer.js';
import type { PageAccess } from './page-access.js';
import { readBaseUrl } from './base-url.js';
import { readPageSource } from './page-source.js';
import { runOperation, type MappedResponse, type OperationRun } from './run-operation.js';
import { deleteUsedProof, proofsOf, withAcceptedProofs } from './step-up-proof.js';

export type { Fetcher } from './exchange.js';

/** The options of {@link createHttpBackend}. */
export interface HttpBackendOptions extends AccountNames {
  /** The absolute URL that the paths of the definition are relative to, without query and fragment. */
  readonly baseUrl: string;
  readonly definition: BackendDefinition;
  /** Called instead of `fetch`. */
  readonly fetcher?: Fetcher;
  /** The variables of the definition that the page provides, such as a token. */
  readonly variables?: Variables;
  /** How values are read from the page, and how it is left. Default: reads it, and never leaves it. */
  readonly page?: PageAccess;
  /** Is notified of every request. */
  readonly observer?: Observer;
}

/** The longest time limit that a definition may set, in milliseconds. */
const MAX_TIMEOUT = 120_000;

/**
 * Creates a backend that sends HTTP requests as a definition describes them.
 *
 * It has the operations that the definition describes, and `cancelEnrollment` if the definition has
 * `startEnrollment`. Every request is sent at most once: if an operation changes something and its
 * response is lost, it rejects with `unknown-outcome`, because the server may have done it
 * (ARCHITECTURE.md, decision 5).
 *
 * @throws MfaError `misconfigured` if the base URL or the definition is wrong. The definition is
 * checked in detail only if `mfa-elements/development` was imported.
 *
 * @example
 * const backend = createHttpBackend({
 *   baseUrl: 'https://portal.example/api/mfa',
 *   definition: {
 *     operations: {
 *       verify: { request: 'POST /challenge', body: { code: '{code}' } },
 *     },
 *     errors: [{ status: 422, kind: 'invalid-code' }],
 *   },
 * });
 * await backend.verify?.({ code: '123456' });
 */
export function createHttpBackend(options: HttpBackendOptions): MfaBackend {
  const { fetcher, variables: pageVariables, page = {}, observer, issuer, account } = own(options);
  const given = jsonData(options.definition);
  const mistake = developmentHooks()?.check(given);
  if (mistake !== undefined) throw new MfaError('misconfigured', mistake);
  const definition = ownData(given);
  const described = readOperations(definition);
  const baseUrl = readBaseUrl(options.baseUrl);
  let captured = new CapturedValues();
  let idempotencyKeys = new IdempotencyKeys();
  const accountNames = { issuer: () => nameOf(issuer), account: () => nameOf(account) };
  const variables = { ...accountNames, ...pageVariables };

  const perform = async <Op extends MfaOperation>(
    operation: Op,
    given: object = {},
    { signal }: RequestOptions = own({}),
  ): Promise<OperationResult<Op>> => {
    const input = supportedInput(given, definition);
    // The same instances for the whole operation, even if `forget()` is called meanwhile.
    const known = idempotencyKeys;
    const keys = known.begin(operation, input);
    const observers = [observer, developmentHooks()?.observer].flatMap((each) => each ?? []);
    const exchange = new Exchange(operation, readTimeout(definition), signal, fetcher);
    const ownDescribed = described[operation] ?? own({});
    const run: OperationRun = {
      operation,
      baseUrl,
      definition,
      described: ownDescribed,
      hasStepUp: described.stepUp !== undefined,
      sent: [...Object.keys(input), ...proofsOf(ownDescribed)],
      exchange,
      variables: new OperationVariables({
        input,
        captured,
        page: variables,
        keys,
        declared: definition.variables,
        read: page.read ?? readPageSource,
      }),
      captured,
      page,
      observers,
      hasRule: true,
    };
    let error: MfaError | undefined;
    try {
      const mapped = await runOperation(run);
      const context = own({ ...accountNames, input });
      const result = await exchange.until(parseResult(operation, mapped.result, context));
      signal?.throwIfAborted();
      commit(run, mapped);
      known.end(operation, input, keys, undefined);
      return result;
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      error = withAcceptedProofs(run.described, exchange.errorFrom(thrown));
      known.end(operation, input, keys, error);
      throw error;
    } finally {
      deleteUsedProof(run, error);
      // Aborted operations are not reported.
      for (const each of signal?.aborted ? [] : observers) {
        each.ended?.({ operation, error, hasRule: run.hasRule });
      }
    }
  };

  return own({
    ...asChecked(createOperations(offeredBy(described), perform)),
    ...(definition.capabilities && { capabilities: definition.capabilities }),
    // Operations that are still running continue with the old instance, and store nothing in this one.
    forget: () => {
      captured = new CapturedValues();
      idempotencyKeys = new IdempotencyKeys();
    },
  });
}

/** Stores what a successful operation captured, and gives its tokens to the page. */
function commit(
  { operation, captured, variables, page }: OperationRun,
  mapped: MappedResponse,
): void {
  if (OPERATIONS[operation].endsEnrollment) captured.delete('startEnrollment');
  if (operation === 'startEnrollment') captured.set([...variables.kept], operation);
  captured.set(mapped.captured, operation);
  const tokens = textsOf(mapped.tokens);
  if (Object.keys(tokens).length > 0) page.storeAuthTokens?.(tokens, operation);
}

/** Drops `rememberDevice` if the backend cannot remember a device. */
function supportedInput(input: object, definition: BackendDefinition): object {
  if (definition.capabilities?.rememberDevice) return input;
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'rememberDevice'));
}

function readTimeout({ timeout = OPERATION_TIMEOUT }: BackendDefinition): number {
  return timeout > 0 ? Math.min(timeout, MAX_TIMEOUT) : OPERATION_TIMEOUT;
}
