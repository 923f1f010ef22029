import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import {
  announced,
  button,
  descriptionOf,
  field,
  fill,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { challenge, enter, VERIFY } from './challenge-page.js';

describe('a code that is refused at sign-in', () => {
  it('does not send a code with digits missing, and leaves the digits there', async () => {
    const { element, backend } = await challenge();
    enter(element, '12345');
    await untilText(element, 'Vul alle 6 cijfers in van de code in je Authenticator-app.');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('12345');
    expect(field(element).selectionStart).to.equal(field(element).selectionEnd);
    expect(backend.calls).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('says that a code is wrong at the field, clears it and puts the cursor back', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    const sentence = 'Deze code klopt niet. Vul de code in die nu in je Authenticator-app staat.';
    await untilText(element, sentence);
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    expect(announced(element)).to.deep.equal([sentence]);
    button(element, VERIFY).focus();
    expect(descriptionOf(field(element))).to.equal(sentence);
    await expect(element).to.be.accessible();
    enter(element, SAMPLE.code);
    await untilText(element, 'Je bent ingelogd');
  });

  it('says it in the other language when the page changes its own', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, 'Deze code klopt niet.');
    document.documentElement.lang = 'en';
    try {
      await untilText(element, 'This code is not right.');
      expect(announced(element)).to.have.length(1);
    } finally {
      document.documentElement.lang = 'nl';
    }
    await untilText(element, 'Deze code klopt niet.');
  });

  it('takes the error away as soon as the person types', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, 'Deze code klopt niet.');
    fill(field(element), '1');
    await until(() => announced(element).length === 0, 'the error stays');
  });

  it('announces the same error again after a second wrong code', async () => {
    const { element, backend } = await challenge();
    enter(element, '999999');
    await untilText(element, 'Deze code klopt niet.');
    const held = backend.hold('verify');
    enter(element, '888888');
    await until(() => announced(element).length === 0, 'the first error stays');
    held.proceed();
    await untilText(element, 'Deze code klopt niet.');
  });

  it('says to wait for the next code when a code was used before', async () => {
    const { element } = await challenge({ on: { verify: 'code-reused' } });
    enter(element, SAMPLE.code);
    await untilText(element, 'Deze code is al gebruikt. Wacht op de volgende code in je app');
    expect(field(element).value).to.equal('');
  });

  it('says how many tries are left, for one and for more', async () => {
    const { element, backend } = await challenge();
    backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 2 });
    enter(element, SAMPLE.code);
    await untilText(element, 'Je kunt het nog 2 keer proberen.');
    backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 1 });
    enter(element, SAMPLE.code);
    await untilText(element, 'Je kunt het nog één keer proberen. Daarna moet je een tijd wachten.');
  });

  it('says after one code sent twice that it is the same one', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, 'Deze code klopt niet.');
    enter(element, '999999');
    const sentence =
      'Je hebt deze code al ingevuld. Wacht tot de app een nieuwe laat zien en vul die in.';
    await untilText(element, sentence);
    expect(announced(element)).to.deep.equal([sentence]);
    enter(element, '888888');
    await untilText(element, 'Deze code klopt niet.');
  });

  it('says after two wrong codes that the clock of the device is off, when it is', async () => {
    const { element } = await challenge({
      on: { verify: new MfaError('invalid-code', 'test', { clockSkew: 180, attemptsLeft: 3 }) },
    });
    enter(element, '999999');
    await untilText(element, 'Deze code klopt niet.');
    expect(text(element)).not.to.include('De klok');
    enter(element, '888888');
    await untilText(element, 'De klok van dit apparaat loopt ongeveer 3 minuten voor.');
    expect(announced(element)).to.have.length(1);
    expect(announced(element)[0]).to.match(/^Deze code klopt niet\. .*nog 3 keer .*De klok /);
  });

  it('says why at the field when the button was pressed, where the cursor comes back', async () => {
    const { element } = await challenge();
    fill(field(element), '999999');
    button(element, VERIFY).focus();
    button(element, VERIFY).click();
    await untilText(element, 'Deze code klopt niet.');
    await untilFocused(() => field(element));
    expect(descriptionOf(field(element))).to.include('Deze code klopt niet.');
    expect(announced(element)).to.deep.equal([]);
  });

  it('selects a code that was kept, so that the next one takes its place', async () => {
    const { element, backend } = await challenge({ on: { verify: 'offline' } });
    enter(element, '111111');
    await untilText(element, 'Er is geen internetverbinding.');
    await untilText(element, 'Wat je hebt ingevuld, staat er nog.');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('111111');
    delete backend.on.verify;
    await sendKeys({ type: SAMPLE.code });
    expect(field(element).value).to.equal(SAMPLE.code);
    await sendKeys({ press: 'Enter' });
    await untilText(element, 'Je bent ingelogd');
  });

  it('says that signing in is blocked, and by whom it is opened again', async () => {
    const { element } = await challenge({ on: { verify: 'locked' } });
    enter(element, SAMPLE.code);
    await untilText(element, 'Inloggen met een code is geblokkeerd. Neem contact met ons op');
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal(SAMPLE.code);
  });
});
