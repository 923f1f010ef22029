import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../../src/elements/login/mfa-login.js';
// Loaded at once, so that a slow machine does not announce that the QR code is late.
import '../../../../src/elements/qr-code/qrcode.js';
import type { MfaOperation } from '../../../../src/backend/backend.js';
import { MfaError, type MfaErrorKind } from '../../../../src/backend/mfa-error.js';
import {
  SAMPLE,
  scriptedBackend,
  type HeldCall,
  type ScriptedBackend,
} from '../../../../src/testing/index.js';
import { stopTime } from '../../../support/fake-time.js';
import { message, messagePattern } from '../../../support/message.js';
import {
  announced,
  button,
  buttons,
  expectFocusOn,
  field,
  fill,
  show,
  text,
  until,
  untilText,
  visibleElements,
} from '../../../support/page.js';
import { WAYS_TO_LEAVE } from '../../../support/ways-to-leave.js';
import * as apps from '../../authenticators/authenticators-page.js';
import { challenge, TO_RECOVERY } from '../../challenge/challenge-page.js';
import * as linking from '../../enrollment/enrollment-page.js';
import * as codes from '../../recovery-codes/recovery-codes-page.js';

const RETRY = message('failure.retry.action');
const CANCEL = message('button.cancel');
const OVER = message('retry.over');
const PROVE = message('step-up.submit');

const tooSoon = (retryAfter: number, kind: MfaErrorKind = 'rate-limited') =>
  new MfaError(kind, 'test', { retryAfter });

interface Place {
  readonly element: HTMLElement & { readonly updateComplete: Promise<unknown> };
  readonly backend: ScriptedBackend<MfaOperation>;
  /** The name of the button that sends the operation. */
  readonly sends: string;
  /** Its name once the server has refused, if that is another one. */
  readonly sendsAgain?: string;
}

/** Every place where a person presses a button that sends a request, and how to get there. */
const PLACES: readonly (readonly [
  name: string,
  operation: MfaOperation,
  reach: () => Promise<Place>,
])[] = [
  [
    'the code at sign-in',
    'verify',
    async () => {
      const shown = await challenge();
      fill(field(shown.element), '111111');
      return { ...shown, sends: linking.VERIFY };
    },
  ],
  [
    'a recovery code at sign-in',
    'verifyRecoveryCode',
    async () => {
      const shown = await challenge();
      button(shown.element, TO_RECOVERY).click();
      await untilText(shown.element, message('challenge.recovery-code.heading'));
      fill(field(shown.element), SAMPLE.recoveryCodes[0]);
      return { ...shown, sends: message('challenge.recovery-code.submit') };
    },
  ],
  [
    'the first code of an app',
    'confirmEnrollment',
    async () => {
      const shown = await linking.scanning();
      fill(field(shown.element), '111111');
      return { ...shown, sends: linking.VERIFY };
    },
  ],
  [
    'more time for a QR code',
    'startEnrollment',
    async () => {
      const { enrollmentId: id, secret, otpauthUri } = SAMPLE;
      const expiresAt = new Date(Date.now() + 50_000);
      const shown = await linking.scanning({
        on: { startEnrollment: { id, method: 'totp', secret, otpauthUri, expiresAt } },
      });
      await untilText(shown.element, message('enrollment.expiry.action'));
      return { ...shown, sends: message('enrollment.expiry.action') };
    },
  ],
  [
    'a new QR code',
    'startEnrollment',
    async () => {
      const shown = await linking.scanning({ on: { confirmEnrollment: 'enrollment-expired' } });
      linking.enter(shown.element, '111111');
      await untilText(shown.element, message('enrollment.expired.action'));
      return { ...shown, sends: message('enrollment.expired.action'), sendsAgain: RETRY };
    },
  ],
  [
    'linking that did not start',
    'startEnrollment',
    async () => {
      const shown = await linking.enrollment({ on: { startEnrollment: 'offline' } });
      await untilText(shown.element, RETRY);
      return { ...shown, sends: RETRY };
    },
  ],
  [
    'a proof before linking',
    'stepUp',
    async () => {
      const required = new MfaError('step-up-required', 'test', { stepUp: ['password'] });
      const shown = await linking.enrollment({ on: { startEnrollment: required } });
      await untilText(shown.element, PROVE);
      fill(field(shown.element), 'geheim');
      return { ...shown, sends: PROVE };
    },
  ],
  [
    'a sign-in that could not be looked up',
    'status',
    async () => {
      const backend = scriptedBackend({ on: { status: 'offline' } });
      const element = await show('mfa-login', { backend });
      await untilText(element, RETRY);
      return { element, backend, sends: RETRY };
    },
  ],
  [
    'a list that could not be loaded',
    'listAuthenticators',
    async () => {
      const backend = scriptedBackend({ state: 'verified', on: { listAuthenticators: 'offline' } });
      const element = await show('mfa-authenticators', { backend });
      await untilText(element, RETRY);
      return { element, backend, sends: RETRY };
    },
  ],
  [
    'the dialog before unlinking',
    'unlinkAuthenticator',
    async () => ({ ...(await apps.asked()), sends: apps.REMOVE }),
  ],
  [
    'the name of an app',
    'renameAuthenticator',
    async () => {
      const shown = await apps.listed();
      button(shown.element, apps.PENCIL).click();
      await untilText(shown.element, message('authenticators.rename.save'));
      fill(field(shown.element), 'Werk');
      return { ...shown, sends: message('authenticators.rename.save') };
    },
  ],
  [
    'a proof in the dialog',
    'stepUp',
    async () => {
      const shown = await apps.asked({ stepUp: ['password'] });
      button(shown.element, apps.REMOVE).click();
      await untilText(shown.element, PROVE);
      fill(field(shown.element), 'geheim');
      return { ...shown, sends: PROVE };
    },
  ],
  [
    'the number of recovery codes that could not be loaded',
    'recoveryCodesStatus',
    async () => {
      const shown = await codes.recoveryCodes({ on: { recoveryCodesStatus: 'offline' } });
      await untilText(shown.element, RETRY);
      return { ...shown, sends: RETRY };
    },
  ],
  [
    'the dialog before new recovery codes',
    'generateRecoveryCodes',
    async () => ({ ...(await codes.asked()), sends: codes.CONFIRM }),
  ],
];

/** Every change whose outcome is looked up, how its button is reached again, and what is typed there. */
const LOOKED_UP: readonly (readonly [
  place: string,
  lookUp: MfaOperation,
  presses: readonly string[],
  typed?: string,
])[] = [
  ['the code at sign-in', 'status', [], SAMPLE.code],
  ['a recovery code at sign-in', 'status', [TO_RECOVERY], SAMPLE.recoveryCodes[0]],
  ['the first code of an app', 'status', [], SAMPLE.code],
  ['the dialog before unlinking', 'listAuthenticators', [apps.BIN]],
  ['the name of an app', 'listAuthenticators', [apps.PENCIL], 'Werk'],
  ['the dialog before new recovery codes', 'recoveryCodesStatus', [codes.GENERATE]],
];

/** How a look-up comes to nothing. */
const LOST_LOOK_UPS: readonly (readonly [
  what: string,
  lose: (element: HTMLElement, lookUp: HeldCall<MfaOperation>) => Promise<void> | void,
])[] = [
  ['that failed', (_element, lookUp) => lookUp.settle('offline')],
  ...Object.entries(WAYS_TO_LEAVE),
];

describe('a wait that the server asks for', () => {
  const stopped = stopTime();

  /** Returns the visible times. */
  const timers = (within: Node): readonly string[] =>
    visibleElements(within)
      .filter((it) => it.matches('[role=timer]'))
      .map((it) => it.textContent.trim());

  const untilTimer = (within: Node, clock: string) =>
    until(
      () => timers(within).join() === message('retry.time', clock),
      `no time left of ${clock} is in sight`,
    );

  /** Returns what is announced, without what was announced before the press. */
  const said = (within: Node): readonly string[] =>
    announced(within).filter((each) => each !== message('enrollment.expiry.near'));

  async function press({ element }: Pick<Place, 'element'>, name: string): Promise<void> {
    button(element, name).click();
    await element.updateComplete;
  }

  async function pass({ element }: Pick<Place, 'element'>, seconds: number): Promise<void> {
    stopped.time.pass(seconds);
    await element.updateComplete;
  }

  /** Presses the button, and waits until the server has asked to wait. */
  async function waiting(
    [, operation, reach]: (typeof PLACES)[number],
    error: MfaError = tooSoon(60),
    clock = '1:00',
  ): Promise<Place & { readonly presses: number }> {
    const place = await reach();
    Object.assign(place.backend.on, { [operation]: error });
    button(place.element, place.sends).focus();
    await press(place, place.sends);
    await untilTimer(place.element, clock);
    const { sends, sendsAgain = sends } = place;
    return { ...place, sends: sendsAgain, presses: place.backend.calls.length };
  }

  for (const where of PLACES) {
    const [name, operation] = where;

    it(`is counted down at ${name}, where pressing sends nothing (D17)`, async () => {
      const { element, backend, sends, presses } = await waiting(where);
      const pressed = button(element, sends);
      expect(pressed.getAttribute('aria-disabled')).to.equal('true');
      expect(pressed.disabled).to.equal(false);
      expect(said(element)).to.deep.equal([message('error.rate-limited', '60 seconden')]);
      await expect(element).to.be.accessible();
      await pass({ element }, 20);
      expect(timers(element)).to.deep.equal([message('retry.time', '0:40')]);
      expect(said(element)).to.deep.equal([]);
      pressed.focus();
      for (let time = 0; time < 4; time += 1) await press({ element }, sends);
      expect(said(element)).to.deep.equal([message('retry.still', '40 seconden')]);
      expectFocusOn(pressed);
      expect(backend.calls).to.have.length(presses);
    });

    it(`is over at ${name} after its time, which is told once`, async () => {
      const { element, backend, sends, presses } = await waiting(where);
      await pass({ element }, 59);
      expect(text(element)).not.to.include(OVER);
      await pass({ element }, 1);
      expect(timers(element)).to.deep.equal([]);
      expect(said(element)).to.deep.equal([OVER]);
      expect(stopped.time.timers).to.equal(0);
      await expect(element).to.be.accessible();
      const pressed = button(element, sends);
      expect(pressed.getAttribute('aria-disabled')).to.equal('false');
      const held = backend.hold(operation);
      pressed.click();
      await held.called;
      await element.updateComplete;
      expect(backend.calls).to.have.length(presses + 1);
      expect(text(element)).not.to.include(OVER);
    });
  }

  for (const [given, clock] of [
    [1e9, '60:00'],
    [3601, '60:00'],
    [0.2, '0:01'],
  ] as const) {
    for (const where of PLACES) {
      it(`of ${given} s is ${clock} at ${where[0]} (C65)`, async () => {
        await waiting(where, tooSoon(given), clock);
      });
    }
  }

  for (const where of PLACES) {
    it(`of an unknown time is 0:30 at ${where[0]}, as its message says (C65)`, async () => {
      const { element, backend, sends, presses } = await waiting(
        where,
        new MfaError('rate-limited', 'test'),
        '0:30',
      );
      expect(said(element)).to.deep.equal([message('error.rate-limited', '30 seconden')]);
      await press({ element }, sends);
      expect(backend.calls).to.have.length(presses);
    });
  }

  for (const given of [0, -1]) {
    for (const [name, operation, reach] of PLACES) {
      it(`of ${given} s does not exist at ${name}: there is a message, and the button works (C65)`, async () => {
        const place = await reach();
        Object.assign(place.backend.on, { [operation]: tooSoon(given) });
        const before = place.backend.calls.length;
        await press(place, place.sends);
        await untilText(place.element, messagePattern('error.rate-limited'));
        expect(timers(place.element)).to.deep.equal([]);
        expect(stopped.time.timers).to.equal(0);
        await press(place, place.sendsAgain ?? place.sends);
        expect(place.backend.calls).to.have.length(before + 2);
      });
    }
  }

  describe('holds', () => {
    const find = (name: string) => {
      const where = PLACES.find(([place]) => place === name);
      if (!where) throw new Error(`There is no place "${name}".`);
      return where;
    };

    for (const [name, open] of [
      ['the dialog before unlinking', apps.BIN],
      ['the dialog before new recovery codes', codes.GENERATE],
    ] as const) {
      it(`when ${name} is closed and opened again`, async () => {
        const { element, backend, sends, presses } = await waiting(find(name));
        await press({ element }, CANCEL);
        expect(timers(element)).to.deep.equal([]);
        expect(stopped.time.timers).to.equal(0);
        await pass({ element }, 15);
        await press({ element }, open);
        await untilTimer(element, '0:45');
        expect(stopped.time.timers).to.equal(1);
        await press({ element }, sends);
        expect(announced(element)).to.deep.equal([message('retry.still', '45 seconden')]);
        expect(backend.calls).to.have.length(presses);
      });
    }

    it('when the element is removed and put back', async () => {
      const { element, backend, sends } = await waiting(
        find('the dialog before new recovery codes'),
      );
      const { parentElement } = element;
      element.remove();
      await element.updateComplete;
      expect(stopped.time.timers).to.equal(0);
      stopped.time.pass(15);
      const held = backend.hold('recoveryCodesStatus');
      parentElement?.append(element);
      await held.called;
      held.proceed();
      await untilText(element, message('recovery-codes.left.of-total', 10, 10));
      await press({ element }, codes.GENERATE);
      await untilTimer(element, '0:45');
      expect(announced(element)).to.deep.equal([]);
      const before = backend.calls.length;
      await press({ element }, sends);
      expect(backend.calls).to.have.length(before);
      await pass({ element }, 45);
      delete backend.on.generateRecoveryCodes;
      await press({ element }, sends);
      await untilText(element, codes.NEW_CODES);
    });

    it('for what another tab reports', async () => {
      const { element, backend } = await apps.listed();
      backend.on.listAuthenticators = tooSoon(600);
      const [tab, witness] = [apps.otherTab(), apps.otherTab()];
      const hear = async () => {
        const { length } = witness.heard;
        tab.tell();
        // The element, which is older, hears it first.
        await until(() => witness.heard.length > length, 'the message does not arrive');
        await element.updateComplete;
      };
      await hear();
      expect(backend.calls).to.have.length(2);
      await hear();
      await pass({ element }, 6);
      window.dispatchEvent(new Event('focus'));
      await element.updateComplete;
      expect(backend.calls).to.have.length(2);
      backend.on.listAuthenticators = [SAMPLE.authenticator, apps.OTHER];
      await pass({ element }, 594);
      await hear();
      await untilText(element, apps.OTHER.name);
    });

    for (const [what, begin] of [
      ['another tab has changed it', () => apps.otherTab().tell()],
      ['the person is back', () => window.dispatchEvent(new Event('focus'))],
    ] as const) {
      it(`for a list that has to be loaded because ${what}, and then it is loaded`, async () => {
        const { element, backend } = await apps.listed();
        backend.on.listAuthenticators = tooSoon(60);
        await pass({ element }, 6);
        begin();
        await until(() => backend.calls.length === 2, 'the list is not loaded');
        await element.updateComplete;
        backend.on.listAuthenticators = [SAMPLE.authenticator, apps.OTHER];
        await pass({ element }, 59);
        expect(timers(element)).to.deep.equal([]);
        expect(backend.calls).to.have.length(2);
        await pass({ element }, 1);
        await untilText(element, apps.OTHER.name);
        expect(announced(element)).to.deep.equal([message('authenticators.changed-elsewhere')]);
        expect(backend.calls).to.have.length(3);
        expect(stopped.time.timers).to.equal(0);
      });
    }

    it('for a list that has to wait each time: it is loaded once more, until there is a reason', async () => {
      const { element, backend } = await apps.listed();
      backend.on.listAuthenticators = tooSoon(2);
      let refusals = 0;
      element.addEventListener('mfa-error', () => (refusals += 1));
      const refused = async (times: number) => {
        await until(() => refusals === times, 'the list is not loaded');
        await element.updateComplete;
      };
      for (const [once, again] of [
        [1, 2],
        [3, 4],
      ] as const) {
        await pass({ element }, 6);
        window.dispatchEvent(new Event('focus'));
        await refused(once);
        await pass({ element }, 2);
        await refused(again);
        expect(stopped.time.timers).to.equal(0);
      }
      await press({ element }, apps.BIN);
      await press({ element }, apps.REMOVE);
      await refused(5);
      await untilText(element, message('authenticators.unlinked', SAMPLE.authenticator.name));
      await pass({ element }, 2);
      await refused(6);
      expect(stopped.time.timers).to.equal(0);
    });

    it('for another app of the list', async () => {
      const shown = await apps.asked({ authenticators: [SAMPLE.authenticator, apps.OTHER] });
      shown.backend.on.unlinkAuthenticator = tooSoon(60);
      await press(shown, apps.REMOVE);
      await untilTimer(shown.element, '1:00');
      await press(shown, CANCEL);
      await press(shown, message('authenticators.unlink.label', apps.OTHER.name));
      await untilTimer(shown.element, '1:00');
      await press(shown, apps.REMOVE);
      expect(apps.operations(shown.backend.calls)).to.deep.equal([
        'listAuthenticators',
        'unlinkAuthenticator',
      ]);
    });

    it('when linking is canceled and begun again', async () => {
      const { element, backend } = await linking.enrollment(
        { on: { startEnrollment: tooSoon(60) } },
        { cancelable: true },
      );
      await untilTimer(element, '1:00');
      await press({ element }, CANCEL);
      await untilText(element, message('enrollment.canceled.heading'));
      await untilTimer(element, '1:00');
      await press({ element }, message('enrollment.canceled.action'));
      expect(backend.calls).to.have.length(1);
      await pass({ element }, 60);
      delete backend.on.startEnrollment;
      await press({ element }, message('enrollment.canceled.action'));
      await untilText(element, message('enrollment.code.heading'));
    });

    it('in the list, after the enrollment that it began in was canceled there', async () => {
      const { element, backend } = await apps.listed({ on: { startEnrollment: tooSoon(60) } });
      await press({ element }, apps.LINK);
      await untilTimer(element, '1:00');
      await press({ element }, CANCEL);
      await untilText(element, apps.LINK);
      await untilTimer(element, '1:00');
      await pass({ element }, 20);
      for (let time = 0; time < 4; time += 1) await press({ element }, apps.LINK);
      expect(announced(element)).to.deep.equal([message('retry.still', '40 seconden')]);
      expect(apps.operations(backend.calls)).to.deep.equal([
        'listAuthenticators',
        'startEnrollment',
        'listAuthenticators',
      ]);
      await expect(element).to.be.accessible();
      await pass({ element }, 40);
      expect(announced(element)).to.deep.equal([OVER]);
      delete backend.on.startEnrollment;
      await press({ element }, apps.LINK);
      await untilText(element, message('enrollment.code.heading'));
    });

    it('after a proof of which the outcome is unknown, which is told as what it is otherwise', async () => {
      const shown = await apps.asked({ stepUp: ['password'] });
      await press(shown, apps.REMOVE);
      await untilText(shown.element, PROVE);
      const cause = tooSoon(60, 'unavailable');
      shown.backend.on.stepUp = new MfaError('unknown-outcome', 'test', {}, cause);
      fill(field(shown.element), SAMPLE.password);
      await press(shown, PROVE);
      await untilTimer(shown.element, '1:00');
    });

    it('not before an unknown outcome is looked up: what was done after all is not told as a failure', async () => {
      const { element, backend } = await challenge();
      const cause = tooSoon(60, 'unavailable');
      backend.on.verify = new MfaError('unknown-outcome', 'test', {}, cause);
      const held = backend.hold('status');
      fill(field(element), SAMPLE.code);
      await press({ element }, linking.VERIFY);
      await held.called;
      await element.updateComplete;
      expect(timers(element)).to.deep.equal([]);
      expect(announced(element)).to.deep.equal([]);
      held.proceed();
      await untilTimer(element, '1:00');
    });

    for (const [name, lookUp, presses, typed] of LOOKED_UP) {
      for (const [what, lose] of LOST_LOOK_UPS) {
        it(`of an unknown outcome that was not looked up, because ${what}: ${name}`, async () => {
          const [, operation, reach] = find(name);
          const place = await reach();
          const { element, backend, sends } = place;
          const cause = tooSoon(60, 'unavailable');
          Object.assign(backend.on, {
            [operation]: new MfaError('unknown-outcome', 'test', {}, cause),
          });
          const held = backend.hold(lookUp);
          await press(place, sends);
          await held.called;
          await lose(element, held);
          // The buttons do nothing while it is looked up.
          const isThere = (way: string) =>
            !text(element).includes(message('button.busy')) &&
            buttons(element).includes(way) &&
            (way === sends || button(element, way).ariaDisabled !== 'true');
          for (const way of [RETRY, ...presses]) {
            await until(() => [RETRY, ...presses, sends].some(isThere), `no way on to "${way}"`);
            if (isThere(way)) await press(place, way);
          }
          await untilTimer(element, '1:00');
          if (typed) fill(field(element), typed);
          const before = backend.calls.length;
          await press(place, sends);
          expect(backend.calls).to.have.length(before);
        });
      }
    }

    it('beside an outcome that stays unknown without another reason, so that one thing is announced', async () => {
      const { element, backend } = await challenge({ on: { status: 'offline' } });
      const cause = tooSoon(60, 'unavailable');
      backend.on.verify = new MfaError('unknown-outcome', 'test', {}, cause);
      fill(field(element), SAMPLE.code);
      await press({ element }, linking.VERIFY);
      await untilTimer(element, '1:00');
      await untilText(element, message('challenge.unknown-outcome'));
      expect(text(element)).not.to.include(message('retry.unavailable'));
      expect(announced(element)).not.to.include(message('error.unavailable-for', '60 seconden'));
    });

    it('for no code of the sign-in if it is for a proof, and then its message shows', async () => {
      const { element, backend } = await challenge();
      backend.on.verify = new MfaError('rate-limited', 'test', { stepUp: ['password'] });
      fill(field(element), '111111');
      await press({ element }, linking.VERIFY);
      await untilText(element, messagePattern('error.rate-limited'));
    });

    it('for the code and for more time if the account is locked, and is told once', async () => {
      const { enrollmentId: id, secret, otpauthUri } = SAMPLE;
      const expiresAt = new Date(Date.now() + 50_000);
      const { element, backend } = await linking.scanning({
        on: { startEnrollment: { id, method: 'totp', secret, otpauthUri, expiresAt } },
      });
      await untilText(element, message('enrollment.expiry.action'));
      backend.on.startEnrollment = tooSoon(120, 'locked');
      await press({ element }, message('enrollment.expiry.action'));
      await untilTimer(element, '2:00');
      expect(timers(element)).to.have.length(1);
      const locked = message('error.locked-for', '2 minuten');
      expect(announced(element).filter((said) => said === locked)).to.have.length(1);
      expect(button(element, linking.VERIFY).ariaDisabled).to.equal('true');
      expect(button(element, message('enrollment.expiry.action')).ariaDisabled).to.equal('true');
    });

    it('for either proof of a step-up', async () => {
      const shown = await apps.asked({ stepUp: ['password', 'code'] });
      await press(shown, apps.REMOVE);
      await untilText(shown.element, PROVE);
      shown.backend.on.stepUp = tooSoon(60);
      fill(field(shown.element), 'geheim');
      await press(shown, PROVE);
      await untilTimer(shown.element, '1:00');
      await press(shown, message('step-up.use-code'));
      await untilTimer(shown.element, '1:00');
      fill(field(shown.element), SAMPLE.code);
      await press(shown, PROVE);
      expect(
        apps.operations(shown.backend.calls).filter((each) => each === 'stepUp'),
      ).to.have.length(1);
    });

    it('on Enter in the field of a name', async () => {
      const { element, backend, presses } = await waiting(find('the name of an app'));
      field(element).focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(announced(element)).to.deep.equal([message('retry.still', '60 seconden')]);
      expect(backend.calls).to.have.length(presses);
      expect(field(element).value).to.equal('Werk');
    });

    it('not for a recovery code while codes have to wait', async () => {
      const { element, backend } = await waiting(find('the code at sign-in'));
      await press({ element }, TO_RECOVERY);
      await untilText(element, message('challenge.recovery-code.heading'));
      expect(timers(element)).to.deep.equal([]);
      fill(field(element), SAMPLE.recoveryCodes[0]);
      await press({ element }, message('challenge.recovery-code.submit'));
      expect(backend.calls.at(-1)?.operation).to.equal('verifyRecoveryCode');
    });

    it('for a recovery code too if the account is locked', async () => {
      const { element, backend } = await waiting(
        find('the code at sign-in'),
        tooSoon(900, 'locked'),
        '15:00',
      );
      await press({ element }, TO_RECOVERY);
      await untilText(element, message('challenge.recovery-code.heading'));
      await untilTimer(element, '15:00');
      expect(text(element)).to.include(message('retry.locked'));
      fill(field(element), SAMPLE.recoveryCodes[0]);
      await press({ element }, message('challenge.recovery-code.submit'));
      expect(backend.calls).to.have.length(1);
    });

    it('no longer than until the page names another backend', async () => {
      const { element } = await waiting(find('a list that could not be loaded'));
      const backend = scriptedBackend({ state: 'verified', on: { listAuthenticators: 'offline' } });
      Object.assign(element, { backend });
      await untilText(element, message('error.offline'));
      expect(timers(element)).to.deep.equal([]);
      await press({ element }, RETRY);
      expect(backend.calls).to.have.length(2);
    });
  });

  describe('together with a refusal (M2)', () => {
    const refusals = [
      ['the code at sign-in', 'invalid-code', '111111'],
      ['the code at sign-in', 'code-reused', '111111'],
      ['a recovery code at sign-in', 'invalid-recovery-code', SAMPLE.recoveryCodes[0]],
      ['the first code of an app', 'code-reused', '111111'],
      ['a proof before linking', 'invalid-password', 'geheim'],
      ['a proof in the dialog', 'invalid-password', 'geheim'],
    ] as const satisfies readonly (readonly [string, MfaErrorKind, string])[];

    for (const [name, kind, typed] of refusals) {
      it(`is counted down beside the message ${kind} at ${name}`, async () => {
        const where = PLACES.find(([place]) => place === name);
        if (!where) throw new Error(name);
        const error = new MfaError(kind, 'test', { attemptsLeft: 0, retryAfter: 30 });
        const { element, backend, sends, presses } = await waiting(where, error, '0:30');
        const refusal = `${message(`error.${kind}`)} ${message('error.wait-after', '30 seconden')}`;
        await untilText(element, refusal);
        const statuses = visibleElements(element).filter((it) => it.matches('[role=status]'));
        expect(statuses.map((it) => it.textContent.trim()).filter(Boolean)).to.deep.equal([]);
        await expect(element).to.be.accessible();
        fill(field(element), typed);
        for (let time = 0; time < 4; time += 1) await press({ element }, sends);
        expect(backend.calls).to.have.length(presses);
        await pass({ element }, 30);
        expect(announced(element)).to.include(OVER);
        await press({ element }, sends);
        expect(backend.calls).to.have.length(presses + 1);
      });
    }

    it('applies to the proof if that was sent with the change itself', async () => {
      const shown = await apps.asked();
      shown.backend.on.unlinkAuthenticator = new MfaError('invalid-password', 'test', {
        stepUp: ['password'],
        retryAfter: 30,
      });
      await press(shown, apps.REMOVE);
      await untilText(shown.element, PROVE);
      await untilTimer(shown.element, '0:30');
      fill(field(shown.element), 'geheim');
      await press(shown, PROVE);
      expect(shown.backend.calls).to.have.length(2);
      expect(buttons(shown.element)).to.include(PROVE);
    });

    it('does not exist for a kind that has nothing to wait for', async () => {
      const shown = await apps.asked({ on: { unlinkAuthenticator: tooSoon(30, 'forbidden') } });
      await press(shown, apps.REMOVE);
      await untilText(shown.element, message('authenticators.unlink.forbidden'));
      expect(timers(shown.element)).to.deep.equal([]);
    });
  });
});
