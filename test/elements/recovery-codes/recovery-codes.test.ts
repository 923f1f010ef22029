import { expect } from '@open-wc/testing';
import { hearEvents } from '../../support/events.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  heading,
  headings,
  link,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { counted, recoveryCodes, RENEW, SEVEN } from './recovery-codes-page.js';

const status = (left: number, total?: number) => ({
  recoveryCodesStatus: { left, ...(total !== undefined && { total }) },
});
const LOADING = 'Je herstelcodes worden opgezocht…';

describe('how many recovery codes are left', () => {
  const events = hearEvents();

  it('is told with when they were made, and never a code', async () => {
    const { element } = await counted({ on: { recoveryCodesStatus: SEVEN } });
    expect(headings(element)).to.deep.equal(['Herstelcodes']);
    expect(text(element)).to.include('Je hebt nog 7 van de 10 herstelcodes.');
    expect(text(element)).to.include('Gemaakt op 12 januari 2026');
    expect(text(element)).not.to.include('weinig');
    expect(buttons(element)).to.deep.equal([RENEW]);
    expectFocusOn(document.body);
    await expect(element).to.be.accessible();
  });

  for (const [left, total, sentence] of [
    [0, 10, 'Je hebt geen herstelcodes meer.'],
    [0, undefined, 'Je hebt geen herstelcodes meer.'],
    [0, 0, 'Je hebt nog geen herstelcodes.'],
    [1, 10, 'Je hebt nog 1 van de 10 herstelcodes.'],
    [1, 1, 'Je hebt nog 1 herstelcode.'],
    [1, undefined, 'Je hebt nog 1 herstelcode.'],
    [2, undefined, 'Je hebt nog 2 herstelcodes.'],
    [10, 10, 'Je hebt nog 10 van de 10 herstelcodes.'],
  ] as const) {
    it(`is "${sentence}" for ${left} of ${total ?? 'an unknown number'}`, async () => {
      const { element } = await recoveryCodes({ on: status(left, total) });
      await untilText(element, sentence);
    });
  }

  for (const [left, advice] of [
    [4, undefined],
    [3, 'Je hebt nog maar weinig codes. Maak nieuwe voordat ze op zijn.'],
    [1, 'Je hebt nog maar weinig codes. Maak nieuwe voordat ze op zijn.'],
    [0, 'Maak herstelcodes, zodat je ook zonder je telefoon kunt inloggen.'],
  ] as const) {
    it(`comes ${advice ? 'with calm advice' : 'without advice'} at ${left}`, async () => {
      const { element } = await recoveryCodes({ on: status(left, 10) });
      await untilText(element, RENEW);
      if (advice) expect(text(element)).to.include(advice);
      else expect(text(element)).not.to.include('Maak ');
      expect(announced(element)).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('is told without a day where the server gave no real one', async () => {
    const createdAt = new Date(Number.NaN);
    const { element } = await counted({ on: { recoveryCodesStatus: { left: 7, createdAt } } });
    expect(text(element)).to.include('Je hebt nog 7 herstelcodes.');
    expect(text(element)).not.to.include('Gemaakt op');
  });

  it('takes no more room than was kept for it', async () => {
    const { element, backend } = await counted({ on: { recoveryCodesStatus: SEVEN } });
    const { height } = element.getBoundingClientRect();
    const held = backend.hold('recoveryCodesStatus');
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await held.called;
    await untilText(element, LOADING);
    expect(element.getBoundingClientRect().height).to.equal(height);
    await expect(element).to.be.accessible();
    element.remove();
  });

  it('is left out where the server does not tell, which is no failure', async () => {
    const { element } = await recoveryCodes({ without: ['recoveryCodesStatus'] });
    await untilText(element, RENEW);
    expect(text(element)).not.to.include('Je hebt');
    expect(events.heard.names).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('is left out where the server knows of none', async () => {
    const { element } = await recoveryCodes({ on: { recoveryCodesStatus: 'not-found' } });
    await untilText(element, RENEW);
    expect(text(element)).not.to.include('Je hebt');
  });

  it('is all there is where the server makes no new codes', async () => {
    const { element } = await recoveryCodes({
      without: ['generateRecoveryCodes'],
      on: status(1, 10),
    });
    await untilText(element, 'Je hebt nog 1 van de 10 herstelcodes.');
    expect(buttons(element)).to.deep.equal([]);
    expect(text(element)).not.to.include('Maak ');
  });

  it('can be asked once more when it did not come', async () => {
    const { element, backend } = await recoveryCodes({ on: { recoveryCodesStatus: 'offline' } });
    await untilText(element, 'Er is geen internetverbinding.');
    expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
      kind: 'offline',
      operation: 'recoveryCodesStatus',
    });
    backend.on.recoveryCodesStatus = SEVEN;
    button(element, 'Opnieuw proberen').click();
    await untilText(element, 'Je hebt nog 7');
    await untilFocused(() => heading(element));
  });

  it('leads to the sign-in page when the session has ended', async () => {
    const { element } = await recoveryCodes({ on: { recoveryCodesStatus: 'signed-out' } });
    element.signInUrl = '/inloggen';
    await untilText(element, 'Je bent uitgelogd.');
    await until(() => text(element).includes('Opnieuw inloggen'), 'there is no way on');
    link(element, 'Opnieuw inloggen');
  });
});
