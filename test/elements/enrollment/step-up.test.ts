import { expect } from '@open-wc/testing';
import { MfaError, type StepUpProof } from '../../../src/backend/mfa-error.js';
import { SAMPLE, type Scripts } from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import {
  button,
  buttons,
  allElements,
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

describe('a server that requires a step-up before linking', () => {
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

  it('gets the password, from a field that password managers recognize', async () => {
    const { element, backend } = await enrollment({ on: asks('password') });
    await untilText(element, message('step-up.password.lead'));
    expectFocusOn(document.body);
    expect(labelOf(field(element))).to.equal(message('password.label'));
    expect(field(element).type).to.equal('password');
    expect(field(element).autocomplete).to.equal('current-password');
    expect(buttons(element)).to.deep.equal([message('step-up.submit')]);
    await expect(element).to.be.accessible();
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('enrollment.code.heading'));
    expectFocusOn(heading(element));
    expect(backend.calls.at(-1)?.operation).to.equal('startEnrollment');
    expect(allElements(element).filter((inner) => inner.matches('input'))).to.have.length(1);
  });

  it('gets a code instead if it accepts both, without the old error at the new field', async () => {
    const { element } = await enrollment({ on: asks('password', 'code') });
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), 'verkeerd');
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.invalid-password'));
    button(element, message('step-up.use-code')).click();
    await untilText(element, message('step-up.code.lead'));
    await untilFocused(() => field(element));
    expect(text(element)).not.to.include(message('error.invalid-password'));
    expect(labelOf(field(element))).to.equal(message('code.label', 6));
    await expect(element).to.be.accessible();
    fill(field(element), SAMPLE.code);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('enrollment.code.heading'));
  });
});

describe('a server that requires a step-up for the first code', () => {
  /** The server asks for the password after a code; `again` is the response to the code that is sent again with it. */
  async function proven(again: Scripts['confirmEnrollment']) {
    const { element, backend } = await scanning();
    backend.on.confirmEnrollment = 'step-up-required';
    enter(element, SAMPLE.code);
    await untilText(element, message('step-up.password.lead'));
    await untilFocused(() => field(element));
    expect(holdsKey(element)).to.equal(false);
    if (again) backend.on.confirmEnrollment = again;
    else delete backend.on.confirmEnrollment;
    fill(field(element), SAMPLE.password);
    const confirm = () => button(element, message('step-up.submit')).click();
    return { element, backend, confirm };
  }

  /** A server that forgets the secret at a new start would make the secret in the app useless. */
  it('gets the same code again, and no request for another key', async () => {
    const { element, backend, confirm } = await proven(undefined);
    confirm();
    await untilText(element, LINKED);
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      'startEnrollment',
      'confirmEnrollment',
      'stepUp',
      'confirmEnrollment',
    ]);
  });

  it('shows the key and the code during that request, with the caret at the code', async () => {
    const { element, backend, confirm } = await proven(undefined);
    const held = backend.hold('confirmEnrollment');
    confirm();
    await held.called;
    await untilText(element, message('button.busy'));
    await untilFocused(() => field(element));
    expect(holdsKey(element)).to.equal(true);
    expect(field(element).value).to.equal(SAMPLE.code);
    await expect(element).to.be.accessible();
    held.settle('offline');
    await untilText(element, message('enrollment.offline.kept'));
    expect(field(element).value).to.equal(SAMPLE.code);
  });

  it('may refuse the code then: the next one is asked for as usual', async () => {
    const { element, backend, confirm } = await proven('invalid-code');
    confirm();
    await untilText(element, messagePattern('diagnosis.other-account'));
    await untilFocused(() => field(element));
    expect(field(element).value).to.equal('');
    delete backend.on.confirmEnrollment;
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
  });

  it('may refuse the password only then: the error shows at its field', async () => {
    const refused = new MfaError('invalid-password', 'test', { stepUp: ['password'] });
    const { element, backend, confirm } = await proven(refused);
    confirm();
    await untilText(element, message('error.invalid-password'));
    await untilFocused(() => field(element));
    expect(labelOf(field(element))).to.equal(message('password.label'));
    expect(field(element).value).to.equal('');
    await expect(element).to.be.accessible();
    delete backend.on.confirmEnrollment;
    fill(field(element), SAMPLE.password);
    confirm();
    await untilText(element, LINKED);
  });
});
