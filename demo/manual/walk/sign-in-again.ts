import { AROUND_CARD, NEXT_CODE, type Reader } from './reader.js';

/** Chapter `next`: password, then the code that the app shows now. Begins signed out. */
export async function signInWithCode(reader: Reader): Promise<void> {
  const { page } = reader;
  await reader.fillInPassword();
  await reader.picture('next.password', {
    marks: ['email', 'password', 'signIn'],
    around: [page.locator('#sign-in-form')],
  });
  await reader.press('signIn');
  await reader.wait(NEXT_CODE);
  await reader.type('code', reader.code);
  await reader.picture('next.code', {
    marks: ['code', 'remember', 'verify'],
    around: [reader.heading('challenge.code.heading'), await reader.find('useRecoveryCode')],
    room: AROUND_CARD,
  });
  await reader.press('verify');
  await reader.reachOverview();
}

/** Chapter `lost`: a recovery code in place of the phone. Begins signed out. */
export async function signInWithRecoveryCode(reader: Reader, recoveryCode: string): Promise<void> {
  await reader.signIn();
  await reader.picture('lost.choose', {
    marks: ['useRecoveryCode'],
    around: [reader.heading('challenge.code.heading'), await reader.find('useRecoveryCode')],
    room: AROUND_CARD,
  });
  await reader.press('useRecoveryCode');
  await reader.type('recoveryCode', recoveryCode);
  await reader.picture('lost.recoveryCode', {
    marks: ['recoveryCode', 'verifyRecoveryCode'],
    around: [
      reader.heading('challenge.recovery-code.heading'),
      await reader.find('verifyRecoveryCode'),
    ],
    room: AROUND_CARD,
  });
  await reader.press('verifyRecoveryCode');
  await reader.reachOverview();
}
