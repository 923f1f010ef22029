import { expect } from '@open-wc/testing';
import { MfaError, type StepUpProof } from '../../../src/backend/mfa-error.js';
import { SAMPLE, type Scripts } from '../../../src/testing/index.js';
import {
  button,
  buttons,
  everything,
  expectFocusOn,
  field,
  fill,
  heading,
  labelOf,
  text,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { enrollment, enter, holdsKey, LINKED, scanning } from './enrollment-page.js';

describe('a server that wants to know once more who is linking', () => {
  const asks = (...stepUp: readonly StepUpProof[]): Scripts => {
    let asked = false;
    return {
      startEnrollment: ({ proceed }) => {
        if (asked) return proceed();
        asked = true;
        return new MfaError('step-up-required', 'test', { stepUp });
      },
    };
  };

  it('is told the password, in a field that password managers know', async () => {
    const { element, backend } = await enrollment({ on: asks('password') });
    await untilText(element, 'Vul je wachtwoord in, zodat niemand anders dit kan wijzigen.');
    expectFocusOn(document.body);
    expect(labelOf(field(element))).to.equal('Wachtwoord');
    expect(field(element).type).to.equal('password');
    expect(field(element).autocomplete).to.equal('current-password');
    expect(buttons(element)).to.deep.equal(['Bevestigen']);
    await expect(element).to.be.accessible();
    fill(field(element), 'verkeerd');
    button(element, 'Bevestigen').click();
    await untilText(element, 'Dit wachtwoord klopt niet.');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    fill(field(element), SAMPLE.password);
    button(element, 'Bevestigen').click();
    await untilText(element, 'Vul de code in');
    expectFocusOn(heading(element));
    expect(backend.calls.at(-1)?.operation).to.equal('startEnrollment');
    expect(everything(element).filter((inner) => inner.matches('input'))).to.have.length(1);
  });

  it('is told a code instead when it accepts both, without the old error at the new field', async () => {
    const { element } = await enrollment({ on: asks('password', 'code') });
    await untilText(element, 'Vul je wachtwoord in, zodat');
    fill(field(element), 'verkeerd');
    button(element, 'Bevestigen').click();
    await untilText(element, 'Dit wachtwoord klopt niet.');
    button(element, 'Liever een code uit de app gebruiken').click();
    await untilText(element, 'Vul een code uit je app in, zodat niemand anders dit kan wijzigen.');
    await untilFocused(() => field(element));
    expect(text(element)).not.to.include('Dit wachtwoord klopt niet.');
    expect(labelOf(field(element))).to.equal('6-cijferige machtigingscode');
    await expect(element).to.be.accessible();
    fill(field(element), SAMPLE.code);
    button(element, 'Bevestigen').click();
    await untilText(element, 'Vul de code in');
  });

  it('may also ask for it when the first code is sent, and then gives the same key', async () => {
    const { element, backend } = await scanning();
    backend.on.confirmEnrollment = 'step-up-required';
    enter(element, SAMPLE.code);
    await untilText(element, 'Vul je wachtwoord in, zodat');
    await untilFocused(() => field(element));
    expect(holdsKey(element)).to.equal(false);
    delete backend.on.confirmEnrollment;
    fill(field(element), SAMPLE.password);
    button(element, 'Bevestigen').click();
    await untilText(element, 'Vul de code in');
    expect(holdsKey(element)).to.equal(true);
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
  });
});
