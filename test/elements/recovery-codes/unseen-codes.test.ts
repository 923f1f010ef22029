import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE, type ScriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { announced, button, field, fill, link, text, untilText } from '../../support/page.js';
import { box } from '../recovery-code-list/recovery-code-list-page.js';
import {
  asked,
  CONFIRM,
  counted,
  DONE,
  generated,
  GENERATE,
  NEW_CODES,
  QUESTION,
  REPLACED,
} from './recovery-codes-page.js';

const UNKNOWN = message('recovery-codes.unknown-outcome');
const ALL_LEFT = message('recovery-codes.left.of-total', 10, 10);

/** The server makes new codes, and its answer is lost. */
const lost: ScriptedBackend['on'] = {
  generateRecoveryCodes: ({ proceed }) => {
    proceed();
    return 'unknown-outcome';
  },
};

async function unknown() {
  const shown = await asked({ on: lost });
  button(shown.element, CONFIRM).click();
  await untilText(shown.element, UNKNOWN);
  return shown;
}

/** Makes the element load the status again, and waits until it has. */
async function reloaded(
  { element, backend }: Awaited<ReturnType<typeof counted>>,
  reload: (element: HTMLElement) => Promise<void> | void,
): Promise<void> {
  const held = backend.hold('recoveryCodesStatus');
  await reload(element);
  await held.called;
  await untilText(element, message('recovery-codes.loading'));
  held.proceed();
}

async function removeForAWhile(element: HTMLElement): Promise<void> {
  const { parentElement } = element;
  element.remove();
  await Promise.resolve();
  parentElement?.append(element);
}

const LEAVES: Readonly<Record<string, (element: HTMLElement) => Promise<void> | void>> = {
  'the element was removed': removeForAWhile,
  'the page was left': () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  },
};

describe('new recovery codes that nobody may have seen', () => {
  for (const [what, leave] of Object.entries(LEAVES)) {
    it(`are still told of after ${what}`, async () => {
      const shown = await unknown();
      const { element } = shown;
      await reloaded(shown, leave);
      await untilText(element, UNKNOWN);
      expect(text(element)).not.to.include(ALL_LEFT);
      expect(announced(element)).to.deep.equal([UNKNOWN]);
    });

    it(`are told of if ${what} while they were made`, async () => {
      const shown = await asked();
      const { element } = shown;
      const held = shown.backend.hold('generateRecoveryCodes');
      button(element, CONFIRM).click();
      await held.called;
      await reloaded(shown, leave);
      held.proceed();
      await untilText(element, UNKNOWN);
      expect(text(element)).not.to.include(ALL_LEFT);
    });
  }

  for (const [what, leave] of Object.entries(LEAVES)) {
    it(`are told of as new ones if they showed when ${what}`, async () => {
      const shown = await generated();
      await reloaded(shown, leave);
      await untilText(shown.element, REPLACED);
      expect(announced(shown.element)).to.deep.equal([REPLACED]);
    });

    it(`are told of if ${what} when they had come, and did not show yet`, async () => {
      const shown = await asked();
      const { element, backend } = shown;
      const held = backend.hold('generateRecoveryCodes');
      button(element, CONFIRM).click();
      await held.called;
      await element.updateComplete;
      const left = new Promise((resolve) => {
        element.requestUpdate = (...given) => {
          Reflect.deleteProperty(element, 'requestUpdate');
          element.requestUpdate(...given);
          resolve(reloaded(shown, leave));
        };
      });
      held.proceed();
      await left;
      await untilText(element, UNKNOWN);
      expect(text(element)).not.to.include(ALL_LEFT);
    });
  }

  it('are still told of by another backend object of the page', async () => {
    const shown = await unknown();
    const { element, backend } = shown;
    await reloaded(shown, () => {
      element.backend = { ...backend };
    });
    await untilText(element, UNKNOWN);
  });

  it('are still told of after the server forgets a proof', async () => {
    const shown = await unknown();
    const { element, backend } = shown;
    backend.on.generateRecoveryCodes = new MfaError('step-up-required', '', {
      stepUp: ['password'],
    });
    button(element, GENERATE).click();
    await untilText(element, QUESTION);
    button(element, CONFIRM).click();
    await untilText(element, message('step-up.submit'));
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.step-up-required'));
    expect(text(element)).to.include(UNKNOWN);
    await reloaded(shown, () => button(element, message('failure.retry.action')).click());
    await untilText(element, UNKNOWN);
    expect(text(element)).not.to.include(ALL_LEFT);
  });

  it('are told of where the look-up says that the session ended', async () => {
    const { element, backend } = await asked({ on: lost });
    element.signInUrl = '/inloggen';
    backend.on.recoveryCodesStatus = 'signed-out';
    button(element, CONFIRM).click();
    await untilText(element, message('error.signed-out'));
    expect(announced(element)).to.deep.equal([`${message('error.signed-out')} ${UNKNOWN}`]);
    link(element, message('failure.sign-in.action'));
    await expect(element).to.be.accessible();
  });

  it('are no longer told of once new ones show', async () => {
    const shown = await unknown();
    const { element, backend } = shown;
    delete backend.on.generateRecoveryCodes;
    button(element, GENERATE).click();
    await untilText(element, QUESTION);
    button(element, CONFIRM).click();
    await untilText(element, NEW_CODES);
    box(element).click();
    button(element, DONE).click();
    await untilText(element, REPLACED);
    await reloaded(shown, removeForAWhile);
    await untilText(element, ALL_LEFT);
    expect(text(element)).not.to.include(UNKNOWN);
  });

  it('are not told of if the element is removed before they were asked for', async () => {
    const shown = await counted();
    const { element } = shown;
    await reloaded(shown, removeForAWhile);
    await untilText(element, ALL_LEFT);
    expect(text(element)).not.to.include(UNKNOWN);
  });
});
