import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import {
  button,
  buttons,
  field,
  fill,
  labelOf,
  text,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { asked, BIN, CANCEL, openDialog, operations, REMOVE } from './authenticators-page.js';

const REMOVED = `De koppeling met ${SAMPLE.authenticator.name} is verwijderd.`;

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

  describe('and only then looks at it, because it goes along with the removal', () => {
    const PROOFS = { stepUp: ['password', 'code'] } as const;

    it('tells at the same field that it was not right, and removes once it is', async () => {
      const refused = new MfaError('invalid-password', 'test', PROOFS);
      const answers = [new MfaError('step-up-required', 'test', PROOFS), refused];
      const { element } = await asked({
        on: { unlinkAuthenticator: ({ proceed }) => answers.shift() ?? proceed() },
      });
      button(element, REMOVE).click();
      await untilText(element, 'Vul je wachtwoord in');
      fill(field(element), SAMPLE.password);
      button(element, 'Bevestigen').click();
      await untilText(element, 'Dit wachtwoord klopt niet.');
      await untilFocused(() => field(element));
      expect(field(element).value).to.equal('');
      expect(openDialog(element)).not.to.equal(undefined);
      await expect(element).to.be.accessible();
      fill(field(element), SAMPLE.password);
      button(element, 'Bevestigen').click();
      await untilText(element, REMOVED);
    });

    it('tells so of a code at the field for a code', async () => {
      const refused = new MfaError('invalid-code', 'test', PROOFS);
      const answers = [new MfaError('step-up-required', 'test', PROOFS), refused];
      const { element } = await asked({
        on: { unlinkAuthenticator: ({ proceed }) => answers.shift() ?? proceed() },
      });
      button(element, REMOVE).click();
      await untilText(element, 'Vul je wachtwoord in');
      button(element, 'Liever een code uit de app gebruiken').click();
      await untilText(element, 'Vul een code uit je app in');
      fill(field(element), SAMPLE.code);
      button(element, 'Bevestigen').click();
      await untilText(element, 'Deze code klopt niet.');
      expect(labelOf(field(element))).to.equal('6-cijferige machtigingscode');
    });
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
