import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { message } from '../support/message.js';
import { eachVisit } from './each-visit.js';
import type { RunningPortal } from '../../demo/tools/run-portal.js';
import type { Visitor } from './visitor.js';
import { haveLinkedAnApp, signInWithRecoveryCode } from './walk-journey.js';

let portal: RunningPortal;
let visitor: Visitor;
let recoveryCodes: string[];
eachVisit(async (visit) => {
  ({ visitor, portal } = visit);
  ({ recoveryCodes } = await haveLinkedAnApp(visitor));
  await visitor.opensProfile();
});

async function provesByPassword(): Promise<void> {
  await visitor.page.getByLabel(message('password.label')).fill(portal.account.password);
  await visitor.button(message('step-up.submit')).click();
}

describe('In the profile', () => {
  it('new recovery codes require the password, and the old ones stop working', async () => {
    const { page } = visitor;
    await visitor.sees(message('recovery-codes.left.of-total', 10, 10));
    await visitor.button(message('recovery-codes.replace')).click();
    await visitor.expectAccessible();
    await visitor.button(message('recovery-codes.replace.confirm')).click();
    await provesByPassword();
    await visitor.heading(message('recovery-codes.new.heading.other')).waitFor();
    await visitor.expectAccessible();
    const codes = page.locator('mfa-recovery-code-list').getByRole('listitem');
    const fresh = await codes.allInnerTexts();
    assert.equal(new Set([...fresh, ...recoveryCodes]).size, 20);
    await page.getByLabel(message('recovery-code-list.kept.other')).check();
    await visitor.button(message('recovery-codes.new.continue')).click();
    await visitor.sees(message('recovery-codes.replaced'));
    assert.equal(await page.getByText(fresh[0] ?? '').count(), 0, 'shown once');

    await visitor.signsOut();
    await visitor.givesPassword();
    await visitor.button(message('challenge.code.use-recovery-code')).click();
    await page
      .getByLabel(message('recovery-code.label'), { exact: true })
      .fill(recoveryCodes[0] ?? '');
    await visitor.button(message('challenge.recovery-code.submit')).click();
    await visitor.sees(message('error.invalid-recovery-code'));
    await signInWithRecoveryCode(visitor, fresh[0] ?? '');
    await visitor.opensProfile();
    await visitor.sees(message('recovery-codes.left.of-total', 9, 10));
    visitor.expectNoComplaints();
  });

  it('an app is renamed after the password, and keeps the new name', async () => {
    await visitor.button(message('authenticators.rename.label', 'Authenticator-app')).click();
    const field = visitor.page.getByLabel(message('authenticators.rename.field'));
    assert.equal(await field.inputValue(), 'Authenticator-app');
    await visitor.expectAccessible();
    await field.fill('Telefoon van <b>Sanne</b>');
    await visitor.button(message('authenticators.rename.save')).click();
    await provesByPassword();
    await visitor.sees(message('authenticators.renamed', 'Telefoon van <b>Sanne</b>'));
    await visitor.expectAccessible();
    await visitor.page.reload();
    await visitor
      .button(message('authenticators.unlink.label', 'Telefoon van <b>Sanne</b>'))
      .waitFor();
    visitor.expectNoComplaints();
  });
});
