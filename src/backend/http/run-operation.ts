import type { MfaOperation } from '../backend.js';
import { MfaError } from '../mfa-error.js';
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
import { readRefusal } from '../definition/error-rules.js';
import { evaluate, evaluateAll, readsBody } from '../definition/mapping.js';
import type { Scope, Values } from '../definition/scope.js';
import { fillBody, templateNames } from '../definition/template.js';
import { uriTemplateNames } from '../definition/uri-template.js';
import type { OperationVariables } from '../definition/variables.js';
import { MAY_ASK_NOTHING } from './may-ask-nothing.js';
import type { Captured, Memory } from './captured-values.js';
import type { Observer } from './observer.js';
import type { Departure, PageAccess } from './page-access.js';
import { requireProof } from './step-up-proof.js';
import { isOkStatus, NO_ANSWER, type Answer } from './response.js';

/** One run of an operation: everything that it needs, and whether its definition knew the answer. */
export interface OperationRun {
  readonly operation: MfaOperation;
  /** Absolute, without a slash at the end. */
  readonly baseUrl: string;
  readonly definition: BackendDefinition;
  readonly described: OperationDefinition<unknown>;
  readonly exchange: Exchange;
  readonly variables: OperationVariables;
  readonly memory: Memory;
  readonly page: PageAccess;
  readonly observers: readonly Observer[];
  /** No longer when an answer failed and no error rule matched it. */
  hasRule: boolean;
}

/** What came of an operation. */
export interface Outcome {
  readonly result: unknown;
  readonly captured: Captured;
  readonly tokens: Captured;
}

/**
 * Does what an operation describes: its requests one after the other, or leaving the page.
 *
 * @returns What the mappings make of the last answer; still to be checked, and kept nowhere yet.
 * @throws MfaError as the error rules say.
 */
export async function runOperation(run: OperationRun): Promise<Outcome> {
  const { operation, definition, described } = run;
  await requireProof(run);
  const { steps = described.request === undefined ? [] : [described as RequestStep] } = described;
  const before = steps.length > 0 ? (definition.before ?? []) : [];
  let answer = NO_ANSWER;
  for (const step of [...before, ...steps]) answer = await runStep(run, step, answer);
  if (described.navigate !== undefined || described.form !== undefined) await leave(run);
  if (answer === NO_ANSWER && !MAY_ASK_NOTHING.includes(operation)) {
    throw new MfaError(
      'misconfigured',
      `${operation} asked the server for nothing: see its "when".`,
    );
  }

  const { capture, tokens, result } = described;
  const scope = await scopeOf(run, answer, [capture, tokens, result]);
  requireJson(operation, answer, [capture, tokens, result]);
  return {
    result: evaluate(result, scope),
    captured: evaluateAll(capture, scope),
    tokens: evaluateAll(tokens, scope),
  };
}

/** @returns The answer; the one before it when the step was left out, or failed and may fail. */
async function runStep(run: OperationRun, step: RequestStep, previous: Answer): Promise<Answer> {
  if (step.when !== undefined) {
    const scope = await scopeOf(run, previous, step.when);
    if (!findHolding(step.when, scope)) return previous;
  }
  try {
    return await takeStep(run, step);
  } catch (error) {
    if (!step.optional || run.exchange.isOver) throw error;
    return previous;
  }
}

async function takeStep(run: OperationRun, step: RequestStep): Promise<Answer> {
  const { operation, baseUrl, definition, described, exchange, memory } = run;
  const [, path] = splitRequest(step.request);
  const asked = templateNames([definition.headers, definition.capture, step]);
  const values = await exchange.until(run.variables.ask([...uriTemplateNames(path), ...asked]));
  const request = buildRequest(baseUrl, definition, step, values);
  const answer = await observed(run, step, request, values);
  const scope: Scope = { answer, root: answer.body, values };
  if (request.isHome) memory.keep(evaluateAll(definition.capture, scope), null);
  if (!isGood(step, scope)) await refuse(run, step, answer);
  if (step !== described) {
    requireJson(operation, answer, step.capture);
    run.variables.keep(evaluateAll(step.capture, scope));
  }
  return answer;
}

/** Sends it, and tells whoever looks along. */
async function observed(
  { operation, definition, exchange, observers }: OperationRun,
  step: RequestStep,
  request: BuiltRequest,
  values: Values,
): Promise<Answer> {
  let answer: Answer | undefined;
  try {
    answer = await exchange.send(request);
    return answer;
  } finally {
    const missing = [...values].filter(([, value]) => value === undefined).map(([name]) => name);
    const { url, init } = request;
    const { credentials } = init;
    for (const observer of observers) {
      observer.exchanged?.({ definition, operation, step, url, credentials, missing, answer });
    }
  }
}

/** A redirect or a web page is good only where the definition says so. */
function isGood({ success }: RequestStep, scope: Scope): boolean {
  const { status, redirected } = scope.answer;
  if (success === undefined) return !redirected && isOkStatus(status);
  const holding = findHolding(success, scope);
  return holding !== undefined && (!redirected || holding.redirected === true);
}

/** @throws MfaError as the first error rule says that holds, unless that one leads to another page. */
async function refuse(run: OperationRun, step: RequestStep, answer: Answer): Promise<void> {
  const { operation, described, definition, exchange } = run;
  // What is refused ahead of an operation says nothing about what that one would have sent.
  const isBefore = definition.before?.includes(step);
  const rules = [step, ...(isBefore ? [] : [described]), definition].flatMap(
    ({ errors }) => errors ?? [],
  );
  const scope = await scopeOf(run, answer, rules);
  const { error, rule } = readRefusal(operation, rules, scope);
  run.hasRule = rule !== undefined;
  if (!rule && exchange.asksAfterChange) {
    throw new MfaError('unknown-outcome', `${error.message} Something was changed before it.`);
  }
  const redirectTo = rule && evaluate(rule.redirectTo, scope);
  if (typeof redirectTo !== 'string') throw error;
  const { href } = resolveUrl(run.baseUrl, redirectTo);
  await go(run, { url: href, method: 'GET', fields: {} });
}

/** "no body" may be all that a right code is answered with; the reader of the result decides. */
function requireJson(operation: MfaOperation, answer: Answer, mappings: unknown): void {
  const { instead, status } = answer;
  if (instead === undefined || instead === 'no body' || !readsBody(mappings)) return;
  const message = `${operation} was answered with ${instead} in place of JSON.`;
  throw new MfaError('unexpected', message, { status });
}

async function leave(run: OperationRun): Promise<void> {
  const { baseUrl, definition, described, variables } = run;
  const isForm = described.form !== undefined;
  const [method, template] = isForm
    ? splitRequest(described.form)
    : ['GET', described.navigate ?? ''];
  const names = [...uriTemplateNames(template), ...templateNames(described.body)];
  const values = await run.exchange.until(variables.ask(names));
  // Where fields go along, a code or a password may be among them.
  const url = isForm
    ? requestUrl(baseUrl, definition, template, values)
    : expandUrl(baseUrl, template, values);
  const body = described.body === undefined ? {} : fillBody(described.body, values);
  await go(run, {
    url: url.href,
    method: method === 'POST' ? 'POST' : 'GET',
    fields: fieldsOf(body),
  });
}

/** Never comes back while the page is being left. */
async function go({ operation, exchange, page }: OperationRun, to: Departure): Promise<never> {
  if (page.leave?.(to)) return exchange.untilCalledOff();
  throw new MfaError('redirect-required', `${operation} goes on at another page.`);
}

async function scopeOf(run: OperationRun, answer: Answer, asked: unknown): Promise<Scope> {
  const values = await run.exchange.until(run.variables.ask(templateNames(asked)));
  return { answer, root: answer.body, values };
}
