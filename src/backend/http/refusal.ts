import { ERROR_KINDS } from '../error-kinds.js';
import { fittingKind } from '../fitting-kind.js';
import { DEFAULT_WAIT, MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import { textOf } from '../text-of.js';
import { kindOfResponse, type RefusedOperation } from './response-kind.js';
import type { ParsedResponse } from './response.js';

/** Values of a failed response, from where its backend puts them. They are not validated yet. */
export interface StatedRefusal {
  /** `undefined` if it says no kind that is known. */
  readonly kind: MfaErrorKind | undefined;
  /** Whole seconds. */
  readonly retryAfter: number | undefined;
  /** Not a number if it does not say. */
  readonly attemptsLeft: number | undefined;
  readonly stepUp: unknown;
}

/**
 * Returns the error of a failed response: of the kind that it states, else by what it is of itself.
 *
 * The message names the operation, the status and the type of the document. It holds nothing of the response itself
 * (C4).
 *
 * @param advice Ends the message.
 */
export function refusal(
  asked: RefusedOperation,
  response: ParsedResponse,
  stated: StatedRefusal,
  advice = '',
): MfaError {
  const { status, instead, clockSkew } = response;
  const kind =
    stated.kind === undefined
      ? kindOfResponse(asked, response)
      : fittingKind(stated.kind, asked.sent);
  // An opaque redirect hides its status and shows 0 in its place.
  const came = status === 0 ? 'a hidden status' : `status ${status}`;
  const withWhat = instead === undefined ? '' : ` with ${instead}`;
  const message = `${asked.operation}: the response has ${came}${withWhat}.${advice}`;
  const { retryAfter = kind === 'rate-limited' ? DEFAULT_WAIT : undefined, attemptsLeft } = stated;
  return new MfaError(kind, message, {
    retryAfter: ERROR_KINDS[kind].waits && retryAfter,
    attemptsLeft,
    stepUp: kind === 'step-up-required' ? proofsIn(stated.stepUp) : undefined,
    clockSkew,
    status: status || undefined,
  });
}

/** Returns a count in a response, which may be a text; not a number if it is none. */
export function readCount(value: unknown): number {
  const text = textOf(value) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
}

function proofsIn(stated: unknown): StepUpProof[] | undefined {
  if (!Array.isArray(stated)) return undefined;
  const proofs = (['password', 'code'] as const).filter((proof) => stated.includes(proof));
  return proofs.length > 0 ? proofs : undefined;
}
