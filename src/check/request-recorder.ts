import type { MfaErrorKind } from '../backend/mfa-error.js';
import { describeShape, isPlainKey } from '../backend/development/describe-shape.js';
import { diagnose } from '../backend/development/diagnose.js';
import { suggestRule } from '../backend/development/suggest-rule.js';
import { kindOfStatus } from '../backend/definition/error-rules.js';
import type { ObservedExchange, ObservedOperation, Observer } from '../backend/http/observer.js';
import { parseUrl } from '../backend/urls.js';
import type { SentRequest } from './row.js';

/** What is remembered of one thing that was asked. Nothing that went over the line is in it. */
export interface Testimony {
  readonly requests: readonly SentRequest[];
  readonly hints: readonly string[];
  /** Whether an error rule of the definition matched; `true` when all went well. */
  readonly hasRule: boolean;
  /** An error rule for the last answer, with this kind; `undefined` when a rule would not help. */
  readonly rule: ((kind: MfaErrorKind | undefined) => string) | undefined;
  /** Where the page would have been left for. */
  readonly leftFor: string | undefined;
  /** Variables that only a page can give, that were asked for and are not there. */
  readonly missing: readonly string[];
}

/**
 * Looks along with every request of a walk and keeps what may be told about it: which request, which
 * status, and what the answer looks like. An answer itself is let go when its operation has ended.
 */
export class Witness implements Observer {
  readonly #origin: string;
  #requests: SentRequest[] = [];
  #last: ObservedExchange | undefined;
  #hints: readonly string[] = [];
  #hasRule = true;
  #rule: Testimony['rule'];
  #leftFor: string | undefined;
  readonly #missing = new Set<string>();
  #wasReached = false;
  #hasTried = false;

  /** @param origin That of the base URL, which the page is thought to be on. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Whether the server ever answered. */
  get wasReached(): boolean {
    return this.#wasReached;
  }

  /** Whether anything was sent. */
  get hasTried(): boolean {
    return this.#hasTried;
  }

  exchanged(exchange: ObservedExchange): void {
    const { step, answer } = exchange;
    this.#hasTried = true;
    this.#last = exchange;
    this.#wasReached ||= answer !== undefined;
    this.#requests.push({
      request: step.request,
      status: answer?.status ?? null,
      shape: answer ? (answer.instead ?? describeShape(answer.body)) : 'no answer',
    });
  }

  ended(ended: ObservedOperation): void {
    const answer = this.#last?.answer;
    this.#hasRule = ended.hasRule;
    this.#hints = diagnose(this.#last, ended, this.#origin)
      // The rule to paste is told by itself.
      .filter(({ id }) => id !== 'no-rule')
      .map(({ sign, found, remedy }) => `${sign} (${found}) ${remedy}`);
    if (answer && !answer.redirected && kindOfStatus(answer.status) === 'unexpected') {
      const suggested = suggestRule(answer.status, answer.body);
      this.#rule = (kind) =>
        kind ? suggested.replace('"kind": "…"', `"kind": "${kind}"`) : suggested;
    }
    this.#last = undefined;
  }

  /** The page would be left. Of an address that a server gave, only what is no value is kept. */
  leaves(url: string): void {
    const { origin, pathname } = parseUrl(url, this.#origin) ?? new URL(this.#origin);
    const segments = pathname.split('/').map((part) => (part && !isPlainKey(part) ? '…' : part));
    this.#leftFor = origin + segments.join('/');
  }

  /** A variable was asked for that only a page can give. */
  misses(name: string): void {
    this.#missing.add(name);
  }

  /** What was seen since the last time, which is then forgotten. */
  take(): Testimony {
    const taken: Testimony = {
      requests: this.#requests,
      hints: this.#hints,
      hasRule: this.#hasRule,
      rule: this.#rule,
      leftFor: this.#leftFor,
      missing: [...this.#missing],
    };
    this.#requests = [];
    this.#hints = [];
    this.#hasRule = true;
    this.#rule = undefined;
    this.#leftFor = undefined;
    this.#missing.clear();
    return taken;
  }
}
