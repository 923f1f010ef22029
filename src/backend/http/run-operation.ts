import type { MfaOperation } from '../backend.js';
import { ERROR_KINDS } from '../error-kinds.js';
import { MfaError } from '../mfa-error.js';
import { OPERATIONS } from '../operations.js';
import { isRefusalStatus } from '../unknown-outcome.js';
import {
  buildRequest,
  expandUrl,
  fieldsOf,
  requestUrl,
  resolveUrl,
  splitRequest,
  type BuiltRequest,
} from './request.js';
import type { Exchange } from './exchange.js';
import { findHolding } from '../definition/condition.js';
import type {
  BackendDefinition,
  OperationDefinition,
  RequestStep,
} from '../definition/definition.js';
import { isDone } from '../definition/default-success.js';
import { readRefusal } from '../definition/error-rules.js';
import { evaluate, evaluateAll } from '../definition/mapping.js';
import { findsAny, readsBody, readsList } from '../definition/mapping-reads.js';
import type { Scope, Values } from '../definition/scope.js';
import { fillBody, templateNames, textsOf } from '../definition/template.js';
import { uriTemplateNames } from '../definition/uri-template.js';
import type { OperationVariables } from '../definition/variables.js';
import type { Captured, CapturedValues } from './captured-values.js';
import type { Observer } from './observer.js';
import type { Departure, PageAccess } from './page-access.js';
import { isRead } from './is-read.js';
import { requireProof } from './step-up-proof.js';
import { NO_RESPONSE, type ParsedResponse } from './response.js';

/** One run of an operation, with everything it needs. */
export interface OperationRun {
  readonly operation: MfaOperation;
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
  readonly definition: BackendDefinition;
  readonly described: OperationDefinition<unknown>;
  /** The definition has an operation for step-up. */
  readonly hasStepUp: boolean;
  /** The names of its input, and of the proofs that it sends besides. */
  readonly sent: readonly string[];
  readonly exchange: Exchange;
  readonly variables: OperationVariables;
  readonly captured: CapturedValues;
  readonly page: PageAccess;
  readonly observers: readonly Observer[];
  /** Set to `false` when a request fails and no error rule matches its response. */
  hasRule: boolean;
}

/** The values that the mappings of an operation read from its last response. */
export interface MappedResponse {
  /** Not validated yet. */
  readonly result: unknown;
  readonly captured: Captured;
  readonly tokens: Captured;
}

/**
 * Runs an operation as its definition describes it: its requests one after the other, or a navigation
 * to another page.
 *
 * @returns The mapped response. The caller validates the result, and only then stores the rest.
 * @throws MfaError as the error rules say.
 */
export async function runOperation(run: OperationRun): Promise<MappedResponse> {
  const { operation, definition, described, exchange } = run;
  await requireProof(run);
  const { steps = described.request === undefined ? [] : [described as RequestStep] } = described;
  const before = steps.length > 0 ? (definition.before ?? []) : [];
  let response = NO_RESPONSE;
  for (const step of before) response = await runStep(run, step, response);
  const { capture, tokens, result } = described;
  const succeeded: RequestStep[] = [];
  const hasChanged = () => succeeded.some((step) => mayChange(run, step));
  const failures: unknown[] = [];
  for (const step of steps) {
    const next = await runStep(run, step, response, (error) => {
      const isResult = step === steps.at(-1) && readsBody([capture, tokens, result]);
      if ((isResult || !hasChanged()) && isLostChange(run, step, error)) throw error;
      failures.push(error);
    });
    if (next !== response) succeeded.push(step);
    response = next;
  }
  if (described.navigate !== undefined || described.form !== undefined) await leave(run);
  if (!hasChanged() && OPERATIONS[operation].changes === 'always') {
    const message = `${operation} made no change: see "when" and "optional" of its requests.`;
    throw exchange.errorFrom(failures.at(-1) ?? new MfaError('misconfigured', message));
  }

  const scope = await scopeOf(run, response, [capture, tokens, result]);
  requireJson(operation, response, [capture, tokens, result]);
  const mapped = {
    result: evaluate(result, scope),
    captured: evaluateAll(capture, scope),
    tokens: evaluateAll(tokens, scope),
  };
  if (succeeded.at(-1)?.success === undefined) requireTokens(run, response, mapped.tokens);
  return mapped;
}

/**
 * @param skip Called with the error of an optional step that fails; throws it if the operation cannot go on.
 * @returns The response; the previous one if the step is skipped, or is optional and fails.
 */
async function runStep(
  run: OperationRun,
  step: RequestStep,
  previous: ParsedResponse,
  skip?: (error: unknown) => void,
): Promise<ParsedResponse> {
  if (step.when !== undefined) {
    const scope = await scopeOf(run, previous, step.when);
    if (!findHolding(step.when, scope)) return previous;
  }
  try {
    return await sendStep(run, step);
  } catch (error) {
    if (!step.optional || run.exchange.isOver) throw error;
    skip?.(error);
    return previous;
  }
}

async function sendStep(run: OperationRun, step: RequestStep): Promise<ParsedResponse> {
  const { operation, baseUrl, definition, described, exchange, captured } = run;
  const [, path] = splitRequest(step.request);
  const names = templateNames([definition.headers, definition.capture, step]);
  const values = await exchange.until(run.variables.ask([...uriTemplateNames(path), ...names]));
  const request = buildRequest(baseUrl, definition, step, values);
  const response = await sendObserved(run, step, request, values);
  const scope: Scope = { response, root: response.body, values };
  if (request.isSameOrigin) captured.set(evaluateAll(definition.capture, scope), null);
  if (!isSuccess(run, step, scope)) await fail(run, step, response);
  if (step !== described) {
    requireJson(operation, response, step.capture);
    run.variables.keep(evaluateAll(step.capture, scope));
  }
  return response;
}

async function sendObserved(
  run: OperationRun,
  step: RequestStep,
  request: BuiltRequest,
  values: Values,
): Promise<ParsedResponse> {
  const { operation, definition, exchange, observers } = run;
  let response: ParsedResponse | undefined;
  try {
    response = await exchange.send(request, mayChange(run, step));
    return response;
  } finally {
    const missing = [...values].filter(([, value]) => value === undefined).map(([name]) => name);
    const { url, init } = request;
    const { credentials } = init;
    for (const observer of observers) {
      observer.exchanged?.({ definition, operation, step, url, credentials, missing, response });
    }
  }
}

/** A redirect or a web page is a success only if the definition says so. */
function isSuccess(run: OperationRun, step: RequestStep, scope: Scope): boolean {
  const { response } = scope;
  if (step.success === undefined) {
    const { operation } = run;
    const canBeList =
      operation === 'generateRecoveryCodes' ||
      (step.capture !== undefined && (!readsBody(step.capture) || readsList(step.capture)));
    const takesProof = OPERATIONS[operation].takesProof === true;
    return mayChange(run, step) ? isDone(response, { takesProof, canBeList }) : isRead(response);
  }
  const holding = findHolding(step.success, scope);
  return holding !== undefined && (!response.redirected || holding.redirected === true);
}

const isGet = ({ request }: RequestStep): boolean => splitRequest(request)[0] === 'GET';

/**
 * Returns true if a request may change what the operation is about: it is none of `before`, and no GET, unless
 * the operation changes something and has no other requests.
 */
function mayChange({ operation, definition, described }: OperationRun, step: RequestStep): boolean {
  const { changes } = OPERATIONS[operation];
  if (changes === 'never' || isPreparation(definition, step)) return false;
  return !isGet(step) || (changes === 'always' && sendsOnlyGets(described));
}

/** Returns true if a request that failed may have changed something all the same. */
function isLostChange(run: OperationRun, step: RequestStep, thrown: unknown): boolean {
  if (OPERATIONS[run.operation].changes !== 'always' || !mayChange(run, step)) return false;
  const { kind, facts } = run.exchange.errorFrom(thrown);
  return kind === 'unknown-outcome' && !isRefusalStatus(facts);
}

/** Returns true if no request of an operation is another than a GET: one of them makes the change then. */
const sendsOnlyGets = ({ steps = [] }: OperationDefinition<unknown>): boolean => steps.every(isGet);

/** Returns true for a request of `before`. */
const isPreparation = ({ before }: BackendDefinition, step: RequestStep): boolean =>
  before?.includes(step) === true;

/** @throws MfaError as the first matching error rule says, unless that rule navigates elsewhere. */
async function fail(run: OperationRun, step: RequestStep, response: ParsedResponse): Promise<void> {
  const { described, definition, exchange } = run;
  // Errors of a `before` request do not use the operation's own error rules.
  const rules = [step, ...(isPreparation(definition, step) ? [] : [described]), definition].flatMap(
    ({ errors }) => errors ?? [],
  );
  const scope = await scopeOf(run, response, rules);
  const { error, rule } = readRefusal(run, rules, scope);
  run.hasRule = rule !== undefined;
  const redirectTo = rule && evaluate(rule.redirectTo, scope);
  if (typeof redirectTo !== 'string') {
    throw isDecisive(run, step, response, rule && error) ? exchange.refused(error) : error;
  }
  const { href } = resolveUrl(run.baseUrl, redirectTo);
  await navigate(run, { url: href, method: 'GET', fields: {} });
}

/**
 * Returns true if a failed response says that the change was not made. After an earlier request that may have made
 * it, a status says nothing of it, and a rule for a GET only if its error kind is about what was asked: a session
 * that has just ended is no reason to believe that new recovery codes were not made.
 *
 * @param matched The error of the rule that matches the response
 */
function isDecisive(
  run: OperationRun,
  step: RequestStep,
  response: ParsedResponse,
  matched: MfaError | undefined,
): boolean {
  const { followsChange } = run.exchange;
  if (!matched) return isRefusalStatus(response) && !followsChange;
  return (
    !followsChange || mayChange(run, step) || ERROR_KINDS[matched.kind].refusesRequest === true
  );
}

/** An empty body is allowed here; the result parser decides whether one is required. */
function requireJson(operation: MfaOperation, response: ParsedResponse, mappings: unknown): void {
  const { instead, status } = response;
  if (instead === undefined || instead === 'no body' || !readsBody(mappings)) return;
  const message = `${operation} received ${instead} instead of JSON.`;
  throw new MfaError('unexpected', message, { status });
}

/** Without a `success` that proves it, an object shows that a person is signed in only by what is read from it. */
function requireTokens(
  { operation, described: { tokens, capture, result } }: OperationRun,
  { body }: ParsedResponse,
  found: Captured,
): void {
  if (!tokens || !OPERATIONS[operation].signsIn || typeof body !== 'object') return;
  if (Object.keys(textsOf(found)).length > 0 || findsAny([capture, result], body)) return;
  throw new MfaError('unexpected', `${operation}: none of its "tokens" is in the response.`);
}

async function leave(run: OperationRun): Promise<void> {
  const { baseUrl, definition, described, variables } = run;
  const isForm = described.form !== undefined;
  const [method, template] = isForm
    ? splitRequest(described.form)
    : ['GET', described.navigate ?? ''];
  const names = [...uriTemplateNames(template), ...templateNames(described.body)];
  const values = await run.exchange.until(variables.ask(names));
  // The fields of a form may include a code or a password, so its origin is checked.
  const url = isForm
    ? requestUrl(baseUrl, definition, template, values)
    : expandUrl(baseUrl, template, values);
  const body = described.body === undefined ? {} : fillBody(described.body, values);
  await navigate(run, {
    url: url.href,
    method: method === 'POST' ? 'POST' : 'GET',
    fields: fieldsOf(body),
  });
}

/** Does not settle while the page is being left. */
async function navigate(
  { operation, exchange, page }: OperationRun,
  departure: Departure,
): Promise<never> {
  if (page.leave?.(departure)) await exchange.untilStillHere();
  throw new MfaError('redirect-required', `${operation} continues on another page.`);
}

async function scopeOf(
  run: OperationRun,
  response: ParsedResponse,
  templates: unknown,
): Promise<Scope> {
  const values = await run.exchange.until(run.variables.ask(templateNames(templates)));
  return { response, root: response.body, values };
}
