import { expect } from '@open-wc/testing';
import { SAMPLE, type ScriptedBackendOptions } from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message, messagePattern } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  visibleElements,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { WAYS_TO_LEAVE } from '../../support/ways-to-leave.js';
import {
  asked,
  BIN,
  CANCEL,
  LINK,
  listed,
  operations,
  OTHER,
  otherTab,
  PENCIL,
  REMOVE,
} from './authenticators-page.js';

const requests = (backend: { calls: readonly { operation: string }[] }) =>
  operations(backend.calls).slice(1);

describe('linking another app', () => {
  const events = hearEvents();

  async function linking(options: ScriptedBackendOptions = {}) {
    const shown = await listed(options);
    Object.assign(shown.element, { issuer: 'ProfiPortaal', successUrl: '/weg' });
    button(shown.element, LINK).click();
    return shown;
  }

  it('takes the place of the list and gives it back, read again, with the new app', async () => {
    const { element, backend } = await linking({ recoveryCodes: [] });
    const { heard } = otherTab();
    await untilText(element, message('code.submit'));
    expect(text(element)).not.to.match(messagePattern('authenticators.linked-on'));
    expect(heading(element)).not.to.equal(undefined);
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.continue'));
    button(
      element,
      buttons(element).find((name) => name.startsWith(message('challenge.continue'))) ?? '',
    ).click();
    await untilText(element, message('authenticators.linked', SAMPLE.authenticator.name));
    await until(() => requests(backend).at(-1) === 'listAuthenticators', 'not read again');
    expectFocusOn(heading(element));
    expect(element.querySelector('mfa-enrollment')).to.equal(null);
    expect(events.heard.names).to.include.members(['mfa-enrolled', 'mfa-enrollment-closed']);
    expect(events.heard.names).not.to.include('mfa-navigate');
    await until(() => heard.length > 0, 'the other tab hears nothing');
    await expect(element).to.be.accessible();
  });

  it('shows the new app even if the person begins something else before the list is there', async () => {
    const { element, backend } = await linking({ recoveryCodes: [] });
    await untilText(element, message('code.submit'));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    const done = message('enrollment.done.action', 'ProfiPortaal');
    await untilText(element, done);
    const held = backend.hold('listAuthenticators');
    button(element, done).click();
    await untilText(element, message('authenticators.linked', SAMPLE.authenticator.name));
    await held.called;
    button(element, PENCIL).click();
    await untilText(element, message('authenticators.rename.save'));
    backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
    button(element, CANCEL).click();
    await untilText(element, OTHER.name);
  });

  it('can be canceled, and the focus returns to the button of the list, which is loaded again', async () => {
    const { element, backend } = await linking();
    await untilText(element, message('code.submit'));
    button(element, CANCEL).click();
    await untilText(element, messagePattern('authenticators.linked-on'));
    await untilFocused(() => button(element, LINK));
    await until(() => requests(backend).at(-1) === 'listAuthenticators', 'not loaded again');
    await element.updateComplete;
    expectFocusOn(button(element, LINK));
    expect(announced(element)).to.deep.equal([]);
  });

  it('shows the app on the list even if that cannot be loaded', async () => {
    const { element, backend } = await linking({ recoveryCodes: [] });
    await untilText(element, message('code.submit'));
    backend.on.confirmEnrollment = { authenticator: OTHER };
    backend.on.listAuthenticators = 'offline';
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    const done = message('enrollment.done.action', 'ProfiPortaal');
    await untilText(element, done);
    button(element, done).click();
    await untilText(element, message('authenticators.linked', OTHER.name));
    await until(() => requests(backend).at(-1) === 'listAuthenticators', 'not loaded again');
    await element.updateComplete;
    expect(buttons(element)).to.include(message('authenticators.unlink.label', OTHER.name));
  });

  it('does not say that the app is linked if another tab has linked one, and the code was lost', async () => {
    const { element, backend } = await linking({ on: { confirmEnrollment: 'unknown-outcome' } });
    await untilText(element, message('code.submit'));
    backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
    const witness = otherTab();
    otherTab().tell();
    await until(() => witness.heard.length > 0, 'the message does not arrive');
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('authenticators.changed-elsewhere'));
    expect(announced(element)).to.deep.equal([
      `${message('authenticators.changed-elsewhere')} ${message('enrollment.recovery-codes.lost')}`,
    ]);
    expect(text(element)).not.to.include(message('authenticators.linked', OTHER.name));
  });

  for (const [what, leave] of Object.entries(WAYS_TO_LEAVE)) {
    const told = `${message('authenticators.linked', SAMPLE.authenticator.name)} ${message('enrollment.recovery-codes.lost')}`;

    it(`says that recovery codes could not be shown if ${what} while the code was sent`, async () => {
      const { element, backend } = await linking();
      await untilText(element, message('code.submit'));
      const held = backend.hold('confirmEnrollment');
      fill(field(element), SAMPLE.code);
      button(element, message('code.submit')).click();
      (await held.called).proceed();
      await untilText(element, message('button.busy'));
      await leave(element);
      await untilText(element, told);
      expect(announced(element)).to.deep.equal([told]);
    });

    it(`still says that recovery codes could not be shown after ${what}`, async () => {
      const { element, backend } = await linking();
      await untilText(element, message('code.submit'));
      backend.on.confirmEnrollment = ({ proceed }) => {
        proceed();
        return 'unknown-outcome';
      };
      backend.on.listAuthenticators = 'offline';
      fill(field(element), SAMPLE.code);
      button(element, message('code.submit')).click();
      await untilText(element, message('failure.unknown.heading'));
      delete backend.on.listAuthenticators;
      await leave(element);
      await untilText(element, told);
      const { length } = backend.calls;
      await leave(element);
      await until(() => backend.calls.length > length, 'not loaded again');
      await untilText(element, told);
    });

    it(`says nothing if ${what} before a code was sent`, async () => {
      const { element, backend } = await linking();
      await untilText(element, message('code.submit'));
      backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
      await leave(element);
      await untilText(element, OTHER.name);
      expect(announced(element)).to.deep.equal([]);
    });
  }

  for (const kind of ['limit-reached', 'already-linked'] as const) {
    it(`explains beside the list that the server links no other app (${kind})`, async () => {
      const { element } = await linking({ on: { startEnrollment: kind } });
      await untilText(element, message('error.limit-reached'));
      expect(text(element)).to.match(messagePattern('authenticators.linked-on'));
      expect(announced(element)).to.have.length(1);
      await untilFocused(() => button(element, LINK));
    });
  }

  it('is not offered where there are as many apps as there can be, until one has gone', async () => {
    const authenticators = [SAMPLE.authenticator, OTHER];
    const { element } = await listed({ authenticators, capabilities: { maxAuthenticators: 2 } });
    expect(buttons(element)).not.to.include(LINK);
    await expect(element).to.be.accessible();
    button(element, BIN).click();
    await untilText(element, message('authenticators.unlink.one-of-many'));
    expect(buttons(element)).not.to.include(LINK);
    button(element, REMOVE).click();
    await untilText(element, messagePattern('authenticators.unlinked'));
    expect(buttons(element)).to.include(LINK);
  });

  for (const [codes, without, told] of [
    ['of a server that makes them at any time', [], 'enrollment.recovery-codes.lost'],
    [
      'of a server that makes them with the first app only',
      ['generateRecoveryCodes'],
      'enrollment.recovery-codes.lost.first-only',
    ],
    ['unless the server makes none', ['generateRecoveryCodes', 'verifyRecoveryCode'], undefined],
  ] as const) {
    it(`says that recovery codes of a lost response could not be shown, ${codes}`, async () => {
      const { element, backend } = await listed();
      const left = Object.entries(backend).filter(([name]) => !without.some((it) => it === name));
      element.backend = Object.fromEntries(left);
      await until(() => requests(backend).length > 0, 'not read again');
      await untilText(element, LINK);
      button(element, LINK).click();
      await untilText(element, message('code.submit'));
      backend.on.confirmEnrollment = ({ proceed }) => {
        proceed();
        return 'unknown-outcome';
      };
      fill(field(element), SAMPLE.code);
      button(element, message('code.submit')).click();
      const linked = message('authenticators.linked', SAMPLE.authenticator.name);
      await untilText(element, linked);
      expect(announced(element)).to.deep.equal([told ? `${linked} ${message(told)}` : linked]);
    });
  }

  it('is no longer offered after the last app that the server allows, and the focus is not lost', async () => {
    const { element } = await linking({
      recoveryCodes: [],
      capabilities: { maxAuthenticators: 2 },
    });
    await untilText(element, message('code.submit'));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.continue'));
    button(
      element,
      buttons(element).find((name) => name.startsWith(message('challenge.continue'))) ?? '',
    ).click();
    await untilText(element, messagePattern('authenticators.linked'));
    await until(() => !text(element).includes(LINK), 'another can be linked');
    expectFocusOn(heading(element));
  });

  it('navigates nowhere, whatever the server returns', async () => {
    const { element } = await linking({ recoveryCodes: [], redirectTo: '/portaal' });
    await untilText(element, message('code.submit'));
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    await untilText(element, message('challenge.continue'));
    button(
      element,
      buttons(element).find((name) => name.startsWith(message('challenge.continue'))) ?? '',
    ).click();
    await untilText(element, messagePattern('authenticators.linked'));
    expect(events.heard.names).not.to.include('mfa-navigate');
  });

  it('is not affected by events that a script of the page dispatches (C43)', async () => {
    const { element, backend } = await linking();
    await untilText(element, message('code.submit'));
    const held = backend.hold('confirmEnrollment');
    fill(field(element), SAMPLE.code);
    button(element, message('code.submit')).click();
    const { signal } = await held.called;
    const makeUp = (): void => {
      const forged = { ...SAMPLE.authenticator, name: 'Verzonnen' };
      for (const at of [
        element,
        element.querySelector('mfa-enrollment'),
        element.querySelector('form'),
      ]) {
        for (const [type, detail] of [
          ['mfa-enrolled', { authenticator: forged }],
          ['mfa-enrolled', null],
          ['mfa-error', { operation: 'startEnrollment', kind: 'limit-reached' }],
          ['mfa-error', null],
          ['mfa-enrollment-closed', { linked: true }],
        ] as const) {
          at?.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
        }
      }
    };
    makeUp();
    await element.updateComplete;
    expect(signal?.aborted).to.equal(false);
    held.proceed();
    await untilText(element, SAMPLE.recoveryCodes[0]);
    makeUp();
    await element.updateComplete;
    expect(text(element)).to.include(SAMPLE.recoveryCodes[0]);
    visibleElements(element)
      .find((it) => it.matches('input[type=checkbox]'))
      ?.dispatchEvent(new MouseEvent('click'));
    button(
      element,
      buttons(element).find((name) => name.startsWith(message('challenge.continue'))) ?? '',
    ).click();
    await untilText(element, message('authenticators.linked', SAMPLE.authenticator.name));
    expect(text(element)).not.to.include('Verzonnen');
  });

  it('is also offered if no app is linked', async () => {
    const { element } = await asked();
    button(element, REMOVE).click();
    await untilText(element, message('authenticators.empty'));
    expect(buttons(element)).to.deep.equal([message('authenticators.link.first')]);
  });
});
