import { expect } from '@open-wc/testing';
import { Secret, TOTP } from 'otpauth';
import type { Enrollment } from '../../../src/backend/backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import '../../../src/elements/authenticators/mfa-authenticators.js';
import '../../../src/elements/login/mfa-login.js';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import {
  announced,
  button,
  buttons,
  field,
  heading,
  show,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { enter } from './enrollment-page.js';
import { pinnedClock } from './pinned-clock.js';

const STEP = 30_000;
const OTHER_QR_CODE = message('diagnosis.other-secret');
const NEW_QR_CODE = message('enrollment.expired.action');

/** The secrets of the QR codes that the server makes, one after the other. */
const SECRETS = [
  SAMPLE.secret,
  'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
];

describe('an enrollment that was started again elsewhere', () => {
  const clock = pinnedClock('2026-03-01T12:00:10Z');

  const codeOf = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now });

  /** A server with one enrollment for an account: a new one replaces that of another tab. */
  function replacingServer(state: 'enrollment-required' | 'verified', tellsTime = false) {
    let started = 0;
    const backend = scriptedBackend({
      state,
      on: {
        startEnrollment: ({ proceed }): Enrollment => {
          const secret = SECRETS[started] ?? SAMPLE.secret;
          started += 1;
          const otpauthUri = SAMPLE.otpauthUri.replace(SAMPLE.secret, secret);
          return { ...proceed(), id: `koppeling-${started}`, secret, otpauthUri };
        },
        confirmEnrollment: ({ input }) => {
          if (input.code !== codeOf(SECRETS[started - 1] ?? '')) {
            return new MfaError('invalid-code', 'test', tellsTime ? { clockSkew: 0 } : {});
          }
          return { authenticator: SAMPLE.authenticator, recoveryCodes: SAMPLE.recoveryCodes };
        },
      },
    });
    return { backend, startElsewhere: () => backend.startEnrollment() };
  }

  /** Enters the code of a QR code that was replaced elsewhere, at a server that tells its time. */
  async function refusedByServerTime() {
    const { backend, startElsewhere } = replacingServer('enrollment-required', true);
    const element = await show('mfa-enrollment', { backend });
    await untilText(element, message('enrollment.code.heading'));
    await startElsewhere();
    const code = codeOf(SAMPLE.secret);
    enter(element, code);
    await untilText(element, OTHER_QR_CODE);
    return { backend, element, code };
  }

  for (const [tag, state] of [
    ['mfa-enrollment', 'enrollment-required'],
    ['mfa-login', 'enrollment-required'],
    ['mfa-authenticators', 'verified'],
  ] as const) {
    it(`is told of after two right codes in ${tag}, and a new QR code links the app (host page 11)`, async () => {
      const { backend, startElsewhere } = replacingServer(state);
      const element = await show(tag, { backend });
      if (tag === 'mfa-authenticators') {
        await untilText(element, message('authenticators.link.another'));
        button(element, message('authenticators.link.another')).click();
      }
      await untilText(element, message('enrollment.code.heading'));
      await startElsewhere();

      enter(element, codeOf(SAMPLE.secret));
      await untilText(element, message('diagnosis.unexplained'));
      expect(buttons(element)).not.to.include(NEW_QR_CODE);
      clock.now += STEP;
      enter(element, codeOf(SAMPLE.secret));
      await untilText(element, OTHER_QR_CODE);
      await untilFocused(() => field(element));
      expect(announced(element)).to.deep.equal([OTHER_QR_CODE]);
      await expect(element).to.be.accessible();

      button(element, NEW_QR_CODE).click();
      await untilFocused(() => heading(element));
      expect(text(element)).not.to.include(OTHER_QR_CODE);
      expect(field(element).value).to.equal('');
      enter(element, codeOf(SECRETS[2] ?? ''));
      await untilText(element, message('enrollment.done.heading', 'ProfiPortaal'));
    });
  }

  it('is told of after one right code if the server tells its time (host page 11)', async () => {
    const { element } = await refusedByServerTime();
    expect(buttons(element)).to.include(NEW_QR_CODE);
  });

  it('offers the new QR code until the next code is sent, also while one is typed (host page 11)', async () => {
    const { backend, element, code } = await refusedByServerTime();
    enter(element, code);
    await until(() => backend.calls.length === 4, 'the code is not sent again');
    await untilText(element, OTHER_QR_CODE);
    expect(buttons(element)).to.include(NEW_QR_CODE);
  });

  it('is not lost if the new QR code does not come: trying again makes it (host page 11)', async () => {
    const { backend, element } = await refusedByServerTime();
    const { startEnrollment } = backend.on;
    backend.on.startEnrollment = 'offline';
    button(element, NEW_QR_CODE).click();
    await untilText(element, message('error.offline'));
    if (startEnrollment) backend.on.startEnrollment = startEnrollment;
    button(element, message('failure.retry.action')).click();
    await untilFocused(() => heading(element));
    await untilText(element, message('enrollment.code.heading'));
    enter(element, codeOf(SECRETS[2] ?? ''));
    await untilText(element, message('enrollment.done.heading', 'ProfiPortaal'));
  });
});
