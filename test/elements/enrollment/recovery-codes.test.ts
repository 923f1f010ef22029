import { expect } from '@open-wc/testing';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { announced, button, everything, text, until, untilText } from '../../support/page.js';
import { enter, scanning } from './enrollment-page.js';

const GO_ON = 'Verder naar ProfiPortaal';
const REMINDER = 'Bewaar eerst je herstelcodes en zet dan het vinkje.';

async function linked() {
  const { element } = await scanning({}, { successUrl: '/portaal' });
  enter(element, SAMPLE.code);
  await untilText(element, 'Bewaar je herstelcodes');
  return element;
}

const box = (element: HTMLElement): HTMLInputElement => {
  const found = everything(element).find((inner) => inner.matches('input[type=checkbox]'));
  if (!(found instanceof HTMLInputElement)) throw new Error('There is no box to tick.');
  return found;
};

describe('recovery codes after linking', () => {
  const events = hearEvents();

  it('show all, with what they are for and that they are shown only now', async () => {
    const element = await linked();
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).to.include(code);
    expect(text(element)).to.include('Bewaar ze op een veilige plek: je ziet ze alleen nu.');
    await expect(element).to.be.accessible();
  });

  it('have to be acknowledged before going on', async () => {
    const element = await linked();
    button(element, GO_ON).click();
    await untilText(element, REMINDER);
    expect(announced(element)).to.deep.equal([REMINDER]);
    expect(events.heard.names).not.to.include('mfa-navigate');
    await expect(element).to.be.accessible();
    box(element).click();
    await until(() => announced(element).length === 0, 'the reminder stays');
    button(element, GO_ON).click();
    await until(() => events.heard.names.includes('mfa-navigate'), 'nothing was left for');
    expect(events.heard.last('mfa-navigate')?.detail.url).to.equal(`${location.origin}/portaal`);
  });

  it('are nowhere any more after going on', async () => {
    const element = await linked();
    box(element).click();
    button(element, GO_ON).click();
    await until(() => !everything(element).some((it) => it.matches('mfa-recovery-codes')), 'shown');
    for (const code of SAMPLE.recoveryCodes) expect(text(element)).not.to.include(code);
  });

  it('have to be acknowledged anew by the next person at the same page', async () => {
    const element = await linked();
    const parent = element.parentElement;
    box(element).click();
    element.remove();
    await Promise.resolve();
    parent?.append(element);
    await untilText(element, 'Scan de QR-code');
    enter(element, SAMPLE.code);
    await untilText(element, 'Bewaar je herstelcodes');
    expect(box(element).checked).to.equal(false);
  });
});
