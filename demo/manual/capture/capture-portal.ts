import type { Capture } from './capture.js';
import { moveToAnotherApp, openProfile, replaceRecoveryCodes } from './change-profile.js';
import { linkAnApp, linkOnThePhone } from './link-an-app.js';
import { type CaptureOptions, COMPUTER, PHONE, PortalDriver } from './portal-driver.js';
import { signInWithCode, signInWithRecoveryCode } from './sign-in-again.js';

/**
 * Performs every step of the manual in the running portal and takes the pictures.
 *
 * @throws {ManualError} If a control that the manual names is not on the page.
 */
export async function capturePortal(options: CaptureOptions): Promise<Capture> {
  const computer = await PortalDriver.open(options, COMPUTER);
  const { code, recoveryCode } = await linkAnApp(computer);
  await computer.signOut();
  await signInWithCode(computer);
  await computer.signOut();
  await signInWithRecoveryCode(computer, recoveryCode);
  await openProfile(computer);
  await replaceRecoveryCodes(computer);
  await moveToAnotherApp(computer);
  await computer.close();

  const phone = await PortalDriver.open(options, PHONE);
  await linkOnThePhone(phone);
  await phone.close();

  return {
    pictures: new Map([...computer.pictures, ...phone.pictures]),
    controls: new Map([...phone.controls, ...computer.controls]),
    problems: [...computer.problems, ...phone.problems],
    code,
  };
}
