import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, field, fill, text, until, untilText } from '../../support/page.js';
import { WAYS_TO_LEAVE } from '../../support/ways-to-leave.js';
import { LINK, listed, operations, OTHER } from './authenticators-page.js';

describe('linking another app whose enrollment the server no longer has', () => {
  for (const kind of ['not-found', 'enrollment-expired', 'already-linked'] as const) {
    async function refused(isLinked: boolean) {
      const { element, backend } = await listed({ on: { confirmEnrollment: kind } });
      button(element, LINK).click();
      await untilText(element, message('code.submit'));
      if (isLinked) {
        delete backend.on.confirmEnrollment;
        const { enrollmentId, secret, code } = SAMPLE;
        await backend.confirmEnrollment({ enrollmentId, secret, code });
        backend.on.confirmEnrollment = kind;
      }
      const before = backend.calls.length;
      fill(field(element), SAMPLE.code);
      button(element, message('code.submit')).click();
      return { element, sent: () => operations(backend.calls).slice(before) };
    }

    it(`says that the app is linked if another tab has linked it (${kind})`, async () => {
      const { element, sent } = await refused(true);
      await untilText(element, message('authenticators.linked', SAMPLE.authenticator.name));
      expect(sent()).to.deep.equal(['confirmEnrollment', 'status', 'listAuthenticators']);
    });

    it(`says why it was refused if no app was linked (${kind})`, async () => {
      const { element } = await refused(false);
      const told = kind === 'already-linked' ? 'limit-reached' : 'enrollment-expired';
      await untilText(element, message(`error.${told}`));
      expect(text(element)).to.include(LINK);
      expect(text(element)).not.to.include(message('enrollment.expired.lead'));
    });
  }
});

describe('an app that is linked elsewhere, after a code was refused here', () => {
  for (const [what, error] of [
    ['because of the time', new MfaError('enrollment-expired', '')],
    [
      'until the person proves who they are',
      new MfaError('step-up-required', '', { stepUp: ['code'] }),
    ],
    ['because the sign-in has ended', new MfaError('signed-out', '')],
  ] as const) {
    it(`says nothing of recovery codes if the code was refused ${what}`, async () => {
      const { element, backend } = await listed({
        on: { status: { state: 'enrollment-required', methods: ['totp'] } },
      });
      button(element, LINK).click();
      await untilText(element, message('code.submit'));
      backend.on.confirmEnrollment = error;
      const old = field(element);
      fill(old, SAMPLE.code);
      button(element, message('code.submit')).click();
      await until(() => !old.isConnected, 'the code is not refused');
      backend.on.listAuthenticators = [SAMPLE.authenticator, OTHER];
      await WAYS_TO_LEAVE['the page was left']?.(element);
      await untilText(element, OTHER.name);
      expect(text(element)).not.to.include(message('enrollment.recovery-codes.lost'));
    });
  }
});
