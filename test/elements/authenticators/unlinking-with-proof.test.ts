import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
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

const REMOVED = message('authenticators.unlinked', SAMPLE.authenticator.name);

describe('unlinking that requires a step-up', () => {
  it('continues by itself once the password is right', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(message('password.label'));
    expect(buttons(element)).to.include.members([message('step-up.submit'), CANCEL]);
    await expect(element).to.be.accessible();
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
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

  it('keeps the dialog open after a wrong password, with the caret in the empty field', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(openDialog(element)).not.to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('keeps the focus in the dialog during the request', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    const held = backend.hold('unlinkAuthenticator');
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await held.called;
    await untilText(element, message('button.busy'));
    await untilFocused(() => button(element, message('button.busy')));
    held.proceed();
    await untilText(element, REMOVED);
  });

  it('accepts a code instead, without the old error', async () => {
    const { element } = await asked({ stepUp: ['password', 'code'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    button(element, message('step-up.use-code')).click();
    await untilText(element, message('step-up.code.lead'));
    expect(text(element)).not.to.include(message('error.invalid-password'));
    fill(field(element), SAMPLE.code);
    button(element, message('step-up.submit')).click();
    await untilText(element, REMOVED);
  });

  it('is canceled with Cancel, and nothing that was typed stays', async () => {
    const { element } = await asked({ stepUp: ['password'] });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    const input = field(element);
    fill(input, SAMPLE.password);
    button(element, CANCEL).click();
    await untilFocused(() => button(element, BIN));
    expect(element.querySelector('input')).to.equal(null);
    expect(input.value).to.equal('');
  });

  describe('with a proof that is sent with the request itself', () => {
    const PROOFS = { stepUp: ['password', 'code'] } as const;

    it('shows at the same field that it was wrong, and unlinks once it is right', async () => {
      const refused = new MfaError('invalid-password', 'test', PROOFS);
      const answers = [new MfaError('step-up-required', 'test', PROOFS), refused];
      const { element } = await asked({
        on: { unlinkAuthenticator: ({ proceed }) => answers.shift() ?? proceed() },
      });
      button(element, REMOVE).click();
      await untilText(element, message('step-up.password.lead'));
      fill(field(element), SAMPLE.password);
      button(element, message('step-up.submit')).click();
      await untilText(element, message('error.invalid-password'));
      await untilFocused(() => field(element));
      expect(field(element).value).to.equal('');
      expect(openDialog(element)).not.to.equal(undefined);
      await expect(element).to.be.accessible();
      fill(field(element), SAMPLE.password);
      button(element, message('step-up.submit')).click();
      await untilText(element, REMOVED);
    });

    it('shows a wrong code at the field for a code', async () => {
      const refused = new MfaError('invalid-code', 'test', PROOFS);
      const answers = [new MfaError('step-up-required', 'test', PROOFS), refused];
      const { element } = await asked({
        on: { unlinkAuthenticator: ({ proceed }) => answers.shift() ?? proceed() },
      });
      button(element, REMOVE).click();
      await untilText(element, message('step-up.password.lead'));
      button(element, message('step-up.use-code')).click();
      await untilText(element, message('step-up.code.lead'));
      fill(field(element), SAMPLE.code);
      button(element, message('step-up.submit')).click();
      await untilText(element, message('error.invalid-code'));
      expect(labelOf(field(element))).to.equal(message('code.label', 6));
    });
  });

  it('shows how many tries are left for the password', async () => {
    const { element, backend } = await asked({ stepUp: ['password'] });
    backend.on.stepUp = new MfaError('invalid-password', 'test', { attemptsLeft: 1 });
    button(element, REMOVE).click();
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.attempts-left.other', 'één'));
  });
});
