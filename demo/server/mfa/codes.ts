import { verify } from 'otplib';

/**
 * The tolerance in seconds, past and future (RFC 6238 section 5.2). It accepts the current code, the one
 * before it (it changed while the user was typing) and, in the last 5 seconds of the current one, the next
 * code (the phone's clock is ahead).
 */
const TOLERANCE: [past: number, future: number] = [30, 5];

/**
 * The time step (RFC 6238) of a code, or undefined if the code is wrong. The caller stores the step to make
 * sure that the code counts once (Authenticators.consume).
 *
 * @param typed Six digits; spaces and hyphens between them are ignored.
 */
export async function timeStepOf(
  secret: string,
  typed: string,
  now: Date,
): Promise<number | undefined> {
  const token = typed.replace(/[\s-]/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: TOLERANCE });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
