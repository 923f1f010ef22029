import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import {
  announced,
  button,
  buttons,
  field,
  fill,
  expectFocusOn,
  heading,
  labelOf,
  link,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { asked, BIN, CANCEL, listed, openDialog, QUESTION, REMOVE } from './authenticators-page.js';

const REMOVED = `De koppeling met ${SAMPLE.authenticator.name} is verwijderd.`;
const OTHER = { ...SAMPLE.authenticator, id: 'app-2', name: 'Microsoft Authenticator' };
const operations = (calls: readonly { operation: string }[]) =>
  calls.map(({ operation }) => operation);

describe('taking a link away', () => {
  const events = hearEvents();

  it('asks first, in a dialog that begins at the button that changes nothing', async () => {
    const { element, backend } = await asked();
    const dialog = openDialog(element);
    expect(dialog?.getAttribute('aria-labelledby')).to.equal('dialog-heading');
    expect(text(element)).to.include(QUESTION);
    expect(text(element)).to.include('De volgende keer dat je inlogt, koppel je opnieuw een app.');
    expectFocusOn(button(element, CANCEL));
    expect(operations(backend.calls)).to.deep.equal(['listAuthenticators']);
    await expect(element).to.be.accessible();
  });

  it('says that the other apps stay when there are others', async () => {
    const { element } = await asked({ authenticators: [SAMPLE.authenticator, OTHER] });
    expect(text(element)).to.include('Je andere apps blijven gekoppeld.');
    expect(text(element)).not.to.include('koppel je opnieuw een app');
  });

  it('removes the link, says so, tells the page and brings the focus to the heading', async () => {
    const { element, backend } = await asked();
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
    expect(announced(element)).to.deep.equal([REMOVED]);
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-unlinked']);
    expect(events.heard.last('mfa-unlinked')?.detail).to.deep.equal({ id: 'app-1' });
    expect(operations(backend.calls)).to.deep.equal([
      'listAuthenticators',
      'unlinkAuthenticator',
      'listAuthenticators',
    ]);
    await expect(element).to.be.accessible();
  });

  it('leaves the row where it is until the server says that the link is gone', async () => {
    const { element, backend } = await asked();
    const held = backend.hold('unlinkAuthenticator');
    button(element, REMOVE).click();
    await untilText(element, 'Een ogenblik…');
    button(element, 'Een ogenblik…').click();
    await expect(element).to.be.accessible();
    expect(text(element)).to.include('Gekoppeld op 12 januari 2026');
    held.proceed();
    await untilText(element, REMOVED);
    expect(operations(backend.calls).filter((name) => name === 'unlinkAuthenticator')).length(1);
  });

  it('takes away the link that was chosen and no other', async () => {
    const { element, backend } = await listed({ authenticators: [SAMPLE.authenticator, OTHER] });
    button(element, 'Koppeling met Microsoft Authenticator verwijderen').click();
    await untilText(element, 'Koppeling met Microsoft Authenticator verwijderen?');
    button(element, REMOVE).click();
    await untilText(element, 'De koppeling met Microsoft Authenticator is verwijderd.');
    expect(backend.calls.at(-2)?.input).to.deep.equal({ authenticatorId: 'app-2' });
    expect(buttons(element)).to.deep.equal([BIN]);
  });

  for (const [way, leave] of [
    ['Cancel', (element: HTMLElement) => Promise.resolve(button(element, CANCEL).click())],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is called off with ${way}, and the focus returns to the bin`, async () => {
      const { element, backend } = await asked();
      await leave(element);
      await until(() => openDialog(element) === undefined, 'the dialog stays');
      await untilFocused(() => button(element, BIN));
      expect(operations(backend.calls)).to.deep.equal(['listAuthenticators']);
      button(element, BIN).click();
      await untilText(element, QUESTION);
    });
  }

  it('is called off when the browser itself closes the dialog', async () => {
    const { element } = await asked();
    (openDialog(element) as HTMLDialogElement).close();
    await untilFocused(() => button(element, BIN));
    await element.updateComplete;
    button(element, BIN).click();
    await until(() => openDialog(element) !== undefined, 'the dialog cannot be opened again');
  });

  it('says in the dialog why it could not be done, and can be tried again', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'offline' } });
    button(element, REMOVE).click();
    await untilText(element, 'Er is geen internetverbinding.');
    expect(openDialog(element)).not.to.equal(undefined);
    expect(announced(element)).to.have.length(1);
    await expect(element).to.be.accessible();
    delete backend.on.unlinkAuthenticator;
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
  });

  it('reads the list again when the link was removed elsewhere', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'not-found' } });
    backend.on.listAuthenticators = [];
    button(element, REMOVE).click();
    await untilText(element, 'Deze koppeling bestaat niet meer. Je hoeft niets te doen.');
    expect(openDialog(element)).to.equal(undefined);
    expect(text(element)).to.include('Er is geen Authenticator-app gekoppeld.');
    expectFocusOn(heading(element));
    expect(events.heard.names).not.to.include('mfa-unlinked');
  });

  it('claims nothing when the answer was lost, and reads the list again', async () => {
    const { element, backend } = await asked({ on: { unlinkAuthenticator: 'unknown-outcome' } });
    button(element, REMOVE).click();
    await untilText(element, 'dus we weten niet of dit gelukt is');
    expect(backend.calls.at(-1)?.operation).to.equal('listAuthenticators');
    expect(text(element)).to.include('Gekoppeld op');
    await untilFocused(() => button(element, BIN));
    expect(events.heard.names).to.deep.equal(['mfa-error']);
    await expect(element).to.be.accessible();
  });

  it('does not call a removal failed when only the new list did not come', async () => {
    const { element, backend } = await asked();
    backend.on.listAuthenticators = 'offline';
    button(element, REMOVE).click();
    await untilText(element, REMOVED);
    expect(text(element)).not.to.include('Dit is niet gelukt');
    expect(text(element)).to.include('Er is geen Authenticator-app gekoppeld.');
  });

  it('links to the sign-in page when the session ended meanwhile', async () => {
    const { element } = await asked({ on: { unlinkAuthenticator: 'signed-out' } });
    element.loginUrl = '/inloggen';
    button(element, REMOVE).click();
    await untilText(element, 'Je bent uitgelogd.');
    expect(openDialog(element)).to.equal(undefined);
    expectFocusOn(heading(element));
    link(element, 'Opnieuw inloggen');
  });
});

describe('a link that the server removes only after the password', () => {
  it('goes on by itself once the password is right', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in, zodat niemand anders dit kan wijzigen.');
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal('Wachtwoord');
    expect(buttons(element)).to.include.members(['Bevestigen', CANCEL]);
    await expect(element).to.be.accessible();
    fill(field(element), SAMPLE.password);
    button(element, 'Bevestigen').click();
    await untilText(element, REMOVED);
    expect(operations(backend.calls)).to.deep.equal([
      'listAuthenticators',
      'unlinkAuthenticator',
      'stepUp',
      'unlinkAuthenticator',
      'listAuthenticators',
    ]);
    expect(element.querySelector('input')).to.equal(null);
  });

  it('keeps the dialog open after a wrong password, with the cursor in the empty field', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in');
    fill(field(element), 'verkeerd');
    button(element, 'Bevestigen').click();
    await untilText(element, 'Dit wachtwoord klopt niet. Kijk het na en probeer het opnieuw.');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(openDialog(element)).not.to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('keeps the focus in the dialog while it is being removed', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in');
    const held = backend.hold('unlinkAuthenticator');
    fill(field(element), SAMPLE.password);
    button(element, 'Bevestigen').click();
    await held.called;
    await untilText(element, 'Een ogenblik…');
    await untilFocused(() => button(element, 'Een ogenblik…'));
    held.proceed();
    await untilText(element, REMOVED);
  });

  it('takes a code instead, without the old error', async () => {
    const { element } = await asked({ stepUp: ['password', 'code'] });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in');
    fill(field(element), 'verkeerd');
    button(element, 'Bevestigen').click();
    await untilText(element, 'Dit wachtwoord klopt niet.');
    button(element, 'Liever een code uit de app gebruiken').click();
    await untilText(element, 'Vul een code uit je app in');
    expect(text(element)).not.to.include('Dit wachtwoord klopt niet.');
    fill(field(element), SAMPLE.code);
    button(element, 'Bevestigen').click();
    await untilText(element, REMOVED);
  });

  it('is called off with Cancel, and nothing that was typed stays', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in');
    const input = field(element);
    fill(input, SAMPLE.password);
    button(element, CANCEL).click();
    await untilFocused(() => button(element, BIN));
    expect(element.querySelector('input')).to.equal(null);
    expect(input.value).to.equal('');
  });

  it('says how many tries are left at the password', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    backend.on.stepUp = new MfaError('invalid-password', 'test', { attemptsLeft: 1 });
    button(element, REMOVE).click();
    await untilText(element, 'Vul je wachtwoord in');
    fill(field(element), 'verkeerd');
    button(element, 'Bevestigen').click();
    await untilText(element, 'Je kunt het nog één keer proberen.');
  });
});
