import { expect } from '@open-wc/testing';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { hearEvents } from '../../support/events.js';
import { message } from '../../support/message.js';
import {
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  heading,
  headings,
  show,
  text,
  until,
  untilFocused,
  untilText,
} from '../../support/page.js';
import { leaveUntilRequested, WAYS_TO_LEAVE } from '../../support/ways-to-leave.js';
import { challenge, enter, TO_RECOVERY, VERIFY } from './challenge-page.js';

const VERIFIED = message('challenge.verified.heading');
const LOST_CODES = message('enrollment.recovery-codes.lost');
const NEW_CODE = 'NIEUW-NIEUW';

/** A server that gives a new recovery code in place of the one that was used. */
const withNewCodes: NonNullable<ScriptedBackendOptions['on']>['verifyRecoveryCode'] = ({
  proceed,
}) => {
  proceed();
  return { recoveryCodes: [NEW_CODE] };
};

async function enterRecoveryCode(element: HTMLElement): Promise<void> {
  button(element, TO_RECOVERY).click();
  await untilText(element, message('challenge.recovery-code.heading'));
  fill(field(element), SAMPLE.recoveryCodes[0]);
  button(element, message('challenge.recovery-code.submit')).click();
}

describe('a lost response at sign-in', () => {
  const events = hearEvents();

  it('requests the status and continues if the code had arrived', async () => {
    const { element, backend } = await challenge({
      on: {
        verify: ({ proceed }) => {
          proceed();
          return 'unknown-outcome';
        },
      },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['verify', 'status']);
    expect(events.heard.names).to.deep.equal(['mfa-error', 'mfa-verified']);
  });

  it('asks for the code again if it had not arrived, and never sends it by itself', async () => {
    const { element, backend } = await challenge({ on: { verify: 'unknown-outcome' } });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal(['verify', 'status']);
    await untilFocused(() => field(element));
  });

  it('continues if a slow server has accepted the code after all, and says that it was used', async () => {
    let finish = (): unknown => undefined;
    const { element, backend } = await challenge({
      on: {
        verify: ({ proceed }) => {
          finish = proceed;
          return 'unknown-outcome';
        },
      },
    });
    enter(element, SAMPLE.code);
    await untilText(element, message('error.unexpected'));
    finish();
    backend.on.verify = 'code-reused';
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.verified.heading'));
    expect(backend.calls.map(({ operation }) => operation)).to.deep.equal([
      'verify',
      'status',
      'verify',
      'status',
    ]);
  });

  it('is busy during the request of the status', async () => {
    const { element, backend } = await challenge({ on: { verify: 'unknown-outcome' } });
    const held = backend.hold('status');
    enter(element, SAMPLE.code);
    await held.called;
    await untilText(element, message('button.busy'));
    held.settle('offline');
    await untilText(element, message('challenge.unknown-outcome'));
  });

  it('asks for the code again if the server has no status', async () => {
    const backend = scriptedBackend({
      state: 'code-required',
      without: ['status'],
      on: { verify: 'unknown-outcome' },
    });
    const element = await show('mfa-challenge', { backend });
    await untilText(element, message('challenge.code.heading'));
    enter(element, SAMPLE.code);
    await untilText(element, message('challenge.unknown-outcome'));
    expect(headings(element)).to.deep.equal([message('challenge.code.heading')]);
    expect(events.heard.names, 'a missing look-up is no error').to.deep.equal(['mfa-error']);
  });

  describe('that a slow server has accepted since', () => {
    /** A code whose response is lost, and which the server accepts after it was looked up. */
    async function acceptedSince() {
      let finish = (): unknown => undefined;
      const shown = await challenge({
        on: {
          verify: ({ proceed }) => {
            finish = proceed;
            return 'unknown-outcome';
          },
        },
      });
      enter(shown.element, SAMPLE.code);
      await untilText(shown.element, message('error.unexpected'));
      finish();
      return shown;
    }

    for (const kind of ['login-expired', 'signed-out', 'not-found', 'unexpected'] as const) {
      it(`continues if the next code is refused with ${kind}`, async () => {
        const { element, backend } = await acceptedSince();
        backend.on.verify = kind;
        enter(element, '654321');
        await untilText(element, VERIFIED);
      });
    }

    it('continues if a recovery code is refused', async () => {
      const { element, backend } = await acceptedSince();
      backend.on.verifyRecoveryCode = 'login-expired';
      await enterRecoveryCode(element);
      await untilText(element, VERIFIED);
    });
  });

  describe('of a recovery code', () => {
    const acceptedButLost: ScriptedBackendOptions['on'] = {
      verifyRecoveryCode: ({ proceed }) => {
        proceed();
        return 'unknown-outcome';
      },
    };

    it('says that new recovery codes could not be shown, and continues after that', async () => {
      const { element } = await challenge({ on: acceptedButLost });
      await enterRecoveryCode(element);
      await untilText(element, LOST_CODES);
      expect(headings(element)).to.deep.equal([VERIFIED]);
      expectFocusOn(heading(element));
      expect(events.heard.names).to.deep.equal(['mfa-error']);
      await expect(element).to.be.accessible();
      button(element, message('challenge.continue')).click();
      await until(() => events.heard.names.includes('mfa-verified'), 'it does not continue');
      expect(text(element)).not.to.include(LOST_CODES);
    });

    for (const [what, leave] of Object.entries(WAYS_TO_LEAVE)) {
      it(`is still told of after ${what}`, async () => {
        const shown = await challenge({ on: acceptedButLost });
        await enterRecoveryCode(shown.element);
        await untilText(shown.element, LOST_CODES);
        await leaveUntilRequested(shown, leave, 'status');
        await untilText(shown.element, LOST_CODES);
      });
    }
  });

  for (const [what, leave] of Object.entries(WAYS_TO_LEAVE)) {
    it(`is looked up if ${what} while the code was sent`, async () => {
      const { element, backend } = await challenge();
      const held = backend.hold('verify');
      enter(element, SAMPLE.code);
      (await held.called).proceed();
      await leave(element);
      await untilText(element, VERIFIED);
    });

    it(`is looked up again if ${what} while it was looked up`, async () => {
      const { element, backend } = await challenge({
        on: {
          verify: ({ proceed }) => {
            proceed();
            return 'unknown-outcome';
          },
        },
      });
      const held = backend.hold('status');
      enter(element, SAMPLE.code);
      await held.called;
      await leave(element);
      await untilText(element, VERIFIED);
    });

    for (const [found, options] of [
      ['it cannot be looked up', { on: { status: 'offline' } }],
      ['the server has no status', { without: ['status'] }],
      ['it has not arrived', {}],
    ] as const) {
      it(`asks for a code as at first if ${what} and ${found}`, async () => {
        const shown = await challenge<'status'>(options);
        const held = shown.backend.hold('verify');
        enter(shown.element, SAMPLE.code);
        await held.called;
        const outside = document.createElement('input');
        document.body.append(outside);
        outside.focus();
        await leave(shown.element);
        await until(() => buttons(shown.element).includes(VERIFY), 'it does not ask');
        expect(field(shown.element).value).to.equal('');
        expect(field(shown.element).getAttribute('aria-invalid')).not.to.equal('true');
        expectFocusOn(outside);
        outside.remove();
      });
    }

    it(`asks for no code if ${what} while new recovery codes showed`, async () => {
      const shown = await challenge({ on: { verifyRecoveryCode: withNewCodes } });
      await enterRecoveryCode(shown.element);
      await untilText(shown.element, NEW_CODE);
      await leave(shown.element);
      await untilText(shown.element, VERIFIED);
      expect(text(shown.element)).not.to.include(NEW_CODE);
    });
  }
});
