import { parseOtpauthUri } from '../otpauth-uri.js';
import type { CodeDiagnosis, RefusedCode } from './code-diagnosis.js';
import { isOneTypoAway } from './is-one-typo-away.js';
import { nearestDistance } from './nearest-distance.js';
import { oneTimeCodes } from './one-time-codes.js';

/** Time steps. Within this distance a match is certain, and a code that is behind was only late. */
const NEAR = 2;
/** Time steps. Within this distance a code with a typo is recognized. */
const TYPO_REACH = 1;
/** Clocks are wrong by minutes, or are set by hand to another time zone or half of the day. */
const REACH_SECONDS = 14 * 3600;
/** 14 hours of the usual 30 seconds. A shorter period must not make chance matches likelier. */
const REACH_STEPS = 1680;
/** Milliseconds. `Date` has whole seconds, and the server looked at the code before its response arrived. */
const TIME_ERROR = 5000;

/**
 * Diagnoses why a code was refused during an enrollment, while the page knows the secret. The diagnosis
 * happens on this device; nothing is sent or stored. This module includes the hashes (6 kB): load it
 * when a code was refused.
 *
 * The first rule that matches decides:
 *
 * 1. The code was refused just before, or was valid and refused earlier: `reused`, unless `other-secret`
 *    is certain already.
 * 2. It is the code of a step at most 2 from now. The current step: `other-secret` if that is certain (see
 *    below), else `unexplained`. A step behind: `just-expired`, or `clock-off` if the code before it was late too.
 *    A step ahead: `clock-off`.
 * 3. It does not have this account's length, or is one typo away from the code of the current step or
 *    of an adjacent one: `mistyped`.
 * 4. It is the code of another step within 14 hours, the nearest first: `clock-off`.
 * 5. Otherwise: `other-account`.
 *
 * A code of six digits that is unrelated to the secret matches by chance in 5 of a million cases at
 * rule 2, in 176 at rule 3 (3 codes × (54 other digits + 4.5 swaps)) and in 3,356 at rule 4 (0.34 per
 * cent; only whole and half hours ± 10 minutes would leave 0.24, and miss the clocks in between). That
 * is why 3 precedes 4: in the other order 3,356 of a million mistyped codes would be blamed on the
 * clock, and in this order 176 of a million codes of a wrong clock are blamed on a typo. It is also why
 * 2 precedes 3: it misleads 5 of a million mistyped codes, while 3 before 2 would mislead 117 or 176 of
 * a million late ones.
 *
 * The server expects the code of another secret if it refused two different codes of the current step, or
 * one of the current step by the server's own clock. One code by the clock of this device proves too
 * little: the server may be in the next step or the one before. So may it within 5 seconds of either end of
 * a step by its own clock, since its `Date` has whole seconds and the network takes time. A code that it
 * refuses because it was used is the same code, and counts once. A server with a clock of its own for
 * codes, or with another hash than its URI says, refuses them too: the claim still holds, and a new QR code
 * does no harm.
 *
 * @throws RangeError if the URI is not valid (see {@link parseOtpauthUri}).
 */
export async function diagnoseCode(refused: RefusedCode): Promise<CodeDiagnosis> {
  const { code, otpauthUri, at, isServerTime, previous } = refused;
  if (code === previous?.code || code === previous?.valid) {
    // What is certain stays so.
    return previous.diagnosis.kind === 'other-secret' ? previous.diagnosis : { kind: 'reused' };
  }

  const account = parseOtpauthUri(otpauthUri);
  const codeOf = oneTimeCodes(account);
  const now = Math.floor(at / 1000 / account.period);
  const codeAt = (distance: number) => codeOf(now + distance);
  const isCodeAt = (distance: number) => codeAt(distance) === code;
  const clockOff = (distance: number): CodeDiagnosis => {
    const minutes = Math.max(1, Math.round((Math.abs(distance) * account.period) / 60));
    return { kind: 'clock-off', minutes: Math.sign(distance) * minutes };
  };

  const near = await nearestDistance(0, NEAR, isCodeAt);
  if (near === 0) {
    const period = account.period * 1000;
    const sinceStep = at - now * period;
    const isInside = sinceStep >= TIME_ERROR && sinceStep <= period - TIME_ERROR;
    const isCertain = previous?.valid !== undefined || (isServerTime && isInside);
    return { kind: isCertain ? 'other-secret' : 'unexplained' };
  }
  if (near !== undefined) {
    const isLateOnce = near < 0 && !wasLate(previous?.diagnosis);
    return isLateOnce ? { kind: 'just-expired' } : clockOff(near);
  }

  const isOfLength = code.length === account.digits && isDigits(code);
  const isTypoAt = (distance: number) => isOneTypoAway(code, codeAt(distance));
  if (!isOfLength || (await nearestDistance(0, TYPO_REACH, isTypoAt)) !== undefined) {
    return { kind: 'mistyped' };
  }

  const reach = Math.min(REACH_STEPS, Math.ceil(REACH_SECONDS / account.period));
  const far = await nearestDistance(NEAR + 1, reach, isCodeAt);
  return far === undefined ? { kind: 'other-account' } : clockOff(far);
}

/** An expression would keep the code as its last match while the search goes on. */
const isDigits = (code: string): boolean =>
  Array.from(code).every((character) => character >= '0' && character <= '9');

/** Returns whether the previous code was late too: two late codes in a row mean a slow clock. */
function wasLate(diagnosis: CodeDiagnosis | undefined): boolean {
  return (
    diagnosis?.kind === 'just-expired' || (diagnosis?.kind === 'clock-off' && diagnosis.minutes < 0)
  );
}
