import { coverQrCode } from './cover-qr-code.js';
import { AROUND_CARD, type PortalDriver } from './portal-driver.js';

/** Enough room to show a step of the page with its number, in CSS pixels. */
const BESIDE_A_STEP = { x: 60, y: 18 };

/** Captures chapter `first`: signs in, links an app and stores the recovery codes. Ends at the overview. */
export async function linkAnApp(
  driver: PortalDriver,
): Promise<{ code: string; recoveryCode: string }> {
  const { page } = driver;
  await driver.picture('first.signIn', {
    marks: ['email', 'password', 'signIn'],
    around: [page.locator('.sign-in-card')],
  });
  await driver.find('adviser');
  await driver.signIn();

  await driver.find('google');
  await driver.find('microsoft');
  await driver.scan();
  const uncover = await coverQrCode(await driver.find('qrCode'), driver.options.example);
  await driver.picture('first.scan', {
    marks: ['qrCode', 'manualEntry'],
    around: [
      driver.heading('enrollment.scan.heading'),
      await driver.find('qrCode'),
      await driver.find('manualEntry'),
    ],
    room: BESIDE_A_STEP,
  });
  await uncover();

  const { code } = driver;
  await driver.type('code', code);
  await driver.picture('first.verify', {
    marks: ['code', 'verify'],
    around: [driver.heading('enrollment.code.heading'), await driver.find('verify')],
    room: BESIDE_A_STEP,
  });
  await driver.press('verify');

  await driver.find('continue');
  const recoveryCodes = page.locator('mfa-recovery-code-list').getByRole('listitem');
  const recoveryCode = await recoveryCodes.first().innerText();
  await (await driver.find('kept')).check();
  await driver.picture('first.keepCodes', {
    marks: ['download', 'print', 'kept', 'continue'],
    around: [page.getByRole('heading', { level: 2 }), await driver.find('continue')],
    room: AROUND_CARD,
  });
  await driver.press('continue');
  await driver.reachOverview();
  return { code, recoveryCode };
}

/** Captures chapter `phone`: links an app on the phone that it is installed on. */
export async function linkOnThePhone(driver: PortalDriver): Promise<void> {
  const { page } = driver;
  await driver.signIn();
  const opener = await driver.find('openApp');
  const otherDevice = await driver.find('otherDevice');
  await driver.picture('phone.open', {
    marks: ['openApp', 'otherDevice'],
    around: [page.getByRole('heading', { level: 2 }), opener, otherDevice],
  });
  await driver.press('otherDevice');
  await driver.scan();
  await driver.press('otherDevice');
  await driver.type('code', driver.code);
  await driver.picture('phone.verify', {
    marks: ['code', 'verify'],
    around: [driver.heading('enrollment.code.heading'), await driver.find('verify')],
    room: BESIDE_A_STEP,
  });
  await driver.press('verify');
  await driver.find('continue');
}
