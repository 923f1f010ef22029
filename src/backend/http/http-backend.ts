import { baseUrlOf } from '../base-url.js';
import type { MfaBackend, MfaOperation, RequestOptions } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import { developmentHooks } from './development-hooks.js';
import type { AccountNames } from '../results/enrollment-secret.js';
import { Exchange, type Fetcher } from './exchange.js';
import type { BackendDefinition, OperationDefinition } from '../definition/definition.js';
import { textsOf } from '../definition/template.js';
import { OperationVariables, type Variables } from '../definition/variables.js';
import { Memory } from './captured-values.js';
import type { Observer } from './observer.js';
import { OPERATION_NAMES } from '../operation-names.js';
import type { PageAccess } from './page-access.js';
import { forgetProof, proofRefused } from './step-up-proof.js';
import { readPageSource } from './page-source.js';
import { RESULTS, type ResultContext, type ResultOf } from '../results/parse-result.js';
import { runOperation, type OperationRun, type Outcome } from './run-operation.js';

export type { Fetcher } from './exchange.js';

/** What a backend over HTTP is made of. */
export interface HttpBackendOptions extends AccountNames {
  /** Absolute URL below which the paths of the definition lie. Its query and fragment are dropped. */
  readonly baseUrl: string;
  readonly definition: BackendDefinition;
  readonly fetcher?: Fetcher;
  /** What the definition may ask of the page, such as a token. */
  readonly variables?: Variables;
  /** How the page is read, left, and given tokens. Default: it is read, and never left. */
  readonly page?: PageAccess;
  /** Looks along with every request. */
  readonly observer?: Observer;
}

/** Milliseconds for a whole operation (C52). */
const DEFAULT_TIMEOUT = 15_000;
const MAX_TIMEOUT = 120_000;

/**
 * A backend that speaks HTTP as a definition describes it. The one door to the network.
 *
 * Every request is sent at most once. An operation that changes something and of which an answer got
 * lost rejects with `unknown-outcome`: the server may have done it (ARCHITECTURE.md, decision 5).
 *
 * @throws MfaError `misconfigured` when the definition or the base URL is wrong. What is wrong with a
 * definition is looked at in detail where `mfa-elements/development` was imported.
 */
export function createHttpBackend(options: HttpBackendOptions): MfaBackend {
  const { definition, page = {}, issuer, account } = options;
  const mistake = developmentHooks()?.check(definition);
  if (mistake !== undefined) throw new MfaError('misconfigured', mistake);
  const described = readOperations(definition);
  const baseUrl = readBaseUrl(options.baseUrl);
  let memory = new Memory();
  const given = { ...(issuer && { issuer }), ...(account && { account }), ...options.variables };

  const perform = async <Op extends MfaOperation>(
    operation: Op,
    input: object,
    { signal }: RequestOptions = {},
  ): Promise<ResultOf<Op>> => {
    const observers = [options.observer, developmentHooks()?.observer].flatMap(
      (observer) => observer ?? [],
    );
    const exchange = new Exchange(
      operation,
      readTimeout(definition),
      signal,
      options.fetcher ?? fetch.bind(globalThis),
    );
    // The same to the end, also when it is told to forget meanwhile.
    const kept = memory;
    const run = {
      operation,
      baseUrl,
      definition,
      described: described[operation] ?? {},
      exchange,
      variables: new OperationVariables({
        input,
        captured: kept,
        page: given,
        declared: definition.variables,
        read: page.read ?? readPageSource,
      }),
      memory: kept,
      page,
      observers,
      hasRule: true,
    };
    const read: (raw: unknown, context: ResultContext) => ResultOf<Op> = RESULTS[operation];
    let error: MfaError | undefined;
    try {
      const outcome = await runOperation(run);
      signal?.throwIfAborted();
      const result = read(outcome.result, { ...options, input });
      settle(run, outcome);
      return result;
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason;
      error = proofRefused(run.described, exchange.errorFrom(thrown));
      throw error;
    } finally {
      forgetProof(run, error);
      // Who called it off knows, and nothing more came of it.
      for (const observer of signal?.aborted ? [] : observers) {
        observer.ended?.({ operation, error, hasRule: run.hasRule });
      }
    }
  };

  const operations = OPERATION_NAMES.filter((operation) => offers(described, operation)).map(
    (operation) => {
      const call = TAKES_NOTHING.includes(operation)
        ? (asked?: RequestOptions) => perform(operation, {}, asked)
        : (input: object, asked?: RequestOptions) =>
            perform(operation, allowed(input, definition), asked);
      return [operation, call] as const;
    },
  );
  // Each is built from the description of the operation of that name, and RESULTS sees to its type.
  return {
    ...Object.fromEntries(operations),
    ...(definition.capabilities && { capabilities: definition.capabilities }),
    // What is still on its way goes on with the old one, and brings nothing back.
    forget: () => {
      memory = new Memory();
    },
  };
}

type Described = Readonly<Partial<Record<MfaOperation, OperationDefinition<unknown>>>>;

/** What a definition describes, by the name of the operation. */
function readOperations(definition: unknown): Described {
  const { operations } = (definition ?? {}) as { readonly operations?: object | null };
  if (typeof operations !== 'object' || operations === null) {
    throw new MfaError('misconfigured', 'The backend definition has no "operations".');
  }
  return Object.fromEntries(
    OPERATION_NAMES.filter((name) => Object.hasOwn(operations, name)).map((name) => [
      name,
      (operations as BackendDefinition['operations'])[name],
    ]),
  );
}

/** An enrollment can always be forgotten here, whether or not the server is told. */
function offers(described: Described, operation: MfaOperation): boolean {
  const isForgetting = operation === 'cancelEnrollment' && described.startEnrollment !== undefined;
  return isForgetting || described[operation] !== undefined;
}

/** The operations that are asked with options alone. */
const TAKES_NOTHING: readonly MfaOperation[] = [
  'status',
  'startEnrollment',
  'listAuthenticators',
  'recoveryCodesStatus',
  'generateRecoveryCodes',
];

/** After these nothing of the enrollment before is needed any more. */
const ENDS_ENROLLMENT: readonly MfaOperation[] = [
  'startEnrollment',
  'confirmEnrollment',
  'cancelEnrollment',
];

/** Keeps what an operation that went well brought, and hands its tokens to the page. */
function settle({ operation, memory, variables, page }: OperationRun, outcome: Outcome): void {
  if (ENDS_ENROLLMENT.includes(operation)) memory.forget('startEnrollment');
  if (operation === 'startEnrollment') memory.keep([...variables.kept], operation);
  memory.keep(outcome.captured, operation);
  const tokens = textsOf(outcome.tokens);
  if (Object.keys(tokens).length > 0) page.keepTokens?.(tokens, operation);
}

/** What a server that cannot remember a device need not be told. */
function allowed(input: object, definition: BackendDefinition): object {
  if (definition.capabilities?.rememberDevice) return input;
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'rememberDevice'));
}

function readTimeout({ timeout = DEFAULT_TIMEOUT }: BackendDefinition): number {
  return timeout > 0 ? Math.min(timeout, MAX_TIMEOUT) : DEFAULT_TIMEOUT;
}

function readBaseUrl(text: string): string {
  const baseUrl = baseUrlOf(text);
  if (baseUrl !== undefined) return baseUrl;
  throw new MfaError('misconfigured', 'The base URL is no absolute http(s) URL without a login.');
}
