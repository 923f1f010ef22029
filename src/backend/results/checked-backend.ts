import type { AccountNames } from './account-names.js';
import { callInTime } from './call-in-time.js';
import { asChecked, isChecked } from './checked-operations.js';
import { parseResult } from './parse-result.js';
import { saysFailure } from './says-failure.js';
import { own } from '../own.js';
import type { MfaBackend, RequestOptions } from '../backend.js';
import { fittingKind } from '../fitting-kind.js';
import { MfaError } from '../mfa-error.js';
import { isRefusal, unknownOutcome } from '../unknown-outcome.js';
import { developmentHooks } from '../http/development-hooks.js';
import { OPERATION_NAMES, OPERATIONS } from '../operations.js';

type Call = (...given: unknown[]) => Promise<unknown>;

/**
 * Wraps a custom backend, so that its results are validated like those of any server: a malformed
 * result rejects with `unexpected` and never reaches an element (C54). After a change, a malformed result,
 * none in time, an error that is no `MfaError` or one that does not decide leaves the outcome unknown. What is
 * checked already is called as it is.
 *
 * @param names How the app shows the account, if the backend returns a secret without a URI.
 */
export function checkedBackend(backend: MfaBackend, names: AccountNames): MfaBackend {
  const offered = OPERATION_NAMES.filter((operation) => typeof backend[operation] === 'function');
  const operations = offered.map((operation) => {
    const { input: takesInput, takesProof, changes } = OPERATIONS[operation];
    const change = changes === 'never' ? 'read' : 'change';
    const asked = takesProof ? 'proof' : change;
    const perform: Call = (...given) => (backend[operation] as Call).call(backend, ...given);
    const call: Call = async (...given) => {
      if (isChecked(backend, operation)) return perform(...given);
      const input = takesInput ? given.slice(0, 1) : [];
      const { signal } = own((given[input.length] ?? {}) as RequestOptions);
      let hasResult = false;
      try {
        const inTime = async (limit: AbortSignal) => {
          const raw = await perform(...input, { signal: limit });
          hasResult = true;
          if (isNoResult(raw) || saysFailure(raw, asked)) {
            throw new MfaError(
              'unexpected',
              `${operation} resolved to a failure, not to its result.`,
            );
          }
          return parseResult(operation, raw, own({ ...names, input: readInput(input[0]) }));
        };
        return await callInTime(operation, inTime, signal);
      } catch (thrown) {
        if (signal?.aborted) throw thrown;
        const error = MfaError.from(thrown);
        const isNamed = error === thrown && !hasResult;
        if (isNamed && isRefusal(error)) throw fitting(error, readInput(input[0]));
        if (!isNamed) developmentHooks()?.observer.threw?.(operation, thrown);
        throw unknownOutcome(operation, error);
      }
    };
    return [operation, call] as const;
  });
  return own({
    ...asChecked(Object.fromEntries(operations)),
    ...(backend.capabilities && { capabilities: backend.capabilities }),
  });
}

/** The error with a kind that is true of what was sent. */
function fitting(error: MfaError, input: object): MfaError {
  const { message, facts, cause } = error;
  const kind = fittingKind(error.kind, [...Object.keys(input), ...(facts.stepUp ?? [])]);
  return kind === error.kind ? error : new MfaError(kind, message, facts, cause);
}

const readInput = (given: unknown): object =>
  typeof given === 'object' && given !== null ? given : {};

/** An error that was returned and not thrown, and a response of `fetch` that nobody has read: in any realm. */
const NO_RESULTS = ['[object Error]', '[object DOMException]', '[object Response]'];

/**
 * Returns true for the response of a client, such as axios, with a web page: the sign-in page that a redirect led to.
 * A getter is not read, because it may do anything.
 */
function holdsPage(raw: unknown): boolean {
  const data: unknown = Object.getOwnPropertyDescriptor(Object(raw), 'data')?.value;
  return typeof data === 'string' && /^\s*</.test(data);
}

const isNoResult = (raw: unknown): boolean =>
  NO_RESULTS.includes(Object.prototype.toString.call(raw)) || holdsPage(raw);
