import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
  await visitor.page.getByLabel('Wachtwoord').fill(portal.account.password);
  await visitor.button('Bevestigen').click();
}

describe('In the profile', () => {
  it('new recovery codes come after the password, and the old ones stop working', async () => {
    const { page } = visitor;
    await visitor.sees('Je hebt nog 10 van de 10 herstelcodes.');
    await visitor.button('Nieuwe herstelcodes maken').click();
    await visitor.expectAccessible();
    await visitor.button('Nieuwe codes maken').click();
    await provesByPassword();
    await visitor.heading('Bewaar je nieuwe herstelcodes').waitFor();
    await visitor.expectAccessible();
    const codes = page.locator('mfa-recovery-code-list').getByRole('listitem');
    const fresh = await codes.allInnerTexts();
    assert.equal(new Set([...fresh, ...recoveryCodes]).size, 20);
    await page.getByLabel('Ik heb mijn herstelcodes bewaard').check();
    await visitor.button('Klaar').click();
    await visitor.sees('Je hebt nieuwe herstelcodes. De oude werken niet meer.');
    assert.equal(await page.getByText(fresh[0] ?? '').count(), 0, 'shown once');

    await visitor.signsOut();
    await visitor.givesPassword();
    await visitor.button(/Gebruik een herstelcode/).click();
    await page.getByLabel('Herstelcode', { exact: true }).fill(recoveryCodes[0] ?? '');
    await visitor.button('Herstelcode verifiëren').click();
    await visitor.sees('Deze herstelcode klopt niet of is al gebruikt.');
    await signInWithRecoveryCode(visitor, fresh[0] ?? '');
    await visitor.opensProfile();
    await visitor.sees('Je hebt nog 9 van de 10 herstelcodes.');
    visitor.expectNoComplaints();
  });

  it('an app gets another name after the password, and keeps it', async () => {
    await visitor.button('Naam van Authenticator-app wijzigen').click();
    const field = visitor.page.getByLabel('Naam van de app');
    assert.equal(await field.inputValue(), 'Authenticator-app');
    await visitor.expectAccessible();
    await field.fill('Telefoon van <b>Sanne</b>');
    await visitor.button('Naam opslaan').click();
    await provesByPassword();
    await visitor.sees('De naam is gewijzigd in Telefoon van <b>Sanne</b>.');
    await visitor.expectAccessible();
    await visitor.page.reload();
    await visitor.button('Koppeling met Telefoon van <b>Sanne</b> verwijderen').waitFor();
    visitor.expectNoComplaints();
  });
});
