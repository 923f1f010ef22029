import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/elements/code-input/mfa-code-input.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import {
  asked,
  listed,
  PENCIL,
  REMOVE,
} from '../../elements/authenticators/authenticators-page.js';
import { challenge, TO_RECOVERY } from '../../elements/challenge/challenge-page.js';
import { paste } from '../../elements/code-input/code-field.js';
import { enrollment, scanning } from '../../elements/enrollment/enrollment-page.js';
import { middleOf, pressKeys } from '../../support/engine.js';
import { message } from '../../support/message.js';
import {
  button,
  descriptionOf,
  expectFocusOn,
  field,
  labelOf,
  visibleElements,
  until,
  untilText,
} from '../../support/page.js';

/** A field of an element, a valid value, and the message if the value is refused. */
interface Field {
  readonly show: () => Promise<HTMLElement>;
  readonly right: string;
  readonly refusal: string;
}

const WRONG_CODE = message('error.invalid-code');
const WRONG_PASSWORD = message('error.invalid-password');
const refusing = { stepUp: 'invalid-password' } as const;

/** Every field of the elements. */
const FIELDS: Readonly<Record<string, Field>> = {
  'the code at sign-in': {
    show: async () => (await challenge({ on: { verify: 'invalid-code' } })).element,
    right: SAMPLE.code,
    refusal: WRONG_CODE,
  },
  'the recovery code': {
    show: async () => {
      const { element } = await challenge({ on: { verifyRecoveryCode: 'invalid-recovery-code' } });
      button(element, TO_RECOVERY).click();
      await untilText(element, message('challenge.recovery-code.submit'));
      return element;
    },
    right: SAMPLE.recoveryCodes[0],
    refusal: message('error.invalid-recovery-code'),
  },
  'the first code while linking': {
    show: async () =>
      (await scanning({ on: { confirmEnrollment: new MfaError('code-reused', 'test') } })).element,
    right: SAMPLE.code,
    refusal: message('error.code-reused'),
  },
  'the password before linking': {
    show: async () => {
      const startEnrollment = new MfaError('step-up-required', 'test', { stepUp: ['password'] });
      const { element } = await enrollment({ on: { startEnrollment, ...refusing } });
      await untilText(element, message('password.label'));
      return element;
    },
    right: SAMPLE.password,
    refusal: WRONG_PASSWORD,
  },
  'the password before unlinking': {
    show: async () => {
      const { element } = await asked({ stepUp: ['password'], on: refusing });
      button(element, REMOVE).click();
      await untilText(element, message('password.label'));
      return element;
    },
    right: SAMPLE.password,
    refusal: WRONG_PASSWORD,
  },
  'the name of an app': {
    show: async () => {
      const { element } = await listed();
      button(element, PENCIL).click();
      await untilText(element, message('authenticators.rename.field'));
      return element;
    },
    right: 'x'.repeat(65),
    refusal: message('authenticators.rename.too-long', 65, 64),
  },
};

for (const [name, { show, right, refusal }] of Object.entries(FIELDS)) {
  describe(name, () => {
    it(`A2: accepts pasted text, ${name}`, async () => {
      const input = field(await show());
      input.value = '';
      input.focus();
      await paste(right);
      expect(input.value).to.equal(right);
    });

    it(`A9: shows the error at the field, ${name}`, async () => {
      const element = await show();
      const input = field(element);
      input.value = '';
      input.focus();
      await paste(right);
      await pressKeys('Enter');
      await untilText(element, refusal);
      expect(labelOf(input)).not.to.equal('');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      // While the field has the focus, the live region has the error; later it is the description.
      input.blur();
      await until(
        () => descriptionOf(input).includes(refusal),
        'the error does not describe the field',
      );
      const error = visibleElements(element).find((it) => it.matches('[slot=error]'));
      expect(error?.getRootNode() === input.getRootNode(), 'in one tree').to.equal(true);
    });
  });
}

describe('a code field in an outer label', () => {
  it('A19: gets the focus from a label around it', async () => {
    const label = await fixture<HTMLLabelElement>(
      html`<label>Mijn code <mfa-code-input></mfa-code-input></label>`,
    );
    const input = field(label);
    const { x, y } = label.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x) + 4, Math.round(y) + 8] });
    expectFocusOn(input);
    expect(middleOf(input).y).to.be.greaterThan(y + 16);
  });
});
