import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import { button, allElements, expectFocusOn, text, until, untilText } from '../../support/page.js';
import { asksBeforeLeaving, box, REMINDER } from '../recovery-code-list/recovery-code-list-page.js';
import { enrollment, enter } from './enrollment-page.js';

const GO_ON = message('enrollment.done.action', 'ProfiPortaal');

async function linked() {
  const { element } = await enrollment({}, { successUrl: '/portaal' });
  await untilCodeAsked(element);
  enter(element, SAMPLE.code);
  await untilText(element, message('enrollment.recovery-codes.heading.other'));
  return element;
}

const untilCodeAsked = (element: HTMLElement) =>
  until(() => element.querySelector('input') !== null, 'no code is asked');

describe('recovery codes after linking', () => {
  const events = hearEvents();

  it('are all shown, with their purpose and that they show only now', async () => {
    const element = await linked();
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).to.include(code);
    expect(text(element)).to.include(message('enrollment.recovery-codes.lead.other'));
    await expect(element).to.be.accessible();
  });

  it('must be acknowledged before the person continues', async () => {
    const element = await linked();
    button(element, GO_ON).click();
    await untilText(element, REMINDER);
    expectFocusOn(box(element));
    expect(events.heard.names).not.to.include('mfa-navigate');
    await expect(element).to.be.accessible();
    box(element).click();
    await until(() => !text(element).includes(REMINDER), 'the reminder stays');
    button(element, GO_ON).click();
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('are asked about before the page is left, until they are kept (C88)', async () => {
    const element = await linked();
    expect(asksBeforeLeaving()).to.equal(true);
    box(element).click();
    button(element, GO_ON).click();
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('are nowhere after the person continues', async () => {
    const element = await linked();
    box(element).click();
    button(element, GO_ON).click();
    await until(
      () => !allElements(element).some((it) => it.matches('mfa-recovery-code-list')),
      'shown',
    );
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).not.to.include(code);
  });

  it('must be acknowledged again by the next person at the same page', async () => {
    const element = await linked();
    const parent = element.parentElement;
    box(element).click();
    element.remove();
    await Promise.resolve();
    parent?.append(element);
    await untilCodeAsked(element);
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.recovery-codes.heading.other'));
    expect(box(element).checked).to.equal(false);
  });
});
