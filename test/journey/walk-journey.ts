import assert from 'node:assert/strict';
import { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import type { Visitor } from './visitor.js';

/** One step of the authenticator app, in seconds. */
const NEXT_CODE = { seconds: 30 };

/** What somebody has who linked an app. */
interface Linked {
  readonly app: AuthenticatorApp;
  readonly recoveryCodes: string[];
}

const readRecoveryCodes = ({ page }: Visitor): Promise<string[]> =>
  page.locator('mfa-recovery-code-list').getByRole('listitem').allInnerTexts();

/** What comes before a test: an app is linked without the screens, of which {@link linkAnApp} is the test. */
export async function haveLinkedAnApp(visitor: Visitor): Promise<Linked> {
  const { email, password } = visitor.portal.account;
  await visitor.sends('/api/sign-in', { email, password });
  const enrollments = '/api/mfa/enrollments';
  const { id, otpauthUri } = await visitor.sends<Record<'id' | 'otpauthUri', string>>(enrollments);
  const app = AuthenticatorApp.of(otpauthUri);
  const { recoveryCodes } = await visitor.sends<{ recoveryCodes: string[] }>(
    `${enrollments}/${id}/confirmation`,
    { code: visitor.codeOf(app) },
  );
  await visitor.page.goto('/');
  return { app, recoveryCodes };
}

/** A. First sign-in: password, link an app, keep the recovery codes, on to the portal. */
export async function linkAnApp(visitor: Visitor): Promise<Linked> {
  const { page, portal } = visitor;
  await visitor.givesPassword('niet-mijn-wachtwoord');
  await visitor.sees('Je e-mailadres of wachtwoord klopt niet.');
  assert.equal(await visitor.focused(), 'Wachtwoord');
  await visitor.expectAccessible();
  await visitor.givesPassword();
  await page.waitForURL('**/inloggen/verificatie');
  await visitor.heading('Koppel je Authenticator-app').waitFor();
  const onThisPhone = page.getByRole('link', { name: 'App op deze telefoon openen' });
  if (await onThisPhone.isVisible()) {
    assert.match((await onThisPhone.getAttribute('href')) ?? '', /^otpauth:\/\/totp\//);
    await page.getByText('App op een ander apparaat? Laat de QR-code zien').click();
  }
  const app = await visitor.scansQrCode();
  assert.equal(app.account, `ProfiPortaal: ${portal.account.email}`);
  await visitor.expectAccessible();

  await visitor.givesCode(app.otherAccountsCodeAt(portal.clock.read()));
  await visitor.sees('Dit lijkt de code van een ander account.');
  assert.equal(await visitor.focused(), '6-cijferige machtigingscode');
  assert.equal((await visitor.scansQrCode()).secret, app.secret, 'the same QR code stays');
  await visitor.expectAccessible();

  await visitor.givesCode(visitor.codeOf(app));
  await visitor.heading('Je Authenticator-app is gekoppeld aan ProfiPortaal').waitFor();
  const recoveryCodes = await readRecoveryCodes(visitor);
  assert.equal(recoveryCodes.length, 10);
  await visitor.expectAccessible();

  await visitor.button('Verder naar ProfiPortaal').click();
  await visitor.sees('Bewaar eerst je herstelcodes en zet dan het vinkje.');
  await page.getByLabel('Ik heb mijn herstelcodes bewaard').check();
  await visitor.button('Verder naar ProfiPortaal').click();
  await page.waitForURL((url) => url.pathname === '/');
  await visitor.expectAccessible();
  return { app, recoveryCodes };
}

/** B. Every next sign-in: the code of the linking is spent, the next one is right. */
export async function signInWithCode(visitor: Visitor, app: AuthenticatorApp): Promise<void> {
  const { page } = visitor;
  await visitor.givesPassword();
  await visitor.heading('Vul je code in').waitFor();
  await visitor.expectAccessible();

  await visitor.givesCode(visitor.codeOf(app));
  await visitor.sees('Deze code is al gebruikt.');
  assert.equal(await visitor.focused(), '6-cijferige machtigingscode');
  await visitor.expectAccessible();

  await visitor.waits(NEXT_CODE);
  await visitor.givesCode(visitor.codeOf(app));
  await page.waitForURL((url) => url.pathname === '/');
}

/** B. The phone is lost: a recovery code, once. */
export async function signInWithRecoveryCode(visitor: Visitor, code: string): Promise<void> {
  const { page } = visitor;
  await visitor.givesPassword();
  await visitor.button(/Gebruik een herstelcode/).click();
  await visitor.heading('Gebruik een herstelcode').waitFor();
  await visitor.expectAccessible();
  // As somebody types from paper: without capitals or hyphens.
  await page
    .getByLabel('Herstelcode', { exact: true })
    .fill(code.toLowerCase().replaceAll('-', ' '));
  await visitor.button('Herstelcode verifiëren').click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** C. Moving to another app: the old link goes, behind a confirmation and the password. */
export async function unlinkTheApp(visitor: Visitor): Promise<void> {
  const { page, portal } = visitor;
  await visitor.opensProfile();
  await visitor.sees(/Gekoppeld op 1 maart 2026/);
  await visitor.expectAccessible();

  const bin = visitor.button(/^Koppeling met .+ verwijderen$/);
  await bin.click();
  await page.getByRole('dialog').waitFor();
  await visitor.expectAccessible();
  await visitor.button('Annuleren').click();
  assert.match(await visitor.focused(), /^Koppeling met .+ verwijderen$/);

  await bin.click();
  await visitor.button('Koppeling verwijderen').click();
  const password = page.getByLabel('Wachtwoord');
  await password.fill('niet-mijn-wachtwoord');
  await visitor.button('Bevestigen').click();
  await visitor.sees('Dit wachtwoord klopt niet.');
  await visitor.expectAccessible();
  await password.fill(portal.account.password);
  await visitor.button('Bevestigen').click();
  await visitor.sees(/De koppeling met .+ is verwijderd\./);
  await visitor.sees('Er is geen Authenticator-app gekoppeld.');
  await visitor.expectAccessible();
}
