import { parseOtpauthUri } from '../otpauth-uri.js';
import type { CodeDiagnosis, RefusedCode } from './code-diagnosis.js';
import { isOneSlipAway } from './is-one-slip-away.js';
import { nearestDistance } from './nearest-distance.js';
import { oneTimeCodes } from './one-time-codes.js';

/** Steps behind at which somebody only was late, and around now at which a match needs no doubt. */
const NEAR = 2;
/** Steps from now at which a code with a slip in it is recognized. */
const SLIP = 1;
/** Clocks are wrong by minutes, or set by hand to the time of another zone or half of the day. */
const REACH_SECONDS = 14 * 3600;
/** 14 hours of the usual 30 seconds; a shorter period must not make chance matches likelier. */
const REACH_STEPS = 1680;

/**
 * Why a code was refused during an enrollment, when the page knows the secret. It is worked out
 * here, on this device; nothing is sent or kept. This module brings the hashes along (6 kB): load
 * it when a code has been refused.
 *
 * The first of these that holds:
 *
 * 1. It is the code that was refused just before: `reused`.
 * 2. It is the code of a step at most 2 from now. Now: `unexplained`. Behind: `just-expired`, but
 *    `clock-off` when the code before it was late too. Ahead: `clock-off`.
 * 3. It is no code of this account's length, or one slip away from the code of now or of a neighbor
 *    in time: `mistyped`.
 * 4. It is the code of another step within 14 hours, the nearest first: `clock-off`.
 * 5. None: `other-account`.
 *
 * A code of six digits that has nothing to do with the secret passes for another by chance in 5 of
 * a million cases at 2, in 176 at 3 (3 codes × (54 other digits + 4.5 swaps)) and in 3,356 at 4 (0.34
 * per cent; to look at whole and half hours ± 10 minutes only would leave 0.24, and miss the clocks
 * in between). That is why 3 precedes 4: the other way round 3,356 of a million mistyped codes would
 * be blamed on the clock, and this way 176 of a million codes of a wrong clock on the finger. And why
 * 2 precedes 3: it misleads 5 of a million mistyped codes, where 3 before it would mislead 117 or
 * 176 of a million late ones.
 *
 * @throws RangeError when the URI is not one (see {@link parseOtpauthUri}).
 */
export async function diagnoseCode(refused: RefusedCode): Promise<CodeDiagnosis> {
  const { code, otpauthUri, at, previous } = refused;
  if (code === previous?.code) return { kind: 'reused' };

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
  if (near === 0) return { kind: 'unexplained' };
  if (near !== undefined) {
    const isLateOnce = near < 0 && !wasLate(previous?.diagnosis);
    return isLateOnce ? { kind: 'just-expired' } : clockOff(near);
  }

  const isOfLength = code.length === account.digits && /^\d+$/.test(code);
  const isSlipAt = (distance: number) => isOneSlipAway(code, codeAt(distance));
  if (!isOfLength || (await nearestDistance(0, SLIP, isSlipAt)) !== undefined) {
    return { kind: 'mistyped' };
  }

  const reach = Math.min(REACH_STEPS, Math.ceil(REACH_SECONDS / account.period));
  const far = await nearestDistance(NEAR + 1, reach, isCodeAt);
  return far === undefined ? { kind: 'other-account' } : clockOff(far);
}

/** Whether a code came too late before: who is late twice, with another code, has a slow clock. */
function wasLate(diagnosis: CodeDiagnosis | undefined): boolean {
  return (
    diagnosis?.kind === 'just-expired' || (diagnosis?.kind === 'clock-off' && diagnosis.minutes < 0)
  );
}
