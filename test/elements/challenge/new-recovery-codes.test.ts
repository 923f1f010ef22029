import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import {
  button,
  buttons,
  allElements,
  expectFocusOn,
  field,
  fill,
  heading,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { asksBeforeLeaving } from '../recovery-code-list/recovery-code-list-page.js';
import { challenge, enter, TO_RECOVERY } from './challenge-page.js';

const ONE = ['NIEUW-1111-AAAA'] as const;
const TWO = ['NIEUW-1111-AAAA', 'NIEUW-2222-BBBB'] as const;

describe('a sign-in that gives new recovery codes', () => {
  const events = hearEvents();

  async function signIn(recoveryCodes: readonly string[]) {
    const result = { recoveryCodes, recoveryCodesLeft: recoveryCodes.length };
    const { element } = await challenge(
      { on: { verifyRecoveryCode: result } },
      { successUrl: '/portaal', issuer: 'ProfiPortaal' },
    );
    button(element, TO_RECOVERY).click();
    await untilText(element, message('challenge.recovery-code.heading'));
    fill(field(element), SAMPLE.recoveryCodes[0]);
    button(element, message('challenge.recovery-code.submit')).click();
    await untilText(element, recoveryCodes[0] ?? '');
    return element;
  }

  const box = (element: Element) =>
    allElements(element).find(
      (it): it is HTMLInputElement => it instanceof HTMLInputElement && it.type === 'checkbox',
    );

  it('shows them before it continues, and asks whether they are kept', async () => {
    const element = await signIn(TWO);
    await untilFocused(() => heading(element));
    expect(text(element)).to.include(
      `${message('challenge.new-recovery-codes.heading.other')} ${message('challenge.new-recovery-codes.lead.other')}`,
    );
    for (const code of TWO) expect(text(element)).to.include(code);
    expect(text(element)).not.to.match(messagePattern('challenge.few-recovery-codes.other'));
    expect(events.heard.names).to.deep.equal([]);
    await expect(element).to.be.accessible();
    button(element, message('challenge.continue')).click();
    await untilText(element, message('recovery-code-list.reminder.other'));
    expectFocusOn(box(element));
    expect(events.heard.names).to.deep.equal([]);
  });

  it('continues once they are kept, and sends none of them to the page', async () => {
    const element = await signIn(TWO);
    expect(asksBeforeLeaving()).to.equal(true);
    box(element)?.click();
    button(element, message('challenge.continue')).click();
    await untilText(element, message('challenge.verified.heading'));
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(events.heard.names).to.deep.equal(['mfa-verified', 'mfa-navigate']);
    expect(events.heard.last('mfa-verified')?.detail.result).to.deep.equal({
      recoveryCodesLeft: 2,
    });
    for (const code of TWO) expect(text(element)).not.to.include(code);
    expect(allElements(element).some((it) => it.matches('mfa-recovery-code-list'))).to.equal(false);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('has the singular for one code', async () => {
    const element = await signIn(ONE);
    expect(text(element)).to.include(
      `${message('challenge.new-recovery-codes.heading.one')} ${message('challenge.new-recovery-codes.lead.one')}`,
    );
    expect(text(element)).to.include(message('recovery-code-list.kept.one'));
    expect(buttons(element)).to.include(message('recovery-code-list.copy.one'));
    button(element, message('challenge.continue')).click();
    await untilText(element, message('recovery-code-list.reminder.one'));
    await expect(element).to.be.accessible();
  });

  it('shows them also after a code from the app', async () => {
    const { element } = await challenge({ on: { verify: { recoveryCodes: ONE } } });
    enter(element, SAMPLE.code);
    await untilText(element, ONE[0]);
    await untilFocused(() => heading(element));
  });

  it('forgets them when the page is left', async () => {
    const element = await signIn(ONE);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    const contents = allElements(element).map((it) => it.shadowRoot?.textContent ?? '');
    expect(contents.join()).not.to.include(ONE[0]);
  });
});
