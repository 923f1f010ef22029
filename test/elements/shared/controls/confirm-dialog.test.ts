import { expect } from '@open-wc/testing';
import '../../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import { RecoveryCodesHarness, scriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { show } from '../../../support/page.js';

describe('the dialog that confirms a change', () => {
  it('is described by its question, and by nothing once it asks for a proof', async () => {
    const backend = scriptedBackend({ state: 'verified', stepUp: ['password'] });
    const element = await show('mfa-recovery-codes', { backend });
    const harness = new RecoveryCodesHarness(element);
    const description = () => {
      const id = element.shadowRoot?.querySelector('dialog')?.getAttribute('aria-describedby');
      return id === null ? null : element.shadowRoot?.getElementById(id ?? '')?.localName;
    };
    await harness.untilOffers('generate');
    await harness.press('generate');
    expect(description()).to.equal('p');
    await harness.press('submit');
    await harness.untilText(message('step-up.password.lead'));
    expect(description()).to.equal(null);
  });
});
