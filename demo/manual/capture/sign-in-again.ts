import { AROUND_CARD, NEXT_CODE, type PortalDriver } from './portal-driver.js';

/** Captures chapter `next`: signs in with the password and a code. Starts signed out. */
export async function signInWithCode(driver: PortalDriver): Promise<void> {
  const { page } = driver;
  await driver.fillInPassword();
  await driver.picture('next.password', {
    marks: ['email', 'password', 'signIn'],
    around: [page.locator('#sign-in-form')],
  });
  await driver.press('signIn');
  await driver.wait(NEXT_CODE);
  await driver.type('code', driver.code);
  await driver.picture('next.code', {
    marks: ['code', 'remember', 'verify'],
    around: [driver.heading('challenge.code.heading'), await driver.find('useRecoveryCode')],
    room: AROUND_CARD,
  });
  await driver.press('verify');
  await driver.reachOverview();
}

/** Captures chapter `lost`: signs in with a recovery code. Starts signed out. */
export async function signInWithRecoveryCode(
  driver: PortalDriver,
  recoveryCode: string,
): Promise<void> {
  await driver.signIn();
  await driver.picture('lost.choose', {
    marks: ['useRecoveryCode'],
    around: [driver.heading('challenge.code.heading'), await driver.find('useRecoveryCode')],
    room: AROUND_CARD,
  });
  await driver.press('useRecoveryCode');
  await driver.type('recoveryCode', recoveryCode);
  await driver.picture('lost.recoveryCode', {
    marks: ['recoveryCode', 'verifyRecoveryCode'],
    around: [
      driver.heading('challenge.recovery-code.heading'),
      await driver.find('verifyRecoveryCode'),
    ],
    room: AROUND_CARD,
  });
  await driver.press('verifyRecoveryCode');
  await driver.reachOverview();
}
