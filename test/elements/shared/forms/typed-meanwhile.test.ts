import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MfaErrorKind } from '../../../../src/backend/mfa-error.js';
import { SAMPLE, type ScriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { button, expectFocusOn, field, fill, until, untilText } from '../../../support/page.js';
import { asked as askedToUnlink, REMOVE } from '../../authenticators/authenticators-page.js';
import { challenge } from '../../challenge/challenge-page.js';
import { scanning } from '../../enrollment/enrollment-page.js';

interface Place {
  readonly element: HTMLElement;
  readonly backend: ScriptedBackend;
}

async function askedForPassword(): Promise<Place> {
  const shown = await askedToUnlink({ stepUp: ['password'] });
  button(shown.element, REMOVE).click();
  await untilText(shown.element, message('step-up.submit'));
  return shown;
}

/** Every field whose value is cleared once it is refused. */
const PLACES: readonly (readonly [
  name: string,
  reach: () => Promise<Place>,
  operation: 'verify' | 'confirmEnrollment' | 'stepUp',
  refusal: MfaErrorKind,
  wrong: string,
  begun: string,
])[] = [
  ['the code at sign-in', challenge, 'verify', 'invalid-code', '000000', '12'],
  ['the first code of an app', scanning, 'confirmEnrollment', 'invalid-code', '000000', '12'],
  ['the password of a step-up', askedForPassword, 'stepUp', 'invalid-password', 'oud', 'Nieu'],
];

describe('what is typed while the last try is on its way', () => {
  for (const [name, reach, operation, refusal, wrong, begun] of PLACES) {
    /** Sends a wrong value, and begins to type another one. */
    async function typed(next: string) {
      const shown = await reach();
      const call = shown.backend.hold(operation);
      const input = field(shown.element);
      fill(input, wrong);
      await sendKeys({ press: 'Enter' });
      await call.called;
      input.select();
      await sendKeys({ type: next });
      const refuse = async () => {
        call.settle(refusal);
        // The message differs: at the first code of an app it may say why.
        await until(() => input.getAttribute('aria-invalid') === 'true', 'there is no error');
      };
      return { ...shown, input, refuse };
    }

    it(`stays and is not selected if that is refused: ${name}`, async () => {
      const { element, input, refuse } = await typed(begun);
      await refuse();
      expect(field(element)).to.equal(input);
      expect(input.value).to.equal(begun);
      expectFocusOn(input);
      await sendKeys({ type: '3' });
      expect(input.value).to.equal(`${begun}3`);
    });

    it(`stays if it was entered too: ${name}`, async () => {
      const whole = operation === 'stepUp' ? SAMPLE.password : '654321';
      const { input, refuse } = await typed(whole);
      await sendKeys({ press: 'Enter' });
      await refuse();
      expect(input.value).to.equal(whole);
    });
  }
});
