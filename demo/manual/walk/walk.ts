import { moveToAnotherApp, openProfile, renewRecoveryCodes } from './change-profile.js';
import { linkAnApp, linkOnThePhone } from './link-an-app.js';
import { COMPUTER, PHONE, Reader, type WalkOptions } from './reader.js';
import type { Recording } from './recording.js';
import { signInWithCode, signInWithRecoveryCode } from './sign-in-again.js';

/**
 * Walks the portal as the manual tells it, and takes its pictures on the way.
 *
 * @throws {ManualError} when something that the manual names is no longer there.
 */
export async function walk(options: WalkOptions): Promise<Recording> {
  const desk = await Reader.arrive(options, COMPUTER);
  const { code, recoveryCode } = await linkAnApp(desk);
  await desk.signOut();
  await signInWithCode(desk);
  await desk.signOut();
  await signInWithRecoveryCode(desk, recoveryCode);
  await openProfile(desk);
  await renewRecoveryCodes(desk);
  await moveToAnotherApp(desk);
  await desk.leave();

  const phone = await Reader.arrive(options, PHONE);
  await linkOnThePhone(phone);
  await phone.leave();

  return {
    pictures: new Map([...desk.pictures, ...phone.pictures]),
    found: new Map([...phone.found, ...desk.found]),
    complaints: [...desk.complaints, ...phone.complaints],
    code,
  };
}
