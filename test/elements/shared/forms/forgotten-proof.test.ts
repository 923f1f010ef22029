import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../../src/backend/backend.js';
import { SAMPLE, type ScriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  link,
  untilText,
} from '../../../support/page.js';
import {
  asked as askedToUnlink,
  listed,
  PENCIL,
  REMOVE,
} from '../../authenticators/authenticators-page.js';
import { enrollment, enter, scanning } from '../../enrollment/enrollment-page.js';
import { asked as askedToGenerate, CONFIRM } from '../../recovery-codes/recovery-codes-page.js';

const AGAIN = message('error.step-up-required');
const RETRY = message('failure.retry.action');
const STEP_UP = message('step-up.submit');

interface Asked {
  readonly element: HTMLElement;
  readonly backend: ScriptedBackend;
}

/** How a person makes each change that may require a proof. */
const CHANGES: Readonly<Partial<Record<MfaOperation, () => Promise<Asked>>>> = {
  unlinkAuthenticator: async () => {
    const shown = await askedToUnlink({ on: { unlinkAuthenticator: 'step-up-required' } });
    button(shown.element, REMOVE).click();
    return shown;
  },
  renameAuthenticator: async () => {
    const shown = await listed({ on: { renameAuthenticator: 'step-up-required' } });
    button(shown.element, PENCIL).click();
    await untilText(shown.element, message('authenticators.rename.save'));
    fill(field(shown.element), 'Werktelefoon');
    button(shown.element, message('authenticators.rename.save')).click();
    return shown;
  },
  generateRecoveryCodes: async () => {
    const shown = await askedToGenerate({ on: { generateRecoveryCodes: 'step-up-required' } });
    button(shown.element, CONFIRM).click();
    return shown;
  },
  startEnrollment: () => enrollment({ on: { startEnrollment: 'step-up-required' } }),
  confirmEnrollment: async () => {
    const shown = await scanning({ on: { confirmEnrollment: 'step-up-required' } });
    enter(shown.element, SAMPLE.code);
    return shown;
  },
};

describe('a server that accepts a proof and then asks for it again', () => {
  for (const [operation, change] of Object.entries(CHANGES)) {
    it(`says so after ${operation}, and offers to sign in again (D10)`, async () => {
      const { element, backend } = await change();
      element.setAttribute('sign-in-url', '/inloggen');
      await untilText(element, message('step-up.password.lead'));
      fill(field(element), SAMPLE.password);
      button(element, STEP_UP).click();
      await untilText(element, AGAIN);
      expect(announced(element)).to.deep.equal([AGAIN]);
      expectFocusOn(heading(element));
      expect(link(element, message('failure.sign-in.action')).pathname).to.equal('/inloggen');
      expect(buttons(element)).to.deep.equal([]);
      const changes = backend.calls.filter((call) => call.operation === operation);
      expect(changes).to.have.length(2);
      await expect(element).to.be.accessible();
    });
  }

  it('can be tried again later if the page has no URL to sign in at (D10)', async () => {
    const { element, backend } = await enrollment({ on: { startEnrollment: 'step-up-required' } });
    await untilText(element, message('step-up.password.lead'));
    fill(field(element), SAMPLE.password);
    button(element, STEP_UP).click();
    await untilText(element, AGAIN);
    delete backend.on.startEnrollment;
    button(element, RETRY).click();
    await untilText(element, message('enrollment.code.heading'));
  });
});
