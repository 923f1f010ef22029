import { expect } from '@open-wc/testing';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
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
import { counted, recoveryCodes, GENERATE, SEVEN } from './recovery-codes-page.js';

const status = (left: number, total?: number) => ({
  recoveryCodesStatus: { left, ...(total !== undefined && { total }) },
});
const LOADING = message('recovery-codes.loading');

const expectNoAdvice = (element: HTMLElement): void => {
  expect(text(element)).not.to.include(message('recovery-codes.advice.few'));
  expect(text(element)).not.to.include(message('recovery-codes.advice.none'));
};

const expectNoNumber = (element: HTMLElement): void => {
  expect(text(element)).not.to.include(message('recovery-codes.none'));
  for (const id of ['zero', 'one', 'other', 'of-total'] as const) {
    expect(text(element)).not.to.match(messagePattern(`recovery-codes.left.${id}`));
  }
};

describe('how many recovery codes are left', () => {
  const events = hearEvents();

  it('shows with their date, and never with a code', async () => {
    const { element } = await counted({ on: { recoveryCodesStatus: SEVEN } });
    expect(headings(element)).to.deep.equal([message('recovery-codes.heading')]);
    expect(text(element)).to.include(message('recovery-codes.left.of-total', 7, 10));
    expect(text(element)).to.include(message('recovery-codes.generated', '12 januari 2026'));
    expect(text(element)).not.to.include(message('recovery-codes.advice.few'));
    expect(buttons(element)).to.deep.equal([GENERATE]);
    expectFocusOn(document.body);
    await expect(element).to.be.accessible();
  });

  for (const [left, total, sentence] of [
    [0, 10, message('recovery-codes.left.zero')],
    [0, undefined, message('recovery-codes.left.zero')],
    [0, 0, message('recovery-codes.none')],
    [1, 10, message('recovery-codes.left.of-total', 1, 10)],
    [1, 1, message('recovery-codes.left.one')],
    [1, undefined, message('recovery-codes.left.one')],
    [2, undefined, message('recovery-codes.left.other', 2)],
    [10, 10, message('recovery-codes.left.of-total', 10, 10)],
  ] as const) {
    it(`is "${sentence}" for ${left} of ${total ?? 'an unknown number'}`, async () => {
      const { element } = await recoveryCodes({ on: status(left, total) });
      await untilText(element, sentence);
    });
  }

  for (const [left, advice] of [
    [4, undefined],
    [3, message('recovery-codes.advice.few')],
    [1, message('recovery-codes.advice.few')],
    [0, message('recovery-codes.advice.none')],
  ] as const) {
    it(`shows ${advice ? 'with advice' : 'without advice'} at ${left}`, async () => {
      const { element } = await recoveryCodes({ on: status(left, 10) });
      await untilText(element, GENERATE);
      if (advice) expect(text(element)).to.include(advice);
      else expectNoAdvice(element);
      expect(announced(element)).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('shows without a date if the server gave an invalid one', async () => {
    const createdAt = new Date(Number.NaN);
    const { element } = await counted({ on: { recoveryCodesStatus: { left: 7, createdAt } } });
    expect(text(element)).to.include(message('recovery-codes.left.other', 7));
    expect(text(element)).not.to.match(messagePattern('recovery-codes.generated'));
  });

  it('takes the space that was reserved', async () => {
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

  it('is left out if the server does not report it, without an error', async () => {
    const { element } = await recoveryCodes({ without: ['recoveryCodesStatus'] });
    await untilText(element, GENERATE);
    expectNoNumber(element);
    expect(events.heard.names).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('is left out if the server has none', async () => {
    const { element } = await recoveryCodes({ on: { recoveryCodesStatus: 'not-found' } });
    await untilText(element, GENERATE);
    expectNoNumber(element);
  });

  it('shows alone if the server generates no new codes', async () => {
    const { element } = await recoveryCodes({
      without: ['generateRecoveryCodes'],
      on: status(1, 10),
    });
    await untilText(element, message('recovery-codes.left.of-total', 1, 10));
    expect(buttons(element)).to.deep.equal([]);
    expectNoAdvice(element);
  });

  it('can be requested again after a failure', async () => {
    const { element, backend } = await recoveryCodes({ on: { recoveryCodesStatus: 'offline' } });
    await untilText(element, message('error.offline'));
    expect(events.heard.last('mfa-error')?.detail).to.deep.equal({
      kind: 'offline',
      operation: 'recoveryCodesStatus',
    });
    backend.on.recoveryCodesStatus = SEVEN;
    button(element, message('failure.retry.action')).click();
    await untilText(element, message('recovery-codes.left.of-total', 7, 10));
    await untilFocused(() => heading(element));
  });

  it('links to the sign-in page if the session has ended', async () => {
    const { element } = await recoveryCodes({ on: { recoveryCodesStatus: 'signed-out' } });
    element.signInUrl = '/inloggen';
    await untilText(element, message('error.signed-out'));
    await until(
      () => text(element).includes(message('failure.sign-in.action')),
      'there is no way on',
    );
    link(element, message('failure.sign-in.action'));
  });
});
