import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
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
    await untilText(element, message('code.incomplete', 6));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('12345');
    expect(field(element).selectionStart).to.equal(field(element).selectionEnd);
    expect(backend.calls).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('shows at the field that a code is wrong, clears it and puts the caret back', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    const sentence = message('error.invalid-code');
    await untilText(element, sentence);
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    expect(announced(element)).to.deep.equal([sentence]);
    button(element, VERIFY).focus();
    expect(descriptionOf(field(element))).to.equal(sentence);
    await expect(element).to.be.accessible();
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
  });

  it('changes the language of the error with the page', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    document.documentElement.lang = 'en';
    try {
      await untilText(element, 'This code is not right.');
      expect(announced(element)).to.have.length(1);
    } finally {
      document.documentElement.lang = 'nl';
    }
    await untilText(element, message('error.invalid-code'));
  });

  it('removes the error as soon as the person types', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    fill(field(element), '1');
    await until(() => announced(element).length === 0, 'the error stays');
  });

  it('announces the same error again after a second wrong code', async () => {
    const { element, backend } = await challenge();
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    const held = backend.hold('verify');
    enter(element, '888888');
    await until(() => announced(element).length === 0, 'the first error stays');
    held.proceed();
    await untilText(element, message('error.invalid-code'));
  });

  it('says to wait for the next code if a code was used before', async () => {
    const { element } = await challenge({ on: { verify: 'code-reused' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.code-reused'));
    expect(field(element).value).to.equal('');
  });

  it('says how many tries are left, for one and for more', async () => {
    const { element, backend } = await challenge();
    backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 2 });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.attempts-left.other', 2));
    backend.on.verify = new MfaError('invalid-code', 'test', { attemptsLeft: 1 });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.attempts-left.one'));
  });

  it('says after one code sent twice that it is the same one', async () => {
    const { element } = await challenge();
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    enter(element, '999999');
    const sentence = message('diagnosis.reused');
    await untilText(element, sentence);
    expect(announced(element)).to.deep.equal([sentence]);
    enter(element, '888888');
    await untilText(element, message('error.invalid-code'));
  });

  it('says after two wrong codes that the clock of the device is wrong, if it is', async () => {
    const { element } = await challenge({
      on: { verify: new MfaError('invalid-code', 'test', { clockSkew: 180, attemptsLeft: 3 }) },
    });
    enter(element, '999999');
    await untilText(element, message('error.invalid-code'));
    expect(text(element)).not.to.match(messagePattern('clock-skew.fast'));
    expect(text(element)).not.to.match(messagePattern('clock-skew.slow'));
    enter(element, '888888');
    await untilText(element, message('clock-skew.fast', '3 minuten'));
    expect(announced(element)).to.have.length(1);
    expect(announced(element)[0]).to.equal(
      [
        message('error.invalid-code'),
        message('error.attempts-left.other', 3),
        message('clock-skew.fast', '3 minuten'),
      ].join(' '),
    );
  });

  it('shows the reason at the field after a press of the button, with the caret there', async () => {
    const { element } = await challenge();
    fill(field(element), '999999');
    button(element, VERIFY).focus();
    button(element, VERIFY).click();
    await untilText(element, message('error.invalid-code'));
    await untilFocused(() => field(element));
    expect(descriptionOf(field(element))).to.include(message('error.invalid-code'));
    expect(announced(element)).to.deep.equal([]);
  });

  it('selects a code that was kept, so that the next one takes its place', async () => {
    const { element, backend } = await challenge({ on: { verify: 'offline' } });
    enter(element, '111111');
    await untilText(element, message('error.offline'));
    await untilText(element, message('challenge.kept'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('111111');
    delete backend.on.verify;
    await sendKeys({ type: SAMPLE.code });
    expect(field(element).value).to.equal(SAMPLE.code);
    await sendKeys({ press: 'Enter' });
    await untilText(element, message('challenge.verified.heading'));
  });

  it('says that signing in is blocked, and who can unblock it', async () => {
    const { element } = await challenge({ on: { verify: 'locked' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.locked'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal(SAMPLE.code);
  });
});
