import { verify } from 'otplib';

/**
 * Which codes count: the one on screen, the one before it (the person was typing when it changed)
 * and, in its last 5 seconds, the one that comes next (a phone that runs ahead). In seconds, past
 * and future (RFC 6238 section 5.2).
 */
const TOLERANCE: [past: number, future: number] = [30, 5];

/**
 * The time step (RFC 6238) whose code this is, or undefined when the code is wrong. Only says that
 * the code is right; that it counts once is for who stores the step (Authenticators.consume).
 *
 * @param typed Six digits; spaces and hyphens between them are left out.
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
