import { coverQrCode } from './cover-qr-code.js';
import { AROUND_CARD, type Reader } from './reader.js';

/** So much that a step of the page shows with its number. */
const BESIDE_A_STEP = { x: 60, y: 18 };

/** Chapter `first`: sign in, link an app, keep the recovery codes. Ends in the portal. */
export async function linkAnApp(reader: Reader): Promise<{ code: string; recoveryCode: string }> {
  const { page } = reader;
  await reader.picture('first.signIn', {
    marks: ['email', 'password', 'signIn'],
    around: [page.locator('.sign-in-card')],
  });
  await reader.find('adviser');
  await reader.signIn();

  await reader.find('google');
  await reader.find('microsoft');
  await reader.scan();
  const uncover = await coverQrCode(await reader.find('qrCode'), reader.options.example);
  await reader.picture('first.scan', {
    marks: ['qrCode', 'byHand'],
    around: [
      reader.heading('enrollment.scan.heading'),
      await reader.find('qrCode'),
      await reader.find('byHand'),
    ],
    room: BESIDE_A_STEP,
  });
  await uncover();

  const { code } = reader;
  await reader.type('code', code);
  await reader.picture('first.verify', {
    marks: ['code', 'verify'],
    around: [reader.heading('enrollment.code.heading'), await reader.find('verify')],
    room: BESIDE_A_STEP,
  });
  await reader.press('verify');

  await reader.find('goOn');
  const recoveryCodes = page.locator('mfa-recovery-code-list').getByRole('listitem');
  const recoveryCode = await recoveryCodes.first().innerText();
  await (await reader.find('kept')).check();
  await reader.picture('first.keepCodes', {
    marks: ['download', 'print', 'kept', 'goOn'],
    around: [page.getByRole('heading', { level: 2 }), await reader.find('goOn')],
    room: AROUND_CARD,
  });
  await reader.press('goOn');
  await reader.reachOverview();
  return { code, recoveryCode };
}

/** Chapter `phone`: the same on the phone that has the app. */
export async function linkOnThePhone(reader: Reader): Promise<void> {
  const { page } = reader;
  await reader.signIn();
  const opener = await reader.find('openApp');
  const otherDevice = await reader.find('otherDevice');
  await reader.picture('phone.open', {
    marks: ['openApp', 'otherDevice'],
    around: [page.getByRole('heading', { level: 2 }), opener, otherDevice],
  });
  await reader.press('otherDevice');
  await reader.scan();
  await reader.press('otherDevice');
  await reader.type('code', reader.code);
  await reader.picture('phone.verify', {
    marks: ['code', 'verify'],
    around: [reader.heading('enrollment.code.heading'), await reader.find('verify')],
    room: BESIDE_A_STEP,
  });
  await reader.press('verify');
  await reader.find('goOn');
}
