import { expect } from '@open-wc/testing';
import '../../../../src/elements/login/mfa-login.js';
import type { MfaOperation } from '../../../../src/backend/backend.js';
import { SAMPLE, scriptedBackend, type ScriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { button, show, text, untilText } from '../../../support/page.js';
import { LINK, listed, operations } from '../../authenticators/authenticators-page.js';
import { challenge, enter } from '../../challenge/challenge-page.js';
import { GENERATE, generated, REPLACED } from '../../recovery-codes/recovery-codes-page.js';

const LOST = message('enrollment.recovery-codes.lost');

interface Shown {
  readonly element: HTMLElement & { backend?: unknown; readonly updateComplete: Promise<boolean> };
  readonly backend: ScriptedBackend;
}

/** Sends what may be done when the element is removed. */
async function send({ element, backend }: Shown, operation: MfaOperation): Promise<Shown> {
  const held = backend.hold(operation);
  enter(element, SAMPLE.code);
  await held.called;
  return { element, backend };
}

const elements: Readonly<Record<string, () => Promise<Shown>>> = {
  'mfa-challenge': async () => send(await challenge(), 'verify'),
  'mfa-login': async () => {
    const backend = scriptedBackend({ state: 'enrollment-required' });
    const element = await show('mfa-login', { backend });
    await untilText(element, message('code.submit'));
    return send({ element, backend }, 'confirmEnrollment');
  },
  'mfa-authenticators': async () => {
    const shown = await listed();
    button(shown.element, LINK).click();
    await untilText(shown.element, message('code.submit'));
    return send(shown, 'confirmEnrollment');
  },
  'mfa-recovery-codes': () => generated(),
};

const SETS: Readonly<
  Record<string, (element: Shown['element'], backend: unknown) => Promise<void>>
> = {
  'while it is out of the page': async (element, backend) => {
    element.backend = backend;
    await element.updateComplete;
  },
  'as it is put back': (element, backend) => {
    element.backend = backend;
    return Promise.resolve();
  },
};

for (const [name, begin] of Object.entries(elements)) {
  describe(`${name} that gets the backend of another person`, () => {
    for (const [when, set] of Object.entries(SETS)) {
      it(`${when} begins anew`, async () => {
        const { element, backend } = await begin();
        const { parentElement } = element;
        element.remove();
        await Promise.resolve();
        await element.updateComplete;
        const before = backend.calls.length;
        const state =
          name === 'mfa-login' || name === 'mfa-challenge' ? 'code-required' : 'verified';
        const second = scriptedBackend({ state });
        const first = second.hold(name === 'mfa-authenticators' ? 'listAuthenticators' : 'status');
        await set(element, second);
        parentElement?.append(element);
        if (name === 'mfa-challenge') {
          await untilText(element, message('code.submit'));
          expect(operations(second.calls), 'it looks up nothing').to.deep.equal([]);
        } else if (name === 'mfa-recovery-codes') {
          await untilText(element, GENERATE);
        } else {
          await first.called;
          expect(text(element)).not.to.include(SAMPLE.authenticator.name);
          first.proceed();
          const { name: app } = SAMPLE.authenticator;
          await untilText(element, name === 'mfa-login' ? message('code.submit') : app);
        }
        for (const told of [LOST, REPLACED]) expect(text(element)).not.to.include(told);
        expect(backend.calls, 'the first backend is requested no more').to.have.length(before);
      });
    }
  });
}
