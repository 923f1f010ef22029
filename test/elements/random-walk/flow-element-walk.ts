import type { LitElement } from 'lit';
import type { Authenticator, MfaOperation } from '../../../src/backend/backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import type { OperationInput } from '../../../src/backend/operations.js';
// Loaded on demand: a walk, in which the time flies, does not wait for the network.
import '../../../src/backend/results/enrollment-secret.js';
import '../../../src/elements/qr-code/qrcode.js';
import '../../../src/otp/diagnosis/diagnose-code.js';
import type { Secret } from '../../flow/random-walk/walked-flows.js';
import { HeldBackend, type HeldRequest } from '../../support/held-backend.js';
import { loadLateModules } from '../../support/late-modules.js';
import { allElements } from '../../support/page.js';
import { randomError, randomResult } from '../../support/random-answers.js';
import type { RandomChoice } from '../../support/random-choice.js';
import { blur, ElementWalk, type Act } from './element-walk.js';
import { FlowModels } from './flow-models.js';
import { PageOfAuthor } from './page-of-author.js';
import { Person } from './person.js';
import { changes, mainParts, wrongSigns } from './rules.js';
import { isFlowTag, SCREENS, type FlowTag, type Screen } from './screens.js';

/**
 * A random walk through one element with a flow, beside a server that answers when and as it likes, and the
 * pure flow as the model.
 */
export class FlowElementWalk extends ElementWalk {
  protected override readonly settings = {
    issuer: ['ProfiPortaal', undefined],
    account: ['klant@voorbeeld.nl', undefined],
    helpUrl: ['/hulp', undefined],
    signInUrl: ['/inloggen', undefined],
    successUrl: ['/portaal', undefined],
    rememberDevice: [true, false],
    cancelable: [true, false],
    messages: [{ 'button.cancel': 'Terug' }, undefined],
  };
  readonly #server = new HeldBackend();
  readonly #models = new FlowModels();
  readonly #person: Person;
  /** The number of requests that were checked. */
  #checked = 0;

  private constructor(page: PageOfAuthor<LitElement>, random: RandomChoice) {
    super(page, random);
    this.#person = new Person(page, random);
    Object.assign(page.element, { backend: this.#server.backend, cancelable: random.oneIn(2) });
  }

  static async start(tag: FlowTag, random: RandomChoice): Promise<FlowElementWalk> {
    await loadLateModules(tag);
    const element = document.createElement(tag) as LitElement;
    const walk = new FlowElementWalk(await PageOfAuthor.open(element), random);
    await walk.settle();
    walk.#checked = walk.#server.requested.length;
    return walk;
  }

  override async end(): Promise<void> {
    await super.end();
    this.#models.stop();
  }

  protected override use(): Act {
    const { open, waiting } = this.#server;
    // An element that waits for a response has little else to offer.
    if (open.length > 0 && this.random.below(5) < 2) return this.#answer(this.random.of(open));
    if (waiting.length > 0 && this.random.oneIn(8)) return this.#answer(this.random.of(waiting));
    return this.random.oneIn(80) ? this.#replaceBackend() : this.#person.act();
  }

  protected override check(act: Act): void {
    const steps = this.#flowElements.map((it) => this.#models.stateOf(it).step);
    this.acts.push(`→ ${steps.join(', ')}`);
    for (const element of this.#flowElements) this.#checkStep(element);
    this.visited.add(this.#models.stateOf(this.element).step);
    const { requested } = this.#server;
    this.#checkRequests(act, requested.slice(this.#checked));
    this.#checked = requested.length;
  }

  protected override get holds(): readonly Secret[] {
    return this.#flowElements.flatMap((it) => this.#screenOf(it).holds ?? []);
  }

  protected override get isBusy(): boolean {
    const isDiagnosing = () =>
      this.#flowElements.some((it) => this.#models.stateOf(it).step === 'diagnosing');
    return super.isBusy || isDiagnosing();
  }

  protected override mayLackFocus(): boolean {
    return this.#flowElements.every((it) => this.#screenOf(it).isBare);
  }

  /** The elements with a flow, the walked one first. */
  get #flowElements(): LitElement[] {
    return allElements(this.element).filter((it): it is LitElement => isFlowTag(it.localName));
  }

  #answer(request: HeldRequest): Act {
    const { operation, isAborted } = request;
    const error = this.random.oneIn(2) ? errorOf(operation, this.random) : undefined;
    if (error) request.fail(error);
    else request.succeed(resultOf(request, this.random));
    const { kind = 'done', facts = {} } = error ?? {};
    const name = `${operation}: ${kind} ${JSON.stringify(facts)}${isAborted ? ', too late' : ''}`;
    return { actor: 'server', name, ...(!error && !isAborted && { done: operation }) };
  }

  #replaceBackend(): Act {
    blur();
    Object.assign(this.element, { backend: { ...this.#server.backend } });
    return { actor: 'page', name: 'sets another backend' };
  }

  #screenOf(element: LitElement): Screen {
    const screenOf = SCREENS[element.localName as FlowTag] as (state: object) => Screen;
    return screenOf(this.#models.stateOf(element));
  }

  #checkStep(element: LitElement): void {
    const state = this.#models.stateOf(element);
    const expected = this.#models.expected(element);
    const where = `"${state.step}" of ${element.localName}`;
    this.require(
      JSON.stringify(state) === JSON.stringify(expected),
      `the step is "${expected.step}", as the model says, not ${where}`,
    );
    const screen = this.#screenOf(element);
    this.requireNone(
      wrongSigns(element, screen),
      `the screen is that of ${where}, and not one with`,
    );
    const { buttons, headings } = mainParts(element);
    this.require(buttons <= 1, `${where} has one main button, not ${buttons}`);
    const least = screen.isBare ? 0 : 1;
    this.require(headings >= least && headings <= 1, `${where} has one heading, not ${headings}`);
  }

  #checkRequests({ actor, done }: Act, sent: readonly MfaOperation[]): void {
    const sentChanges = sent.filter(changes);
    const open = this.#server.open.filter(({ operation }) => changes(operation));
    this.require(open.length <= 1, 'one change is under way at most');
    this.require(sentChanges.length <= 1, 'an act sends one change at most');
    // The person has asked for what follows a proof.
    if (actor === 'person' || done === 'stepUp') return;
    // An enrollment starts as soon as it shows.
    const unasked = sentChanges.filter((operation) => operation !== 'startEnrollment');
    this.requireNone(unasked, 'no change is sent without an act of the person');
  }
}

/** Returns what a server may say, of the app that it was asked about. */
function resultOf({ operation, input }: HeldRequest, random: RandomChoice): unknown {
  const result = randomResult(operation, random);
  if (operation !== 'renameAuthenticator') return result;
  const { authenticatorId } = input as OperationInput<'renameAuthenticator'>;
  return { ...(result as Authenticator), id: authenticatorId };
}

/** Returns any error; more often than others the one after which an element has to look up what is true. */
function errorOf(operation: MfaOperation, random: RandomChoice): MfaError {
  if (changes(operation) && random.oneIn(6))
    return new MfaError('unknown-outcome', 'The server of the walk is silent.');
  const error = randomError(random);
  // What changes nothing has no outcome.
  return error.kind === 'unknown-outcome' && !changes(operation)
    ? new MfaError('unavailable', error.message, error.facts)
    : error;
}
