import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  allElements,
  expectFocusOn,
  heading,
  headings,
  text,
  untilText,
} from '../../support/page.js';
import { leaveUntilRequested, WAYS_TO_LEAVE } from '../../support/ways-to-leave.js';
import { enrollment, enter, holdsKey, LINKED, scanning, VERIFY } from './enrollment-page.js';

const CANCEL = message('button.cancel');
const UNKNOWN = message('failure.unknown.heading');
const STOPPED = message('enrollment.canceled.heading');

describe('canceling the enrollment', () => {
  const events = hearEvents();

  it('is offered only if the page allows it', async () => {
    const { element } = await scanning();
    expect(buttons(element)).to.deep.equal([VERIFY]);
    element.cancelable = true;
    await element.updateComplete;
    expect(buttons(element)).to.deep.equal([VERIFY, CANCEL]);
  });

  it('forgets the key, sends the request and dispatches the event', async () => {
    const { element, backend } = await scanning({}, { cancelable: true });
    const held = backend.hold('cancelEnrollment');
    button(element, CANCEL).click();
    const { input } = await held.called;
    await element.updateComplete;
    expect(input).to.deep.equal({ enrollmentId: SAMPLE.enrollmentId });
    expect(holdsKey(element)).to.equal(false);
    expect(element.querySelector('input')).to.equal(null);
    expect(events.heard.names).to.deep.equal([]);
    await expect(element).to.be.accessible();
    held.proceed();
    await untilText(element, STOPPED);
    expectFocusOn(heading(element));
    expect(events.heard.names).to.deep.equal(['mfa-enrollment-closed']);
    expect(events.heard.last('mfa-enrollment-closed')?.detail).to.deep.equal({ linked: false });
    await expect(element).to.be.accessible();
  });

  it('can be undone: the enrollment starts again', async () => {
    const { element } = await scanning({}, { cancelable: true });
    button(element, CANCEL).click();
    await untilText(element, STOPPED);
    button(element, message('enrollment.canceled.action')).click();
    await untilText(element, message('enrollment.code.heading'));
    expectFocusOn(heading(element));
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    expect(buttons(element)).not.to.include(CANCEL);
  });

  for (const [name, backend] of [
    ['cannot forget it', { without: ['cancelEnrollment'] }],
    ['cannot be reached', { on: { cancelEnrollment: 'offline' } }],
  ] as const) {
    it(`also works if the server ${name}`, async () => {
      const { element } = await scanning(backend as object, { cancelable: true });
      button(element, CANCEL).click();
      await untilText(element, STOPPED);
      expect(events.heard.names).to.deep.equal(['mfa-enrollment-closed']);
    });
  }

  for (const [name, kind, shown] of [
    ['nothing could be begun', 'unavailable', message('retry.unavailable')],
    ['the password is asked', 'step-up-required', message('step-up.password.lead')],
  ] as const) {
    it(`is offered while ${name}, and sends no request`, async () => {
      const { element, backend } = await enrollment(
        { on: { startEnrollment: kind } },
        { cancelable: true },
      );
      await untilText(element, shown);
      button(element, CANCEL).click();
      await untilText(element, STOPPED);
      expect(backend.calls).to.have.length(1);
    });
  }

  it('is offered while the QR code is being made, and after it has expired', async () => {
    const { element, backend } = await enrollment({}, { cancelable: true });
    const held = backend.hold('startEnrollment');
    element.backend = backend;
    await untilText(element, message('enrollment.code.heading'));
    backend.on.confirmEnrollment = 'enrollment-expired';
    enter(element, SAMPLE.code);
    await untilText(element, message('enrollment.expired.heading'));
    expect(buttons(element)).to.deep.equal([message('enrollment.expired.action'), CANCEL]);
    button(element, message('enrollment.expired.action')).click();
    await untilText(element, message('enrollment.starting'));
    const { signal } = await held.called;
    button(element, CANCEL).click();
    await untilText(element, STOPPED);
    expect(signal?.aborted).to.equal(true);
  });

  it('does nothing while a code is being sent: the response decides', async () => {
    const { element, backend } = await scanning({}, { cancelable: true });
    const held = backend.hold('confirmEnrollment');
    enter(element, SAMPLE.code);
    const { signal } = await held.called;
    button(element, CANCEL).click();
    await element.updateComplete;
    expect(signal?.aborted).to.equal(false);
    held.proceed();
    await untilText(element, LINKED);
    expect(events.heard.names).to.deep.equal(['mfa-enrolled']);
  });

  const NOT_CERTAIN = message('enrollment.canceled.unknown-lead');
  const NOT_LINKED = message('enrollment.canceled.lead');

  for (const [name, told, more] of [
    ['cannot be looked up', 'unknown-outcome', { on: { status: 'offline' } }],
    ['is not known to the server', 'unknown-outcome', { without: ['status'] }],
    ['may be because of another app', 'unknown-outcome', {}],
    [
      'was looked up too soon',
      'unexpected',
      { on: { status: { state: 'enrollment-required', methods: ['totp'] } } },
    ],
  ] as const) {
    it(`does not say that no app is linked after a lost response if the step that is due ${name}`, async () => {
      const { element, backend } = await scanning(more as object, { cancelable: true });
      backend.on.confirmEnrollment = ({ proceed }) => {
        proceed();
        return 'unknown-outcome';
      };
      enter(element, SAMPLE.code);
      await untilText(element, message(`error.${told}`));
      button(element, CANCEL).click();
      await untilText(element, NOT_CERTAIN);
      expect(text(element)).not.to.include(NOT_LINKED);
      expect(headings(element)).to.deep.equal([STOPPED]);
      expectFocusOn(heading(element));
      expect(buttons(element)).to.deep.equal([message('enrollment.canceled.action')]);
      await expect(element).to.be.accessible();
    });
  }

  for (const kind of ['not-found', 'already-linked', 'enrollment-expired', 'unexpected'] as const) {
    it(`does not say that no app is linked if another tab may have linked it (${kind})`, async () => {
      const { element, backend } = await scanning(
        { on: { cancelEnrollment: kind } },
        { cancelable: true },
      );
      const { enrollmentId, secret, code } = SAMPLE;
      await backend.confirmEnrollment({ enrollmentId, secret, code });
      button(element, CANCEL).click();
      await untilText(element, NOT_CERTAIN);
      expect(text(element)).not.to.include(NOT_LINKED);
    });
  }

  it('does not say that no app is linked if another tab has linked it and a backend of the page throws any error', async () => {
    const { element, backend } = await scanning({}, { cancelable: true });
    const failing = { ...backend, cancelEnrollment: () => Promise.reject(new TypeError('404')) };
    await leaveUntilRequested(
      { element, backend },
      () => {
        element.backend = failing;
      },
      'startEnrollment',
    );
    await untilText(element, message('enrollment.code.heading'));
    button(element, CANCEL).click();
    await untilText(element, NOT_CERTAIN);
  });

  const REPLACED = 'the page set another backend object';
  for (const what of [...Object.keys(WAYS_TO_LEAVE), REPLACED]) {
    const leave = async (
      shown: Awaited<ReturnType<typeof scanning>>,
      requested: MfaOperation,
      back: string,
    ) => {
      const { element, backend } = shown;
      const replace = () => {
        element.backend = { ...backend };
      };
      await leaveUntilRequested(shown, WAYS_TO_LEAVE[what] ?? replace, requested);
      await untilText(element, back);
      button(element, CANCEL).click();
      await untilText(element, STOPPED);
    };

    it(`does not say that no app is linked if ${what} while the code was sent`, async () => {
      const shown = await scanning({}, { cancelable: true });
      const held = shown.backend.hold('confirmEnrollment');
      enter(shown.element, SAMPLE.code);
      (await held.called).proceed();
      await leave(shown, 'status', UNKNOWN);
      await untilText(shown.element, NOT_CERTAIN);
    });

    it(`does not say that no app is linked if ${what} after it was told as unknown`, async () => {
      const shown = await scanning({ on: { status: 'offline' } }, { cancelable: true });
      shown.backend.on.confirmEnrollment = 'unknown-outcome';
      enter(shown.element, SAMPLE.code);
      await untilText(shown.element, message('error.unknown-outcome'));
      await leave(shown, 'status', message('enrollment.code.heading'));
      await untilText(shown.element, NOT_CERTAIN);
    });

    it(`says that no app is linked if ${what} before a code was sent`, async () => {
      const shown = await scanning({}, { cancelable: true });
      await leave(shown, 'startEnrollment', message('enrollment.code.heading'));
      await untilText(shown.element, NOT_LINKED);
    });
  }

  it('says that no app is linked if nothing was confirmed and canceling is lost', async () => {
    const { element } = await scanning(
      { on: { cancelEnrollment: 'unknown-outcome' } },
      { cancelable: true },
    );
    button(element, CANCEL).click();
    await untilText(element, NOT_LINKED);
  });

  it('leaves no link to the app behind', async () => {
    const { element } = await scanning({}, { cancelable: true });
    button(element, CANCEL).click();
    await untilText(element, STOPPED);
    const links = allElements(element).filter((it) => it.matches('a[href^="otpauth"]'));
    expect(links).to.deep.equal([]);
    expect(text(element)).not.to.include(SAMPLE.account);
  });
});
