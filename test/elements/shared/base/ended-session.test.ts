import { expect } from '@open-wc/testing';
import type { MfaBackend, MfaOperation } from '../../../../src/backend/backend.js';
import { createHttpBackend } from '../../../../src/backend/http/http-backend.js';
import { OPERATIONS } from '../../../../src/backend/operations.js';
import { definition } from '../../../../src/backend/presets/mfa-elements.js';
import '../../../../src/elements/login/mfa-login.js';
import { SAMPLE, scriptedBackend } from '../../../../src/testing/index.js';
import { callOperation } from '../../../support/call-operation.js';
import { ENDED_SESSIONS } from '../../../support/faults.js';
import { message, messagePattern } from '../../../support/message.js';
import {
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  link,
  show,
  untilText,
} from '../../../support/page.js';
import {
  backendWith,
  reachOperation,
  type ReachableOperation,
} from '../../custom-backends/reach-operation.js';

const SIGN_IN = message('failure.sign-in.action');

/** Calls an operation of a server that says, in one of many ways, that the session is over. */
const callEnded = (operation: MfaOperation, fetcher: () => Promise<Response>) => () =>
  callOperation[operation](
    createHttpBackend({ baseUrl: 'https://portaal.example/api', definition, fetcher }),
  );

const LOOK_UPS = ['status', 'listAuthenticators', 'recoveryCodesStatus'] as const;

const messageOf = (operation: MfaOperation): string =>
  message(OPERATIONS[operation].signsIn ? 'error.login-expired' : 'error.signed-out');

for (const [name, { fetch }] of Object.entries(ENDED_SESSIONS)) {
  describe(`a server that ends the session with ${name} (D2)`, () => {
    for (const operation of Object.keys(reachOperation) as ReachableOperation[]) {
      it(`leads to the sign-in page after ${operation} (host page 5)`, async () => {
        const backend: MfaBackend = backendWith(operation, () => {
          // What was unknown is looked up, in the same session.
          for (const lookUp of LOOK_UPS) backend[lookUp] = callEnded(lookUp, fetch) as never;
          return callEnded(operation, fetch)();
        });
        const reached = await reachOperation[operation](backend);
        const { element } = reached;
        element.setAttribute('sign-in-url', '/inloggen');
        await reached.untilText(messageOf(operation));
        await element.updateComplete;
        expect(link(element, SIGN_IN).pathname).to.equal('/inloggen');
        expect(buttons(element), 'trying again would not help').to.deep.equal([]);
      });
    }
  });
}

describe('a session that is over', () => {
  const ended = ENDED_SESSIONS['a 401 that names a scheme'].fetch;

  it('is told of without a URL to sign in at too (host page 5)', async () => {
    for (const operation of ['status', 'verify', 'listAuthenticators'] as const) {
      const reached = await reachOperation[operation](
        backendWith(operation, callEnded(operation, ended)),
      );
      await reached.untilText(messageOf(operation));
      expect(buttons(reached.element)).to.deep.equal([]);
      reached.element.remove();
    }
  });

  it('leads from the step of a sign-in to the page of the whole (host page 5)', async () => {
    for (const state of ['enrollment-required', 'code-required'] as const) {
      const backend = scriptedBackend({ state });
      const element = await show('mfa-login', {
        backend: {
          ...backend,
          confirmEnrollment: callEnded('confirmEnrollment', ended) as never,
          verify: callEnded('verify', ended) as never,
        },
        signInUrl: '/inloggen',
      });
      await untilText(element, message('code.submit'));
      fill(field(element), SAMPLE.code);
      button(element, message('code.submit')).click();
      await untilText(element, SIGN_IN);
      expect(link(element, SIGN_IN).pathname).to.equal('/inloggen');
      expectFocusOn(heading(element));
      element.remove();
    }
  });

  it('is no reason to ask for the proof of a change once more (host page 5)', async () => {
    const element = await show('mfa-authenticators', {
      backend: {
        ...scriptedBackend({ state: 'verified', stepUp: ['password'] }),
        stepUp: callEnded('stepUp', ended) as never,
      },
      signInUrl: '/inloggen',
    });
    await untilText(element, SAMPLE.authenticator.name);
    button(element, message('authenticators.unlink.label', SAMPLE.authenticator.name)).click();
    await untilText(element, messagePattern('authenticators.unlink.confirm'));
    button(element, message('authenticators.unlink.confirm')).click();
    await untilText(element, message('password.label'));
    fill(field(element), SAMPLE.password);
    button(element, message('step-up.submit')).click();
    await untilText(element, message('error.signed-out'));
    expect(link(element, SIGN_IN).pathname).to.equal('/inloggen');
  });
});
