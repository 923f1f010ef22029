import { AROUND_CARD, type PortalDriver } from './portal-driver.js';

/** After this time the portal requires another step-up, as it does from a user who starts here. */
const STEP_UP_EXPIRES = { minutes: 15 };

const card = (driver: PortalDriver, tagName: string) =>
  driver.page.locator('.card').filter({ has: driver.page.locator(tagName) });

/** Captures chapter `codes`: generates new recovery codes. Starts and ends in the profile. */
export async function replaceRecoveryCodes(driver: PortalDriver): Promise<void> {
  const { portal } = driver.options;
  const codes = card(driver, 'mfa-recovery-codes');
  await driver.find('generate');
  await driver.picture('codes.generate', { marks: ['generate'], around: [codes] });
  await driver.press('generate');
  await driver.press('generateConfirm');
  await driver.type('ownPassword', portal.account.password);
  await driver.press('confirm');
  await (await driver.find('kept')).check();
  await driver.picture('codes.keep', {
    marks: ['download', 'print', 'kept', 'done'],
    around: [codes.getByRole('heading').first(), await driver.find('done')],
    room: AROUND_CARD,
  });
  await driver.press('done');
  await driver.find('generate');
}

/** Captures the first steps of chapter `move`: opens the profile through the menu. Starts at the overview. */
export async function openProfile(driver: PortalDriver): Promise<void> {
  const { page } = driver;
  const wide = page.viewportSize()?.width ?? 0;
  await driver.picture('move.signIn', { around: { x: 0, y: 0, width: wide, height: 480 } });
  await driver.press('account');
  const menu = page.locator('#account-menu');
  await driver.find('profile');
  await driver.picture('move.menu', {
    marks: ['account', 'profile'],
    around: [page.getByRole('banner'), menu],
  });
  await driver.press('profile');
  await page.waitForURL('**/profiel');
  await driver.find('bin');
}

/** Captures the rest of chapter `move`: unlinks the old app and signs out. */
export async function moveToAnotherApp(driver: PortalDriver): Promise<void> {
  const { page, options } = driver;
  const dialog = page.getByRole('dialog');
  await driver.picture('move.bin', {
    marks: ['bin'],
    around: [
      driver.heading('authenticators.heading'),
      page.locator('mfa-authenticators').getByRole('listitem'),
    ],
    room: AROUND_CARD,
  });
  await driver.wait(STEP_UP_EXPIRES);
  await driver.press('bin');
  await driver.picture('move.confirm', { marks: ['unlink'], around: [dialog] });
  await driver.press('unlink');
  await driver.type('ownPassword', options.portal.account.password);
  await driver.picture('move.prove', { marks: ['ownPassword', 'confirm'], around: [dialog] });
  await driver.press('confirm');
  await dialog.waitFor({ state: 'hidden' });
  await driver.press('account');
  await driver.find('signOut');
  await driver.picture('move.again', {
    marks: ['account', 'signOut'],
    around: [page.getByRole('banner'), page.locator('#account-menu')],
  });
  await driver.press('signOut');
  await page.waitForURL('**/inloggen');
}
