import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
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
    await untilText(element, 'Gebruik een herstelcode');
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, 'Herstelcode verifiëren').click();
    await untilText(element, 'Je bent ingelogd');
    return shown;
  }

  for (const [codes, sentence] of [
    [4, 'Je hebt nog 3 herstelcodes.'],
    [2, 'Je hebt nog één herstelcode.'],
    [1, 'Dit was je laatste herstelcode.'],
  ] as const) {
    it(`says before going on: ${sentence}`, async () => {
      const { element } = await signIn(codes);
      expect(text(element)).to.include(`${sentence} Maak nieuwe in je profiel`);
      await untilFocused(() => heading(element));
      expect(element.querySelector('input')).to.equal(null);
      expect(events.heard.names).to.deep.equal([]);
      await expect(element).to.be.accessible();
      button(element, 'Verder').click();
      await untilFocused(() => heading(element));
      expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
      expect(events.heard.last('mfa-verified')?.detail.result).to.deep.equal({
        recoveryCodesLeft: codes - 1,
      });
      expect(buttons(element)).to.deep.equal([]);
    });
  }

  it('goes on at once when there are more', async () => {
    await signIn(5);
    expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
  });
});
