import type { MfaErrorKind } from '../backend/mfa-error.js';
import { describeShape, isPlainKey } from '../backend/development/describe-shape.js';
import { diagnose } from '../backend/development/diagnose.js';
import { suggestRule } from '../backend/development/suggest-rule.js';
import { kindOfStatus } from '../backend/http/response-kind.js';
import type { ObservedExchange, ObservedOperation, Observer } from '../backend/http/observer.js';
import { parseUrl } from '../backend/urls.js';

/** One request, and its response. Holds none of the values that were sent. */
export interface SentRequest {
  /** As in the definition, with its variables not filled in. */
  readonly request: string;
  /** `null` if no response came. */
  readonly status: number | null;
  /** The structure of the body with every value masked, or what came in place of JSON. */
  readonly shape: string;
}

/** The recorded requests of one step. Contains none of the values that were sent. */
export interface RecordedRequests {
  readonly requests: readonly SentRequest[];
  readonly hints: readonly string[];
  /** `true` if an error rule of the definition matched, or there was no error. */
  readonly hasRule: boolean;
  /** Makes an error rule for the last response, with this kind; `undefined` if a rule would not help. */
  readonly rule: ((kind: MfaErrorKind | undefined) => string) | undefined;
  /** The URL that the page would have been left for. */
  readonly leftFor: string | undefined;
  /** The variables that were read, that only a page has, and that were not given. */
  readonly missing: readonly string[];
}

/**
 * Records of every request what may be reported: the request as in the definition, the status, and the
 * structure of the response. Drops the response itself when its operation has ended.
 */
export class RequestRecorder implements Observer {
  readonly #origin: string;
  #requests: SentRequest[] = [];
  #last: ObservedExchange | undefined;
  #hints: readonly string[] = [];
  #hasRule = true;
  #rule: RecordedRequests['rule'];
  #leftFor: string | undefined;
  readonly #missing = new Set<string>();
  #wasReached = false;
  #hasTried = false;

  /** @param origin The origin of the base URL, and so of the page. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** `true` once a response has come. */
  get wasReached(): boolean {
    return this.#wasReached;
  }

  /** `true` once a request was sent. */
  get hasTried(): boolean {
    return this.#hasTried;
  }

  exchanged(exchange: ObservedExchange): void {
    const { step, response } = exchange;
    this.#hasTried = true;
    this.#last = exchange;
    this.#wasReached ||= response !== undefined;
    this.#requests.push({
      request: step.request,
      status: response?.status ?? null,
      shape: response ? (response.instead ?? describeShape(response.body)) : 'no response',
    });
  }

  ended(ended: ObservedOperation): void {
    const response = this.#last?.response;
    this.#hasRule = ended.hasRule;
    this.#hints = diagnose(this.#last, ended, this.#origin)
      // The report shows the rule by itself.
      .filter(({ id }) => id !== 'no-rule')
      .map(({ sign, found, remedy }) => `${sign} (${found}) ${remedy}`);
    if (response && !response.redirected && kindOfStatus(response.status) === 'unexpected') {
      const suggested = suggestRule(response.status, response.body);
      this.#rule = (kind) =>
        kind ? suggested.replace('"kind": "…"', `"kind": "${kind}"`) : suggested;
    }
    this.#last = undefined;
  }

  /** Records that the page would be left. Masks the values in the URL, which may come from the server. */
  setLeftFor(url: string): void {
    const { origin, pathname } = parseUrl(url, this.#origin) ?? new URL(this.#origin);
    const segments = pathname.split('/').map((part) => (part && !isPlainKey(part) ? '…' : part));
    this.#leftFor = origin + segments.join('/');
  }

  /** Records that a variable was read that only a page has. */
  addMissing(name: string): void {
    this.#missing.add(name);
  }

  /** Returns what was recorded since the last call, and forgets it. */
  take(): RecordedRequests {
    const taken: RecordedRequests = {
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
