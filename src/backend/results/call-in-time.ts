import type { MfaOperation } from '../backend.js';
import { firstSignal } from '../http/first-signal.js';
import { untilAborted } from '../http/until-aborted.js';
import { MfaError } from '../mfa-error.js';
import { unknownOutcome } from '../unknown-outcome.js';

/**
 * Milliseconds for an operation of a custom backend (C52). They are more than those of a definition, because the
 * page may ask the user something meanwhile.
 */
export const CUSTOM_TIMEOUT = 60_000;

/**
 * Calls an operation of a custom backend, with a signal that is aborted when its time is over.
 *
 * @throws MfaError `timeout` if it does not settle in {@link CUSTOM_TIMEOUT}; `unknown-outcome` after a change.
 */
export async function callInTime<Result>(
  operation: MfaOperation,
  call: (signal: AbortSignal) => Promise<Result>,
  callerSignal?: AbortSignal,
): Promise<Result> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    const late = new MfaError(
      'timeout',
      `${operation} of the custom backend did not settle in time.`,
    );
    limit.abort(unknownOutcome(operation, late));
  }, CUSTOM_TIMEOUT);
  const signal = callerSignal ? firstSignal([callerSignal, limit.signal]) : limit.signal;
  try {
    return await untilAborted(call(signal), signal);
  } finally {
    clearTimeout(timer);
  }
}
