import type { MfaOperation } from '../backend.js';
import { MfaError, type StepUpProof } from '../mfa-error.js';
import {
  buildRequest,
  expandUrl,
  fieldsOf,
  resolveUrl,
  splitRequest,
  type BuiltRequest,
} from './build-request.js';
import type { Exchange } from './exchange.js';
import { findHolding } from './language/condition.js';
import type { BackendDefinition, OperationDefinition, RequestStep } from './language/definition.js';
import { readRefusal } from './language/error-rules.js';
import { evaluate, evaluateAll, readsBody } from './language/mapping.js';
import type { Scope, Values } from './language/scope.js';
import { fillBody, templateNames } from './language/template.js';
import { uriTemplateNames } from './language/uri-template.js';
import type { OperationVariables } from './language/variables.js';
import type { Memory } from './memory.js';
import type { Observer } from './observer.js';
import type { Departure, PageAccess } from './page-access.js';
import { NO_ANSWER, type Answer } from './read-answer.js';

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

/**
 * Does what an operation describes: its requests one after the other, or leaving the page.
 *
 * @returns What `result` makes of the last answer; still to be checked.
 * @throws MfaError as the error rules say.
 */
export async function runOperation(run: OperationRun): Promise<unknown> {
  const { operation, definition, described, memory } = run;
  await requireProof(run);
  const { steps = described.request === undefined ? [] : [described as RequestStep] } = described;
  const before = steps.length > 0 ? (definition.before ?? []) : [];
  let answer = NO_ANSWER;
  for (const step of [...before, ...steps]) answer = await runStep(run, step, answer);
  if (described.navigate !== undefined || described.form !== undefined) await leave(run);

  const { capture, tokens, result } = described;
  const scope = await scopeOf(run, answer, [capture, tokens, result]);
  requireJson(operation, answer, [capture, tokens, result]);
  memory.keep(evaluateAll(capture, scope), operation);
  handOver(run, evaluateAll(tokens, scope));
  return evaluate(result, scope);
}

/** The proofs that go along with the operation itself: without one, nothing is sent. */
async function requireProof({ operation, described, variables }: OperationRun): Promise<void> {
  const { requires } = described;
  if (!requires) return;
  const values = await variables.ask(requires);
  if (requires.some((proof) => values.get(proof) !== undefined)) return;
  throw proofRequired(operation, requires);
}

function proofRequired(operation: MfaOperation, stepUp: readonly StepUpProof[]): MfaError {
  return new MfaError('step-up-required', `${operation} needs one of: ${stepUp.join(', ')}.`, {
    stepUp,
  });
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
  if (isHome(baseUrl, request.url)) memory.keep(evaluateAll(definition.capture, scope), null);
  if (!isGood(step, scope)) await refuse(run, step, answer);
  if (step !== described) {
    requireJson(operation, answer, step.capture);
    const captured = evaluateAll(step.capture, scope);
    if (operation === 'startEnrollment') memory.keep(captured, operation);
    else run.variables.keep(captured);
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
  if (success === undefined) return !redirected && status >= 200 && status < 300;
  const holding = findHolding(success, scope);
  return holding !== undefined && (!redirected || holding.redirected === true);
}

/** @throws MfaError as the first error rule says that holds, unless that one leads to another page. */
async function refuse(run: OperationRun, step: RequestStep, answer: Answer): Promise<void> {
  const { operation, described, definition } = run;
  const rules = [step, described, definition].flatMap(({ errors }) => errors ?? []);
  const scope = await scopeOf(run, answer, rules);
  const { error, rule } = readRefusal(operation, rules, scope);
  run.hasRule = rule !== undefined;
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
  const { baseUrl, described, variables } = run;
  const [method, template] = described.form
    ? splitRequest(described.form)
    : ['GET', described.navigate ?? ''];
  const names = [...uriTemplateNames(template), ...templateNames(described.body)];
  const values = await run.exchange.until(variables.ask(names));
  const body = described.body === undefined ? {} : fillBody(described.body, values);
  await go(run, {
    url: expandUrl(baseUrl, template, values).href,
    method: method === 'POST' ? 'POST' : 'GET',
    fields: fieldsOf(body),
  });
}

/** Never comes back while the page is being left. */
async function go({ operation, exchange, page }: OperationRun, to: Departure): Promise<never> {
  if (page.leave?.(to)) return exchange.untilCalledOff();
  throw new MfaError('redirect-required', `${operation} goes on at another page.`);
}

function handOver(
  { operation, page }: OperationRun,
  tokens: readonly (readonly [name: string, value: unknown])[],
): void {
  if (tokens.length === 0) return;
  page.keepTokens?.(
    Object.fromEntries(tokens.map(([name, value]) => [name, String(value)])),
    operation,
  );
}

async function scopeOf(run: OperationRun, answer: Answer, asked: unknown): Promise<Scope> {
  const values = await run.exchange.until(run.variables.ask(templateNames(asked)));
  return { answer, root: answer.body, values };
}

function isHome(baseUrl: string, url: string): boolean {
  return new URL(url).origin === new URL(baseUrl).origin;
}
