import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  field,
  fill,
  heading,
  text,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { challenge, TO_RECOVERY } from './challenge-page.js';

describe('a sign-in with one of the last recovery codes', () => {
  const events = hearEvents();

  async function signIn(codes: number) {
    const shown = await challenge(
      { recoveryCodes: SAMPLE.recoveryCodes.slice(0, codes) },
      { successUrl: '/portaal' },
    );
    const { element } = shown;
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, message('challenge.verified.heading'));
    return shown;
  }

  for (const [codes, sentence] of [
    [4, message('challenge.few-recovery-codes.other', 3)],
    [2, message('challenge.few-recovery-codes.one')],
    [1, message('challenge.few-recovery-codes.none')],
  ] as const) {
    it(`says before it continues: ${sentence}`, async () => {
      const { element } = await signIn(codes);
      expect(text(element)).to.include(
        `${sentence} ${message('challenge.few-recovery-codes.advice')}`,
      );
      await untilFocused(() => heading(element));
      expect(element.querySelector('input')).to.equal(null);
      expect(events.heard.names).to.deep.equal([]);
      await expect(element).to.be.accessible();
      button(element, message('challenge.continue')).click();
      await untilFocused(() => heading(element));
      expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
      expect(events.heard.last('mfa-verified')?.detail.result).to.deep.equal({
        recoveryCodesLeft: codes - 1,
      });
      expect(buttons(element)).to.deep.equal([]);
    });
  }

  it('continues at once if there are more', async () => {
    await signIn(5);
    expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
  });
});
