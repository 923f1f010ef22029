import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { AuthenticatorApp } from '../../demo/tools/authenticator-app.js';
import { message, messagePattern } from '../support/message.js';
import { runBetterAuth } from './run-better-auth.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { DESKTOP, Visitor } from './visitor.js';

let browser: Browser;
let site: Awaited<ReturnType<typeof runBetterAuth>>;
let visitor: Visitor;

before(async () => {
  browser = await launchChromium();
});
after(() => browser.close());
afterEach(async () => {
  await visitor.leave();
  await site.close();
});

async function visit(options?: Parameters<typeof runBetterAuth>[0]): Promise<void> {
  site = await runBetterAuth(options);
  visitor = await Visitor.arrive(browser, site, DESKTOP);
}

async function confirmsWith(password: string): Promise<void> {
  await visitor.page.getByLabel(message('password.label')).fill(password);
  await visitor.button(message('step-up.submit')).click();
}

/** Returns the visible recovery codes. */
const recoveryCodes = (): Promise<string[]> =>
  visitor.page.locator('mfa-recovery-code-list').getByRole('listitem').allInnerTexts();

const reachesProfile = () => visitor.page.waitForURL('**/profiel');

/** Links an app by requests, as the setup of a test. The first test links one on the screens. */
async function hasLinked(): Promise<{ app: AuthenticatorApp; codes: string[] }> {
  const { email, password } = site.account;
  await visitor.sends('/api/auth/sign-in/email', { email, password });
  const { totpURI, backupCodes } = await visitor.sends<{ totpURI: string; backupCodes: string[] }>(
    '/api/auth/two-factor/enable',
    { password },
  );
  const app = AuthenticatorApp.of(totpURI);
  await visitor.sends('/api/auth/two-factor/verify-totp', { code: visitor.codeOf(app) });
  await visitor.page.goto('/profiel');
  return { app, codes: backupCodes };
}

async function keepsCodes(button: string): Promise<void> {
  await visitor.page.getByLabel(message('recovery-code-list.kept.other')).check();
  await visitor.button(button).click();
}

async function signsOut(): Promise<void> {
  await visitor.button('Uitloggen').click();
  await visitor.page.waitForURL('**/inloggen');
}

async function signsInAgain(): Promise<void> {
  await signsOut();
  await visitor.waits({ seconds: 30 });
  await visitor.givesPassword();
  await visitor.heading(message('challenge.code.heading')).waitFor();
}

/** Gives codes that the app does not show around this time, one after the other. */
async function givesWrongCodes(app: AuthenticatorApp, count: number): Promise<void> {
  const now = site.clock.read().getTime();
  const right = [-30_000, 0, 30_000].map((offset) => app.codeAt(new Date(now + offset)));
  const candidates = Array.from({ length: count + right.length }, (_, index) => `10000${index}`);
  const wrong = candidates.filter((code) => !right.includes(code)).slice(0, count);
  for (const code of wrong) {
    // The error of the previous code disappears as soon as this code is typed.
    await visitor.givesCode(code);
    await visitor.sees(message('error.invalid-code'));
  }
}

async function givesRecoveryCode(code: string): Promise<void> {
  await visitor.page.getByLabel(message('recovery-code.label'), { exact: true }).fill(code);
  await visitor.button(message('challenge.recovery-code.submit')).click();
}

describe('With better-auth, at the first sign-in', () => {
  beforeEach(() => visit());

  it('an app is linked after the password, also after a wrong password and a wrong code', async () => {
    await visitor.givesPassword();
    await visitor.heading(message('enrollment.heading')).waitFor();
    await visitor.expectAccessible();
    await confirmsWith('niet-mijn-wachtwoord');
    await visitor.sees(message('error.invalid-password'));
    await visitor.expectAccessible();
    await confirmsWith(site.account.password);
    const app = await visitor.scansQrCode();
    assert.equal(app.account, `ProfiPortaal: ${site.account.email}`);
    await visitor.givesCode(app.otherAccountsCodeAt(site.clock.read()));
    await visitor.sees(messagePattern('diagnosis.other-account'));
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
    const codes = await recoveryCodes();
    assert.equal(new Set(codes).size, 10);
    await keepsCodes(message('enrollment.done.action', 'ProfiPortaal'));
    await reachesProfile();
    await visitor.button(messagePattern('authenticators.unlink.label')).waitFor();
    visitor.expectNoComplaints();
    const addresses = visitor.requested.join('\n');
    assert.ok(![app.secret, ...codes].some((secret) => addresses.includes(secret)));
  });
});

describe('With better-auth, at every next sign-in', () => {
  let app: AuthenticatorApp;
  let codes: string[];
  beforeEach(async () => {
    await visit();
    ({ app, codes } = await hasLinked());
    await signsInAgain();
  });

  it('a wrong code is refused, and the right one signs in', async () => {
    await givesWrongCodes(app, 1);
    await visitor.expectAccessible();
    await visitor.givesCode(visitor.codeOf(app));
    await reachesProfile();
    visitor.expectNoComplaints();
  });

  it('a remembered device needs no code', async () => {
    await visitor.page.getByLabel(message('challenge.remember.label')).check();
    await visitor.givesCode(visitor.codeOf(app));
    await reachesProfile();
    await signsOut();
    await visitor.givesPassword();
    await reachesProfile();
  });

  it('a recovery code works once, with its capitals and with or without spaces', async () => {
    const [code = ''] = codes;
    await visitor.button(message('challenge.code.use-recovery-code')).click();
    await givesRecoveryCode(` ${code} `);
    await reachesProfile();
    await signsInAgain();
    await visitor.button(message('challenge.code.use-recovery-code')).click();
    await givesRecoveryCode(code);
    await visitor.sees(message('error.invalid-recovery-code'));
  });

  it('a sign-in that took too long leads back to the password', async () => {
    await visitor.waits({ minutes: 11 });
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.sees(message('error.login-expired'));
    await visitor.page.getByRole('link', { name: message('failure.sign-in.action') }).click();
    await visitor.page.waitForURL('**/inloggen');
  });

  it('after five wrong codes the password is required again', async () => {
    await givesWrongCodes(app, 5);
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.sees(message('error.login-expired'));
  });

  it('after ten wrong codes the right code is refused too', async () => {
    await givesWrongCodes(app, 5);
    await visitor.givesPassword();
    await givesWrongCodes(app, 5);
    await visitor.givesPassword();
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.sees(message('error.locked'));
  });
});

describe('With better-auth, in the profile', () => {
  let app: AuthenticatorApp;
  let codes: string[];
  beforeEach(async () => {
    await visit();
    ({ app, codes } = await hasLinked());
  });

  it('new recovery codes require the password, and the old ones stop working', async () => {
    await visitor.button(message('recovery-codes.replace')).click();
    await visitor.button(message('recovery-codes.replace.confirm')).click();
    await confirmsWith('niet-mijn-wachtwoord');
    await visitor.sees(message('error.invalid-password'));
    await confirmsWith(site.account.password);
    await visitor.heading(message('recovery-codes.new.heading.other')).waitFor();
    const fresh = await recoveryCodes();
    assert.equal(new Set([...fresh, ...codes]).size, 20);
    await keepsCodes(message('recovery-codes.new.continue'));
    await visitor.sees(message('recovery-codes.replaced'));
    await signsInAgain();
    await visitor.button(message('challenge.code.use-recovery-code')).click();
    await givesRecoveryCode(codes[0] ?? '');
    await visitor.sees(message('error.invalid-recovery-code'));
    await givesRecoveryCode(fresh[0] ?? '');
    await reachesProfile();
  });

  it('the app is unlinked after the password, and another app is linked instead', async () => {
    assert.equal(
      await visitor.button(message('authenticators.link.another')).count(),
      0,
      'there can be one app',
    );
    await visitor.button(messagePattern('authenticators.unlink.label')).click();
    await visitor.button(message('authenticators.unlink.confirm')).click();
    await confirmsWith('niet-mijn-wachtwoord');
    await visitor.sees(message('error.invalid-password'));
    await confirmsWith(site.account.password);
    await visitor.sees(messagePattern('authenticators.unlinked'));
    await visitor.button(message('authenticators.link.first')).click();
    await confirmsWith(site.account.password);
    const other = await visitor.scansQrCode();
    assert.notEqual(other.secret, app.secret);
    await visitor.givesCode(visitor.codeOf(other));
    await visitor.heading(message('enrollment.done.heading', 'ProfiPortaal')).waitFor();
    await keepsCodes(message('enrollment.done.action', 'ProfiPortaal'));
    await visitor.button(messagePattern('authenticators.unlink.label')).waitFor();
    visitor.expectNoComplaints();
  });

  it('a user who was signed out in the meantime is asked to sign in again', async () => {
    await visitor.page.context().clearCookies();
    await visitor.page.reload();
    await visitor.sees(message('error.signed-out'));
  });
});

describe('With better-auth, configured as in production', () => {
  it('after too many tries the user waits for the time that is shown, and then signs in', async () => {
    await visit(true);
    const { app } = await hasLinked();
    await signsInAgain();
    await givesWrongCodes(app, 3);
    await visitor.givesCode(visitor.codeOf(app));
    await visitor.sees(message('retry.rate-limited'));
    await visitor.sees(message('retry.time', '0:10'));
    await visitor.waits({ seconds: 10 });
    await visitor.sees(message('retry.over'));
    await visitor.givesCode(visitor.codeOf(app));
    await reachesProfile();
  });
});
