import assert from 'node:assert/strict';
import { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import { message, messagePattern } from '../support/message.js';
import type { Visitor } from './visitor.js';

/** One step of the authenticator app, in seconds. */
const NEXT_CODE = { seconds: 30 };

/** The app and the recovery codes of an account with a linked app. */
interface Linked {
  readonly app: AuthenticatorApp;
  readonly recoveryCodes: string[];
}

const readRecoveryCodes = ({ page }: Visitor): Promise<string[]> =>
  page.locator('mfa-recovery-code-list').getByRole('listitem').allInnerTexts();

/** Links an app by requests, as the setup of a test. {@link linkAnApp} uses the screens. */
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

/** Signs in for the first time (A): password, link an app, keep the recovery codes, continue to the portal. */
export async function linkAnApp(visitor: Visitor): Promise<Linked> {
  const { page, portal } = visitor;
  await visitor.givesPassword('niet-mijn-wachtwoord');
  await visitor.sees('Je e-mailadres of wachtwoord klopt niet.');
  assert.equal(await visitor.focused(), 'Wachtwoord');
  await visitor.expectAccessible();
  await visitor.givesPassword();
  await page.waitForURL('**/inloggen/verificatie');
  await visitor.heading(message('enrollment.heading')).waitFor();
  const onThisPhone = page.getByRole('link', { name: message('enrollment.open.action') });
  if (await onThisPhone.isVisible()) {
    assert.match((await onThisPhone.getAttribute('href')) ?? '', /^otpauth:\/\/totp\//);
    await page.getByText(message('enrollment.open.other-device')).click();
  }
  const app = await visitor.scansQrCode();
  assert.equal(app.account, `ProfiPortaal: ${portal.account.email}`);
  await visitor.expectAccessible();

  await visitor.givesCode(app.otherAccountsCodeAt(portal.clock.read()));
  await visitor.sees(messagePattern('diagnosis.other-account'));
  assert.equal(await visitor.focused(), message('code.label', 6));
  assert.equal((await visitor.scansQrCode()).secret, app.secret, 'the same QR code stays');
  await visitor.expectAccessible();

  await visitor.givesCode(visitor.codeOf(app));
  await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
  const recoveryCodes = await readRecoveryCodes(visitor);
  assert.equal(recoveryCodes.length, 10);
  await visitor.expectAccessible();

  await visitor.button(message('enrollment.done.action', 'ProfiPortaal')).click();
  await visitor.sees(message('recovery-code-list.reminder.other'));
  await page.getByLabel(message('recovery-code-list.kept.other')).check();
  await visitor.button(message('enrollment.done.action', 'ProfiPortaal')).click();
  await page.waitForURL((url) => url.pathname === '/');
  await visitor.expectAccessible();
  return { app, recoveryCodes };
}

/** Signs in with a code (B): the code that confirmed the app is refused, and the next code is accepted. */
export async function signInWithCode(visitor: Visitor, app: AuthenticatorApp): Promise<void> {
  const { page } = visitor;
  await visitor.givesPassword();
  await visitor.heading(message('challenge.code.heading')).waitFor();
  await visitor.expectAccessible();

  await visitor.givesCode(visitor.codeOf(app));
  await visitor.sees(message('error.code-reused'));
  assert.equal(await visitor.focused(), message('code.label', 6));
  await visitor.expectAccessible();

  await visitor.waits(NEXT_CODE);
  await visitor.givesCode(visitor.codeOf(app));
  await page.waitForURL((url) => url.pathname === '/');
}

/** Signs in without the phone (B), with a recovery code. */
export async function signInWithRecoveryCode(visitor: Visitor, code: string): Promise<void> {
  const { page } = visitor;
  await visitor.givesPassword();
  await visitor.button(message('challenge.code.use-recovery-code')).click();
  await visitor.heading(message('challenge.recovery-code.heading')).waitFor();
  await visitor.expectAccessible();
  // As typed from paper: without capitals or hyphens.
  await page
    .getByLabel(message('recovery-code.label'), { exact: true })
    .fill(code.toLowerCase().replaceAll('-', ' '));
  await visitor.button(message('challenge.recovery-code.submit')).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Unlinks the app, to move to another (C), after a confirmation and the password. */
export async function unlinkTheApp(visitor: Visitor): Promise<void> {
  const { page, portal } = visitor;
  await visitor.opensProfile();
  await visitor.sees(message('authenticators.linked-on', '1 maart 2026'));
  await visitor.expectAccessible();

  const bin = visitor.button(messagePattern('authenticators.unlink.label'));
  await bin.click();
  await page.getByRole('dialog').waitFor();
  await visitor.expectAccessible();
  await visitor.button(message('button.cancel')).click();
  assert.match(await visitor.focused(), messagePattern('authenticators.unlink.label'));

  await bin.click();
  await visitor.button(message('authenticators.unlink.confirm')).click();
  const password = page.getByLabel(message('password.label'));
  await password.fill('niet-mijn-wachtwoord');
  await visitor.button(message('step-up.submit')).click();
  await visitor.sees(message('error.invalid-password'));
  await visitor.expectAccessible();
  await password.fill(portal.account.password);
  await visitor.button(message('step-up.submit')).click();
  await visitor.sees(messagePattern('authenticators.unlinked'));
  await visitor.sees(message('authenticators.empty'));
  await visitor.expectAccessible();
}
