import { AROUND_CARD, type Reader } from './reader.js';

/** After that the portal asks again who is there, as it asks a reader who comes for this alone. */
const PROOF_IS_OLD = { minutes: 15 };

const card = (reader: Reader, tag: string) =>
  reader.page.locator('.card').filter({ has: reader.page.locator(tag) });

/** Chapter `codes`: new recovery codes. Begins and ends in the profile. */
export async function renewRecoveryCodes(reader: Reader): Promise<void> {
  const { portal } = reader.options;
  const codes = card(reader, 'mfa-recovery-codes');
  await reader.find('renew');
  await reader.picture('codes.renew', { marks: ['renew'], around: [codes] });
  await reader.press('renew');
  await reader.press('renewConfirm');
  await reader.type('ownPassword', portal.account.password);
  await reader.press('confirm');
  await (await reader.find('kept')).check();
  await reader.picture('codes.keep', {
    marks: ['download', 'print', 'kept', 'done'],
    around: [codes.getByRole('heading').first(), await reader.find('done')],
    room: AROUND_CARD,
  });
  await reader.press('done');
  await reader.find('renew');
}

/** To the profile, by way of the menu: the first steps of chapter `move`. Begins at the overview. */
export async function openProfile(reader: Reader): Promise<void> {
  const { page } = reader;
  const wide = page.viewportSize()?.width ?? 0;
  await reader.picture('move.signIn', { around: { x: 0, y: 0, width: wide, height: 480 } });
  await reader.press('account');
  const menu = page.locator('#account-menu');
  await reader.find('profile');
  await reader.picture('move.menu', {
    marks: ['account', 'profile'],
    around: [page.getByRole('banner'), menu],
  });
  await reader.press('profile');
  await page.waitForURL('**/profiel');
  await reader.find('bin');
}

/** The rest of chapter `move`: the link with the old app goes, and the new one can come. */
export async function moveToAnotherApp(reader: Reader): Promise<void> {
  const { page, options } = reader;
  const dialog = page.getByRole('dialog');
  await reader.picture('move.bin', {
    marks: ['bin'],
    around: [
      reader.heading('authenticators.heading'),
      page.locator('mfa-authenticators').getByRole('listitem'),
    ],
    room: AROUND_CARD,
  });
  await reader.wait(PROOF_IS_OLD);
  await reader.press('bin');
  await reader.picture('move.confirm', { marks: ['unlink'], around: [dialog] });
  await reader.press('unlink');
  await reader.type('ownPassword', options.portal.account.password);
  await reader.picture('move.prove', { marks: ['ownPassword', 'confirm'], around: [dialog] });
  await reader.press('confirm');
  await dialog.waitFor({ state: 'hidden' });
  await reader.press('account');
  await reader.find('signOut');
  await reader.picture('move.again', {
    marks: ['account', 'signOut'],
    around: [page.getByRole('banner'), page.locator('#account-menu')],
  });
  await reader.press('signOut');
  await page.waitForURL('**/inloggen');
}
